import type { Answer } from '../../../renewal/answer.ts';
import { inGroups } from '../../wire/in-groups.ts';
import { together } from '../../wire/read-answer.ts';
import type { Connection } from '../connection.ts';
import { ALIBABA } from '../traits.ts';
import type { Instance } from './instance-shape.ts';
import { readInstances } from './read-instances.ts';

/** The most ids of one call, and a page that holds them all (Alibaba contract, section 2.2). */
const IDS_PER_CALL = 100;
const PAGE = 100;

/**
 * The instances with these ids, by the id as it was asked for. Those that the list leaves out are
 * absent, which proves nothing: it is empty at the wrong site too (Alibaba contract, section 2.2). The
 * region is left out on purpose, for a foreign one would empty the list.
 */
export async function queryInstances(
  connection: Connection,
  ids: readonly string[],
): Promise<Answer<ReadonlyMap<string, Instance>>> {
  // A comma divides ids: one that holds some would ask for others.
  const askable = [...new Set(ids)].filter((id) => /^[^\s,]+$/u.test(id));
  const groups = inGroups(askable, IDS_PER_CALL);
  const read = together(
    await Promise.all(groups.map(async (some) => await queryGroup(connection, some))),
  );
  if (read.kind !== 'done') return read;
  const asked = new Map(askable.map((id) => [ALIBABA.idKey(id), id]));
  const found = new Map<string, Instance>();
  for (const instance of read.value) {
    const id = asked.get(ALIBABA.idKey(instance.InstanceID ?? ''));
    if (id === undefined) continue;
    found.set(id, instance);
    connection.seen.set(ALIBABA.idKey(id), instance);
  }
  return { kind: 'done', value: found };
}

/** Refusals that one id may have brought upon all: it does not exist, or is no id at all. */
const OF_AN_ID: ReadonlySet<string> = new Set(['resource-gone', 'alibaba-request-rejected']);

/**
 * What is refused for one of its ids is asked for id by id, and those that are refused again are absent:
 * one row never stops the others. Where all of them are, it is the request that is wrong.
 */
async function queryGroup(
  connection: Connection,
  ids: readonly string[],
): Promise<Answer<readonly Instance[]>> {
  const whole = await queryTogether(connection, ids);
  if (!isOfAnId(whole)) return whole;
  if (ids.length === 1) return { kind: 'done', value: [] };
  const singly = await Promise.all(ids.map(async (id) => await queryTogether(connection, [id])));
  const clear = singly.filter((one) => !isOfAnId(one));
  return clear.length === 0 ? whole : together(clear);
}

function isOfAnId(answer: Answer<unknown>): boolean {
  return answer.kind === 'refused' && OF_AN_ID.has(answer.refusal.reason.id);
}

async function queryTogether(
  connection: Connection,
  ids: readonly string[],
): Promise<Answer<readonly Instance[]>> {
  return await readInstances(connection, { InstanceIDs: ids.join(',') }, PAGE);
}
