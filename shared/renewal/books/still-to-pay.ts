import { rowState } from '../states/row-state.ts';
import { ORDER_STATES } from '../states/order-state.ts';
import { afterCancel } from '../apply/after-cancel.ts';
import type { Journal, Order, Part } from '../journal.ts';
import { coverable, isClosed, ordersIn } from '../journal-view.ts';
import type { Money } from '../../values/money.ts';
import { addTo } from './books.ts';

/** An order that is not paid yet, as far as is known, and the rows it is for. */
export interface UnpaidOrder {
  readonly id: string;
  /** How many rows without an outcome it covers. */
  readonly rows: number;
  /** What was compared before a payment was tried, else what was approved for its rows. */
  readonly amount: readonly Money[];
  readonly state: Order['state']['kind'];
}

/** What a job has still to pay: amounts per currency, at most so much at the approved prices. */
export interface StillToPay {
  readonly rows: number;
  readonly amount: readonly Money[];
  /** Orders that are unpaid and are to be paid; their rows and amounts are in the figures above. */
  readonly orders: readonly UnpaidOrder[];
}

/**
 * What a job has really still to pay, at most: its open rows at their approved prices, or what was
 * compared for an order of them. Not counted is what is doomed: rows of a sealed chunk, rows that the
 * end of an order's cancelling settles, and rows whose order is only to be named to a person.
 */
export function stillToPay(journals: readonly Journal[]): StillToPay {
  let amount: readonly Money[] = [];
  let rows = 0;
  const orders: UnpaidOrder[] = [];
  for (const journal of journals) {
    const found = stillToPayIn(journal);
    rows += found.rows;
    orders.push(...found.orders);
    for (const one of found.amount) amount = addTo(amount, one);
  }
  return { rows, amount, orders };
}

function stillToPayIn(journal: Journal): StillToPay {
  const open = new Set(payableRows(journal));
  const rows = open.size;
  let amount: readonly Money[] = [];
  const orders: UnpaidOrder[] = [];
  for (const { part, order } of unpaidOrders(journal)) {
    // Two orders that may cover the same row pay for it once.
    const own = coverable(part, order).filter((index) => open.delete(index));
    const sum = amountOf(journal, part, order, own);
    orders.push({ id: order.id, rows: own.length, amount: sum, state: order.state.kind });
    for (const one of sum) amount = addTo(amount, one);
  }
  for (const one of approvedFor(journal, [...open])) amount = addTo(amount, one);
  return { rows, amount, orders };
}

/** Rows that may yet be paid: without an outcome, not paid, and not doomed. */
function payableRows(journal: Journal): readonly number[] {
  const settled = afterCancelling(journal);
  const paid = ordersIn(journal, 'paid', 'overcharged', 'completed');
  const barred = new Set([
    ...paid.flatMap(({ part, order }) => coverable(part, order)),
    ...journal.parts.flatMap(({ attempt, rows }) => (attempt.kind === 'naming' ? rows : [])),
  ]);
  const indexes = journal.rows.flatMap((_, index) =>
    isOpen(settled.rows[index]!) && !barred.has(index) ? [index] : [],
  );
  if (journal.state === 'open') return indexes;
  // Nothing new is ordered or paid; what was about to be paid may be all the same.
  const inDoubt = new Set(
    journal.parts.flatMap((part) =>
      part.orders
        .filter((order) => moneyOf(order) === 'in doubt' && !isClosed(order))
        .flatMap((order) => coverable(part, order)),
    ),
  );
  return indexes.filter((index) => inDoubt.has(index));
}

/** Without an outcome, and not left to whoever else is at work on it. */
function isOpen(row: Journal['rows'][number]): boolean {
  const state = rowState(row);
  return state !== 'settled' && state !== 'watched';
}

/** The journal as it will be once everything that is being cancelled is. */
function afterCancelling(journal: Journal): Journal {
  return ordersIn(journal, 'cancelling').reduce(
    (before, { part, order }) =>
      afterCancel(before, part, order, { because: order.state.because, at: 0 }),
    journal,
  );
}

function moneyOf({ state }: Order): (typeof ORDER_STATES)[Order['state']['kind']]['money'] {
  return ORDER_STATES[state.kind].money;
}

function unpaidOrders(journal: Journal): readonly { part: Part; order: Order }[] {
  return journal.parts.flatMap((part) =>
    part.orders.flatMap((order) => {
      const isUnpaid = moneyOf(order) !== 'taken' && order.state.kind !== 'cancelling';
      return isUnpaid && !isClosed(order) ? [{ part, order }] : [];
    }),
  );
}

/** Compared amounts are an order's own: they count only where it covers all of its rows here. */
function amountOf(
  journal: Journal,
  part: Part,
  order: Order,
  own: readonly number[],
): readonly Money[] {
  const all = coverable(part, order);
  return 'compared' in order.state && order.state.compared !== null && own.length === all.length
    ? [order.state.compared]
    : approvedFor(journal, own);
}

function approvedFor(journal: Journal, rows: readonly number[]): readonly Money[] {
  let approved: readonly Money[] = [];
  for (const index of rows) approved = addTo(approved, journal.rows[index]!.approved);
  return approved;
}
