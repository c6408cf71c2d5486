import type { Answer } from '../../../renewal/answer.ts';
import { readAnswer, together } from '../../wire/read-answer.ts';
import type { Connection } from '../connection.ts';
import { domainName, otherSpelling } from '../names.ts';
import { ALIBABA } from '../traits.ts';
import { type Domain, oneDomain } from './domain-shape.ts';

/** One domain as it was asked for. */
export interface NamedDomain {
  readonly id: string;
  readonly domain: Domain;
}

/**
 * The domains of these names, each by a call of its own (Alibaba contract, section 1.5): the account's
 * list is divided into pages of a size that is NOT FOUND and may be long, whatever few are asked for.
 * A name that is refused for itself is absent; so is one that is refused with an unlisted code while
 * others are answered, for one row never stops the others.
 */
export async function queryDomains(
  connection: Connection,
  ids: readonly string[],
): Promise<Answer<readonly NamedDomain[]>> {
  const unique = [...new Set(ids)];
  const answers = await Promise.all(unique.map(async (id) => await queryDomain(connection, id)));
  const listed = answers.filter(
    (answer) => answer.kind !== 'refused' || answer.refusal.remedy !== 'unlisted',
  );
  return together(listed.length === 0 ? answers : listed);
}

/** By the name as it was asked for and, where nothing is shown by that, by its other spelling. */
async function queryDomain(
  connection: Connection,
  id: string,
): Promise<Answer<readonly NamedDomain[]>> {
  const name = domainName(id);
  const asked = await queryName(connection, id, name);
  const other = otherSpelling(name);
  if (other === null || asked.kind === 'unknown') return asked;
  const isUnlisted = asked.kind === 'refused' && asked.refusal.remedy === 'unlisted';
  const isAbsent = asked.kind === 'done' && asked.value.length === 0;
  return isAbsent || isUnlisted ? await queryName(connection, id, other) : asked;
}

async function queryName(
  { client, domains, spelled }: Connection,
  id: string,
  name: string,
): Promise<Answer<readonly NamedDomain[]>> {
  const settled = await client.call({ api: 'domain', query: { DomainName: name } });
  if (settled.kind === 'refused' && settled.refusal.remedy === 'split') {
    return { kind: 'done', value: [] };
  }
  const answer = readAnswer(settled, oneDomain);
  if (answer.kind !== 'done') return answer;
  const { DomainName: shown, InstanceId: instance } = answer.value;
  const isIt = shown !== null && ALIBABA.idKey(shown) === ALIBABA.idKey(id);
  if (isIt) spelled.set(ALIBABA.idKey(id), shown);
  if (isIt && instance !== null) domains.set(instance, shown);
  return { kind: 'done', value: isIt ? [{ id, domain: answer.value }] : [] };
}
