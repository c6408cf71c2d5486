import { compare, type Money, sum } from '../../../values/money.ts';
import { chargedTogether } from '../../books/paid-shares.ts';
import type { Journal } from '../../journal.ts';
import { isClosed, isForAll, isTurnedDown, openRowsOf } from '../../journal-view.ts';
import { renewedExpiry } from '../../rules/purchases.ts';
import type { Context } from '../context.ts';
import type { Charged } from './charged-order.ts';

/** Completed orders that are confirmed together: one, or those whose rows nothing tells apart. */
export interface Group {
  readonly orders: readonly Charged[];
  /** All rows that they may cover. */
  readonly rows: readonly number[];
}

/** Expiries later than the approved day, by row index. */
export function laterExpiries(
  { journal, facts, policy }: Context,
  rows: readonly number[],
): Map<number, number> {
  return new Map(
    rows.flatMap((index) => {
      const expiry = renewedExpiry(journal, index, facts.rows.get(index), policy.expiryZone);
      return expiry === null ? [] : [[index, expiry] as const];
    }),
  );
}

/**
 * Orders of proven coverage by themselves, the others of a part together, and not before every
 * other order of their part that may cover the same rows is closed or completed.
 */
export function groupsOf(journal: Journal, completed: readonly Charged[]): Group[] {
  const proven = completed.filter(({ order }) => order.rows !== null);
  const groups = proven.map((one): Group => ({ orders: [one], rows: one.order.rows! }));
  const parts = new Set(completed.filter((one) => !proven.includes(one)).map(({ part }) => part));
  for (const part of parts) {
    const orders = completed.filter((one) => one.part === part && !proven.includes(one));
    const live = part.orders.filter((order) => order.rows === null && !isClosed(order));
    if (live.length > orders.length) continue;
    groups.push({ orders, rows: openRowsOf(journal, part, orders[0]!.order) });
  }
  return groups;
}

/**
 * The rows that a group has renewed, null while that is not clear: all that it may cover, where these
 * are for sure its own; else those that moved, or those of them that the call did not turn down, if
 * they cost what was charged.
 */
export function renewedRows(
  journal: Journal,
  { orders, rows }: Group,
  expiries: ReadonlyMap<number, number>,
): readonly number[] | null {
  const moved = rows.filter((index) => expiries.has(index));
  if (moved.length === 0) return null;
  const [{ part, order }] = orders as readonly [Charged];
  // A row of another order, or of none, may have been renewed by somebody else.
  const known = isForAll(part, order, orders.length);
  if (known && moved.length === rows.length) return rows;
  if (isForAll(part, order)) return null;
  const charged = chargedTogether(orders);
  if (charged === null) return null;
  const ordered = moved.filter((index) => !isTurnedDown(part, index));
  return [moved, ordered].find((some) => isPriceOf(journal, some, charged)) ?? null;
}

/** Whether the rows cost exactly that, by the prices that they were ordered at. */
function isPriceOf({ rows }: Journal, some: readonly number[], charged: Money): boolean {
  const prices = some.map((index) => rows[index]!.price);
  if (prices.length === 0 || prices.includes(null)) return false;
  return compare(sum(prices as readonly Money[], charged.currency), charged) === 0;
}
