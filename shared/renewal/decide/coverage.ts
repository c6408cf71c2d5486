import { compare, type Money, roundToMinor, roundUpToMinor, sum } from '../../values/money.ts';
import type { Journal, Order, Part } from '../journal.ts';
import type { OrderReading } from '../readings.ts';
import type { Context } from './context.ts';
import type { Ask } from './decision.ts';
import { type Facts, type OrderRows, sinceMade } from './facts.ts';

/** What is known of the rows that an order covers. */
export type Coverage =
  | { readonly kind: 'proven'; readonly rows: readonly number[] }
  /** `rows`: what it should cover, where it costs something else than these. */
  | { readonly kind: 'not proven'; readonly rows: readonly number[] | null }
  | { readonly kind: 'ask'; readonly ask: Ask };

/**
 * The rows an order is proven to cover (money rule 3), by one of two proofs: the only order of a
 * call, none of whose rows was named as failed, costs the pre-flight sum of exactly the call's rows,
 * and nothing else is listed under it, as where one was left out and another ordered along; or the
 * provider lists rows of the call under the order and nothing else, and it costs the pre-flight sum of
 * exactly these. A lock proves nothing, nor does a list that the amount does not bear out.
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
  const single = part.orders.length === 1 && part.attempt.kind === 'accepted';
  const isSum =
    single && isWhole(journal, part, open) && costs(journal, part.rows, reading, amount);
  if (isSum && part.rows.length === 1) return { kind: 'proven', rows: part.rows };
  const under = listing(facts, order);
  if (under === null) return { kind: 'ask', ask: { kind: 'order rows', order: order.id } };
  const own = part.rows.filter((index) => under.rows.includes(index));
  if (isSum && own.length === under.listed) return { kind: 'proven', rows: part.rows };
  // A row that was settled otherwise must not be paid for along with the others.
  const exact =
    own.length > 0 && own.length === under.listed && own.every((index) => open.includes(index));
  if (exact && costs(journal, own, reading, amount)) return { kind: 'proven', rows: own };
  const whole = single && under.listed === 0 && isWhole(journal, part, open);
  return { kind: 'not proven', rows: exact ? own : whole ? part.rows : null };
}

/**
 * The rows listed under an order that somebody has paid or cancelled; null where none or others are
 * listed, or where it costs something else than these: then it may cover any row of its call. Of one
 * that was unwanted, what was listed before is no proof.
 */
export function listedRows(
  { journal, facts }: Context,
  part: Part,
  order: Order,
  reading: OrderReading,
): readonly number[] | null | Ask {
  if (order.rows !== null && !isUnwanted(order)) return order.rows;
  const under = listing(facts, order);
  if (under === null) return { kind: 'order rows', order: order.id };
  const own = part.rows.filter((index) => under.rows.includes(index));
  const exact = own.length === under.listed && own.length > 0;
  return exact && costs(journal, own, reading, reading.amount) ? own : null;
}

function isUnwanted({ state }: Order): boolean {
  return state.kind === 'cancelling' && state.because === 'not asked for';
}

/** Whether its rows are proven by what is listed under it, and that is still to be read. */
export function isListingOpen({ facts }: Context, part: Part, order: Order): boolean {
  return order.rows === null && part.rows.length > 1 && listing(facts, order) === null;
}

/** What is listed under the order, read since it exists; else null. */
function listing(facts: Facts, { id }: Order): OrderRows | null {
  const under = facts.orderRows.get(id);
  return under === undefined || !sinceMade(facts, under, id) ? null : under;
}

/** Whether no row of the part was named as failed or as busy. */
function isWhole({ rows }: Journal, part: Part, open: readonly number[]): boolean {
  const { length } = part.rows;
  return open.length === length && open.every((index) => rows[index]!.rung >= length);
}

/**
 * Whether an order costs what the pre-flight of exactly these rows came to: by what is to be paid, by
 * the amount that it shows, or by its list price.
 */
export function costs(
  journal: Journal,
  rows: readonly number[],
  reading: Pick<OrderReading, 'amount' | 'list'>,
  amount: Money,
): boolean {
  const chosen = rows.map((index) => journal.rows[index]!);
  const prices = chosen.flatMap(({ price }) => price ?? []);
  const lists = chosen.flatMap(({ list }) => list ?? []);
  return (
    isSumOf(prices, rows.length, amount) ||
    isSumOf(prices, rows.length, reading.amount) ||
    (reading.list !== null && isSumOf(lists, rows.length, reading.list))
  );
}

/** Fractions of a cent may be rounded one by one or together, or not at all: every such sum counts as equal. */
function isSumOf(prices: readonly Money[], count: number, amount: Money): boolean {
  if (prices.length < count) return false;
  const { currency } = amount;
  const whole = sum(prices, currency);
  const sums = [
    whole,
    roundToMinor(whole),
    roundUpToMinor(whole),
    sum(prices.map(roundToMinor), currency),
    sum(prices.map(roundUpToMinor), currency),
  ];
  const amounts = [amount, roundToMinor(amount), roundUpToMinor(amount)];
  return sums.some((one) => amounts.some((other) => compare(one, other) === 0));
}
