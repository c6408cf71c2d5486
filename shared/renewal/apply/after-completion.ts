import type { Journal, Order } from '../journal.ts';
import { withOrder, withRows } from '../journal-view.ts';
import type { Money } from '../../values/money.ts';
import { rowOutcome } from '../outcome.ts';
import { isOurs } from '../rules/first-payment.ts';
import { besideFound } from './found-orders.ts';
import { chargedTogether, paidWith, sharesOf } from '../books/paid-shares.ts';
import type { Reason } from '../../reasons/reason.ts';

/** An order that is completed, and what was charged for it; null: the provider's figures differ. */
export interface CompletedOrder {
  readonly order: Order;
  readonly charged: Money | null;
  /** Beside it; absent: none is told. */
  readonly tax?: Money | undefined;
}

/** The rows that completed orders have renewed, and what is said of them. */
export interface RenewedRows {
  readonly rows: readonly number[];
  /** New expiries by row index, in epoch milliseconds. */
  readonly expiries: ReadonlyMap<number, number>;
  readonly why: Reason;
}

/**
 * The journal once orders are completed and each of their rows shows a later expiry: the charged
 * amount is allocated to the rows by their prices, so that they add up to it exactly (money rule
 * 10); while one of the charges is not known, no figure stands for it. Several at once, where only
 * is known which rows they cover together. What was paid and renewed is called so, whatever a row was
 * called before.
 */
export function afterCompletions(
  journal: Journal,
  orders: readonly CompletedOrder[],
  { rows, expiries, why }: RenewedRows,
): Journal {
  const completed = orders.reduce((known, one) => closed(known, one, rows), journal);
  const shares = sharesOfAll(journal, orders, rows);
  const names = orders.map(({ order }) => order.id).join(', ');
  return withRows(completed, rows, (row, index) => {
    const outcome = rowOutcome('renewed', why, {
      order: names,
      paid: paidWith(row, shares?.get(index) ?? null),
      newExpiry: expiries.get(index) ?? null,
    });
    return besideFound(journal, { ...row, outcome }, index);
  });
}

function sharesOfAll(
  journal: Journal,
  orders: readonly CompletedOrder[],
  rows: readonly number[],
): ReadonlyMap<number, Money> | null {
  const charged = chargedTogether(orders);
  return charged === null ? null : sharesOf(journal, rows, charged);
}

function closed(
  journal: Journal,
  { order, charged, tax }: CompletedOrder,
  rows: readonly number[],
): Journal {
  const { state } = order;
  const compared = isOurs(state) && 'compared' in state ? state.compared : null;
  const discount = 'discount' in state ? state.discount : null;
  return withOrder(journal, order.id, (known) => ({
    ...known,
    rows,
    state: {
      kind: 'completed',
      compared,
      discount,
      charged,
      ...(tax === undefined ? {} : { tax }),
    },
  }));
}
