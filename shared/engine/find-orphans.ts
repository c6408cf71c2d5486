import type { Part } from '../renewal/journal.ts';
import { compare } from '../values/money.ts';
import type { OrderReading, ProviderResource } from '../ports/provider.ts';
import {
  type ChunkWork,
  idKey,
  ProviderSilent,
  rowsAt,
  type Stop,
  suspension,
} from './chunk-work.ts';
import { readOrder } from './read-order.ts';

/** How far around an unclear call its order is looked for (money rule 5; contract section 13.3). */
export const ORPHAN_WINDOW_MS = 20 * 60_000;

/** An unpaid order of nobody's journal, made around an unclear renew call. */
export interface Orphan {
  readonly order: OrderReading;
  /**
   * `exactly this part`: the provider lists just its rows under the order. `shown ours`: it lists
   * some of them and nothing else. `by amount`: it lists nothing, and the order costs what the part
   * would. `unclear`: it is only named to a person.
   */
  readonly covers: 'exactly this part' | 'shown ours' | 'by amount' | 'unclear';
}

/**
 * Unpaid renewal orders made up to 20 minutes around the intent, that are in no journal of the job
 * and not the provider's own (money rule 5).
 */
export async function findOrphans(work: ChunkWork, part: Part): Promise<readonly Orphan[] | Stop> {
  const { at } = part.renew;
  const answer = await work.provider.renewals.renewalOrders(
    at - ORPHAN_WINDOW_MS,
    at + ORPHAN_WINDOW_MS,
  );
  if (answer.kind === 'unknown') throw new ProviderSilent('the order list', answer.detail);
  if (answer.kind === 'refused') {
    if (answer.refusal.remedy === 'suspend') return suspension(answer.refusal);
    throw new ProviderSilent('the order list', answer.refusal.message);
  }
  const known = await journalledOrders(work);
  const candidates = answer.value.filter(
    ({ id, state, automatic }) => state === 'unpaid' && !automatic && !known.has(id),
  );
  const orphans: Orphan[] = [];
  for (const order of candidates) {
    const covers = await coverOf(work, part, order);
    if (covers !== 'foreign') orphans.push({ order, covers });
  }
  // One amount can be somebody else's by chance: without a list of resources only one may match.
  const byAmount = orphans.filter(({ covers }) => covers === 'by amount').length;
  return byAmount > 1
    ? orphans.map((one) => (one.covers === 'by amount' ? { ...one, covers: 'unclear' } : one))
    : orphans;
}

/** Orders of all chunks of the job: none of those is an orphan. */
async function journalledOrders(work: ChunkWork): Promise<Set<string>> {
  const journals = await work.journals.list(work.job.id);
  return new Set(
    journals.flatMap(({ parts }) => parts.flatMap(({ orders }) => orders.map(({ id }) => id))),
  );
}

async function coverOf(
  work: ChunkWork,
  part: Part,
  order: OrderReading,
): Promise<Orphan['covers'] | 'foreign'> {
  const answer = await work.provider.renewals.resourcesOfOrder(order.id);
  if (answer.kind === 'unknown') {
    throw new ProviderSilent(`the resources of order ${order.id}`, answer.detail);
  }
  const listed = answer.kind === 'done' ? answer.value.filter(({ main }) => main) : [];
  const somebodyElse = await isSomebodyElses(work, order);
  if (listed.length > 0) {
    const covers = coverByList(work, part, listed);
    return somebodyElse && covers !== 'foreign' ? 'unclear' : covers;
  }
  if (somebodyElse) return 'foreign';
  return costsAsExpected(part, order) ? 'by amount' : 'unclear';
}

/**
 * Whether another user than the account's own made the order. The order list names no user, only the
 * details do (Huawei contract, section 5.2); an order that cannot be looked at is nobody's to touch.
 */
async function isSomebodyElses(work: ChunkWork, order: OrderReading): Promise<boolean> {
  const { iamUser } = work.account;
  if (iamUser === null) return false;
  if (order.userName !== null) return order.userName !== iamUser;
  const look = await readOrder(work.provider.renewals, order.id);
  return look.kind !== 'shown' || look.order.userName !== iamUser;
}

function coverByList(
  work: ChunkWork,
  part: Part,
  listed: readonly ProviderResource[],
): Orphan['covers'] | 'foreign' {
  const ids = new Set(listed.map(({ resourceId }) => idKey(resourceId)));
  const rows = rowsAt(work.keeper.current, part.rows);
  const ours = rows.filter(({ resourceId }) => ids.has(idKey(resourceId))).length;
  if (ours === rows.length && ids.size === rows.length) return 'exactly this part';
  if (ours === 0) return 'foreign';
  // Of our rows and nothing else, yet not all of them: the call took effect in part.
  return ours === ids.size ? 'shown ours' : 'unclear';
}

function costsAsExpected({ expected }: Part, order: OrderReading): boolean {
  if (compare(order.amount, expected.price) === 0) return true;
  return expected.list !== null && order.list !== null && compare(order.list, expected.list) === 0;
}
