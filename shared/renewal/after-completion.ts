import type { Journal, Order } from './journal.ts';
import { withOrder, withRows } from './journal-view.ts';
import { type Money, plus, roundToMinor, sum, zero } from '../values/money.ts';
import { rowOutcome } from './outcome.ts';
import { sharesOf } from './paid-shares.ts';
import { reason } from '../reasons/reason.ts';

/** An order that is completed, and what was charged for it. */
export interface ChargedOrder {
  readonly order: Order;
  readonly charged: Money;
}

/**
 * The journal once an order is completed and each of its rows shows a later expiry: the charged
 * amount is allocated to the rows by their prices, so that they add up to it exactly (money rule
 * 10). What was paid and renewed is called so, whatever a row was called before.
 */
export function afterCompletion(
  journal: Journal,
  order: Order,
  rows: readonly number[],
  charged: Money,
  expiries: ReadonlyMap<number, number>,
): Journal {
  return afterCompletions(journal, [{ order, charged }], rows, expiries);
}

/** The same for several orders of which only is known which rows they cover together. */
export function afterCompletions(
  journal: Journal,
  orders: readonly ChargedOrder[],
  rows: readonly number[],
  expiries: ReadonlyMap<number, number>,
): Journal {
  const completed = orders.reduce((known, one) => closed(known, one, rows), journal);
  const { currency } = orders[0]!.charged;
  const total = sum(
    orders.map(({ charged }) => charged),
    currency,
  );
  const shares = sharesOf(journal, rows, total);
  const names = orders.map(({ order }) => order.id).join(', ');
  return withRows(completed, rows, (row, index) => {
    const share = shares.get(index) ?? roundToMinor(zero(currency));
    const before = row.outcome?.paid ?? null;
    return {
      ...row,
      outcome: rowOutcome('renewed', reason('renewed'), {
        order: names,
        paid: before === null ? share : plus(before, share),
        newExpiry: expiries.get(index) ?? null,
      }),
    };
  });
}

function closed(
  journal: Journal,
  { order, charged }: ChargedOrder,
  rows: readonly number[],
): Journal {
  const { state } = order;
  const compared = state.kind === 'paid' || state.kind === 'paying' ? state.compared : null;
  return withOrder(journal, order.id, (known) => ({
    ...known,
    rows,
    state: { kind: 'completed', compared, charged },
  }));
}
