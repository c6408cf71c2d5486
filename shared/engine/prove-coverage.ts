import type { Order, Part } from '../renewal/journal.ts';
import { compare, type Money, sum } from '../values/money.ts';
import { sayWhole } from '../reasons/say.ts';
import type { OrderReading } from '../ports/provider.ts';
import { type ChunkWork, idKey, ProviderSilent, rowsAt, type Suspension } from './chunk-work.ts';
import { isLocked, priceReadings } from './price-readings.ts';

/**
 * The rows an order is proven to cover, by index; null when it cannot be proven (money rule 3). One
 * order from a call without failures that costs the pre-flight sum covers its part. Otherwise the
 * provider must say so: by its resources under the order, else by its price call, which names ids
 * that an unpaid order locks - of use only while the part has a single order.
 */
export async function proveCoverage(
  work: ChunkWork,
  part: Part,
  order: Order,
  reading: OrderReading,
  amount: Money,
): Promise<readonly number[] | null> {
  if (order.rows !== null) return order.rows;
  const open = part.rows.filter((index) => work.keeper.current.rows[index]!.outcome === null);
  const clean = part.renew.kind === 'answered' && part.renew.refusal === null;
  const single = part.orders.length === 1;
  if (single && clean && isWhole(work, part, open) && costsAsExpected(part, reading, amount)) {
    return part.rows;
  }
  const underOrder = await rowsUnderOrder(work, part, order);
  // A row that was settled otherwise must not be paid for along with the others.
  const foreign = underOrder === 'others too' || underOrder.some((index) => !open.includes(index));
  if (foreign) return null;
  if (underOrder.length > 0) return underOrder;
  if (!single) return null;
  const locked = await lockedRows(work, open);
  if ('kind' in locked) throw new ProviderSilent('prices', sayWhole(locked.reason, 'en'));
  // After an unclear answer there may be more orders than it named, which lock rows too.
  const alone = clean || costs(work, locked, amount);
  return locked.length > 0 && alone ? locked : null;
}

function costs(work: ChunkWork, indexes: readonly number[], amount: Money): boolean {
  const prices = rowsAt(work.keeper.current, indexes).flatMap(({ price }) => price ?? []);
  return prices.length === indexes.length && compare(sum(prices, amount.currency), amount) === 0;
}

/** The rows that the provider lists under an order that is paid already; null where it lists none. */
export async function shownRows(
  work: ChunkWork,
  part: Part,
  order: Order,
): Promise<readonly number[] | null> {
  const rows = await rowsUnderOrder(work, part, order);
  return rows === 'others too' || rows.length === 0 ? null : rows;
}

/** Whether no row of the part was named as failed or as busy. */
function isWhole({ keeper }: ChunkWork, part: Part, open: readonly number[]): boolean {
  const { length } = part.rows;
  return open.length === length && rowsAt(keeper.current, open).every(({ rung }) => rung >= length);
}

function costsAsExpected(part: Part, reading: OrderReading, amount: Money): boolean {
  const { price, list } = part.expected;
  if (compare(amount, price) === 0) return true;
  return list !== null && reading.list !== null && compare(reading.list, list) === 0;
}

/** Rows of the part that the provider lists under the order; `others too` if it lists any other. */
async function rowsUnderOrder(
  work: ChunkWork,
  part: Part,
  order: Order,
): Promise<readonly number[] | 'others too'> {
  const answer = await work.provider.renewals.resourcesOfOrder(order.id);
  if (answer.kind === 'unknown') {
    throw new ProviderSilent(`the resources of order ${order.id}`, answer.detail);
  }
  if (answer.kind === 'refused') {
    if (answer.refusal.remedy !== 'wait') return [];
    throw new ProviderSilent(`the resources of order ${order.id}`, answer.refusal.message);
  }
  const listed = new Set(
    answer.value.filter(({ main }) => main).map(({ resourceId }) => idKey(resourceId)),
  );
  const rows = part.rows.filter((index) =>
    listed.has(idKey(work.keeper.current.rows[index]!.resourceId)),
  );
  return rows.length === listed.size ? rows : 'others too';
}

/** Rows of these that an unpaid order locks now, by the price call. */
export async function lockedRows(
  work: ChunkWork,
  indexes: readonly number[],
): Promise<number[] | Suspension> {
  if (indexes.length === 0) return [];
  const { keeper, provider } = work;
  const ids = rowsAt(keeper.current, indexes).map(({ resourceId }) => resourceId);
  const answer = await provider.resources.prices(ids, keeper.current.term, { alone: false });
  const prices = priceReadings(answer);
  if ('kind' in prices) return prices;
  return indexes.filter((index) =>
    isLocked(prices.get(idKey(keeper.current.rows[index]!.resourceId))),
  );
}
