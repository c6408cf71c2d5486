import { compare, type Money, sum } from '../../values/money.ts';
import type { Journal, Order, Part } from '../journal.ts';
import type { OrderReading } from '../readings.ts';
import type { Context } from './context.ts';
import type { Ask } from './decision.ts';
import { sinceMade } from './facts.ts';

/** What is known of the rows that an order covers. */
export type Coverage =
  | { readonly kind: 'proven'; readonly rows: readonly number[] }
  | { readonly kind: 'not proven' }
  | { readonly kind: 'ask'; readonly ask: Ask };

const NOT_PROVEN: Coverage = { kind: 'not proven' };

/**
 * The rows an order is proven to cover (money rule 3). One order from a call without failures that
 * costs the pre-flight sum covers its part. Otherwise the provider must say so: by its resources
 * under the order, else by its price call, which names ids that an unpaid order locks - of use only
 * while the part has a single order.
 */
export function coverageOf(
  { journal, facts }: Context,
  part: Part,
  order: Order,
  reading: OrderReading,
  amount: Money,
): Coverage {
  if (order.rows !== null) return { kind: 'proven', rows: order.rows };
  const open = part.rows.filter((index) => journal.rows[index]!.outcome === null);
  const clean = part.attempt.kind === 'accepted';
  const single = part.orders.length === 1;
  if (single && clean && isWhole(journal, part, open) && costsAsExpected(part, reading, amount)) {
    return { kind: 'proven', rows: part.rows };
  }
  const under = facts.orderRows.get(order.id);
  if (under === undefined || !sinceMade(facts, under, order.id)) {
    return { kind: 'ask', ask: { kind: 'order rows', order: order.id } };
  }
  const own = part.rows.filter((index) => under.rows.includes(index));
  // A row that was settled otherwise must not be paid for along with the others.
  if (own.length !== under.listed || own.some((index) => !open.includes(index))) return NOT_PROVEN;
  if (own.length > 0) return { kind: 'proven', rows: own };
  if (!single || open.length === 0) return NOT_PROVEN;
  const locks = facts.locks.get(part.number);
  if (locks === undefined || !sinceMade(facts, locks, order.id)) {
    return { kind: 'ask', ask: { kind: 'locks', part: part.number, rows: open } };
  }
  const locked = open.filter((index) => locks.rows.includes(index));
  // After an unclear answer there may be more orders than it named, which lock rows too.
  const alone = clean || costs(journal, locked, amount);
  return locked.length > 0 && alone ? { kind: 'proven', rows: locked } : NOT_PROVEN;
}

/** The rows listed under an order that is paid already; null where none or others are listed. */
export function listedRows(
  { facts }: Context,
  part: Part,
  order: Order,
): readonly number[] | null | Ask {
  if (order.rows !== null) return order.rows;
  const under = facts.orderRows.get(order.id);
  if (under === undefined || !sinceMade(facts, under, order.id)) {
    return { kind: 'order rows', order: order.id };
  }
  const own = part.rows.filter((index) => under.rows.includes(index));
  return own.length === under.listed && own.length > 0 ? own : null;
}

function costs(journal: Journal, indexes: readonly number[], amount: Money): boolean {
  const prices = indexes.flatMap((index) => journal.rows[index]!.price ?? []);
  return prices.length === indexes.length && compare(sum(prices, amount.currency), amount) === 0;
}

/** Whether no row of the part was named as failed or as busy. */
function isWhole({ rows }: Journal, part: Part, open: readonly number[]): boolean {
  const { length } = part.rows;
  return open.length === length && open.every((index) => rows[index]!.rung >= length);
}

/** Whether an order costs what the pre-flight of its part came to, by its amount or its list price. */
export function costsAsExpected(
  { expected: { price, list } }: Pick<Part, 'expected'>,
  reading: Pick<OrderReading, 'list'>,
  amount: Money,
): boolean {
  if (compare(amount, price) === 0) return true;
  return list !== null && reading.list !== null && compare(reading.list, list) === 0;
}
