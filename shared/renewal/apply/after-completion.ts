import type { Journal, Order } from '../journal.ts';
import { withOrder, withRows } from '../journal-view.ts';
import { type Money, plus, roundToMinor, sum, zero } from '../../values/money.ts';
import { rowOutcome } from '../outcome.ts';
import { sharesOf } from '../books/paid-shares.ts';
import { reason } from '../../reasons/reason.ts';

/** An order that is completed, and what was charged for it. */
export interface CompletedOrder {
  readonly order: Order;
  readonly charged: Money;
}

/**
 * The journal once orders are completed and each of their rows shows a later expiry: the charged
 * amount is allocated to the rows by their prices, so that they add up to it exactly (money rule
 * 10). Several at once, where only is known which rows they cover together. What was paid and
 * renewed is called so, whatever a row was called before.
 */
export function afterCompletions(
  journal: Journal,
  orders: readonly CompletedOrder[],
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
  { order, charged }: CompletedOrder,
  rows: readonly number[],
): Journal {
  const { state } = order;
  const compared = 'compared' in state ? state.compared : null;
  return withOrder(journal, order.id, (known) => ({
    ...known,
    rows,
    state: { kind: 'completed', compared, charged },
  }));
}
