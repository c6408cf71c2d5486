import type { Answer } from '../../../renewal/answer.ts';
import type { Connection } from '../connection.ts';
import { readInstances } from './read-instances.ts';

/** The most instances of a page (Alibaba contract, section 2.2). */
const PAGE = 300;

/** The codes of all products of which the account has subscriptions, read from the subscriptions. */
export async function productCodes(connection: Connection): Promise<Answer<readonly string[]>> {
  const read = await readInstances(connection, { SubscriptionType: 'Subscription' }, PAGE);
  if (read.kind !== 'done') return read;
  const codes = new Set(read.value.flatMap(({ ProductCode: code }) => code ?? []));
  return { kind: 'done', value: [...codes] };
}
