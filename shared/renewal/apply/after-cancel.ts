import type { Journal, JournalRow, Order, Part } from '../journal.ts';
import type { RefusalNote } from '../notes.ts';
import type { CancelReason } from '../states/order-state.ts';
import { isPricedAlone, type Pricing, type Watched } from '../states/row-state.ts';
import {
  coverable,
  findPart,
  isClosed,
  withOrder,
  withOutcomes,
  withRows,
} from '../journal-view.ts';
import type { RowOutcome } from '../outcome.ts';
import { rowOutcome } from '../outcome.ts';
import { heldFor } from '../rules/price-verdict.ts';
import { compoundReason, type Reason, reason } from '../../reasons/reason.ts';

/** How an order came to be cancelled. */
interface Cancel {
  readonly because: CancelReason;
  /** Epoch milliseconds. */
  readonly at: number;
  /** What is listed under it; left out: as before. */
  readonly rows?: readonly number[] | undefined;
  /** Why it was not carried out, where the provider says so. */
  readonly refusal?: RefusalNote | undefined;
}

/**
 * The journal once an order reads cancelled: the order is closed, and its rows are free again or
 * have the outcome that the reason asks for. Nothing of it was paid. While its coverage is not
 * proven, rows that another live order of the part may cover are left to that one, unless somebody
 * else is at work on them.
 */
export function afterCancel(
  journal: Journal,
  part: Part,
  cancelled: Order,
  { because, at, rows: listed, refusal: why }: Cancel,
): Journal {
  const order = { ...cancelled, rows: listed ?? cancelled.rows };
  const closed = withOrder(journal, order.id, () => ({
    ...order,
    state: { kind: 'cancelled', because, at },
  }));
  const refusal = why ?? refusalOf(order);
  const note = { order: order.id, code: refusal?.code ?? null };
  const rows = ownRows(journal, part, order);
  switch (because) {
    case 'dearer than approved':
      return afterDear(closed, order.id, rows);
    case 'coverage not proven':
      return afterUnproven(closed, order.id, rows);
    case 'discount refused':
      return settle(closed, rows, (index) => ({
        ...heldFor(journal.rows[index]!, null, {
          why: reason('approved-discount-not-accepted'),
        }),
        ...note,
      }));
    case 'terms changed':
      return aloneOr(closed, rows, () =>
        rowOutcome('not renewable', reason('order-terms-changed'), note),
      );
    case 'payment refused':
      return aloneOr(closed, rows, () =>
        rowOutcome('not renewable', refusedPayment(refusal), note),
      );
    case 'renewed elsewhere':
      return rows.length > 1
        ? withRows(closed, rows, (row) => ({ ...row, rung: 1 }))
        : watch(closed, rows, { kind: 'watched', since: at, order: order.id, why: 'begins late' });
    case 'held elsewhere':
    case 'cancelled by somebody': {
      const any = coverable(part, order).filter((index) => journal.rows[index]!.outcome === null);
      return watch(closed, any, { kind: 'watched', since: at, order: order.id, why: because });
    }
    case 'budget used up':
      return aloneOr(closed, rows, () =>
        rowOutcome('not renewable', reason('budget-used-up'), note),
      );
    case 'job ended':
      return settle(closed, rows, () =>
        rowOutcome('not attempted', reason('job-ended-order-cancelled')),
      );
    case 'not carried out':
      return settle(closed, rows, () =>
        rowOutcome('not renewable', refusal?.reason ?? reason('not-carried-out'), note),
      );
    case 'left unpaid':
    case 'expiry moved':
    case 'expiry not shown':
    case 'deadline passed':
    case 'not asked for':
      return closed;
  }
}

function refusalOf({ state }: Order): RefusalNote | null {
  return state.kind === 'cancelling' ? state.refusal : null;
}

/** What was said of the order was of its state then: it is cancelled since. */
function refusedPayment(refusal: RefusalNote | null): Reason {
  return refusal === null
    ? reason('payment-refused')
    : compoundReason('order-payment-refused', {}, [refusal.reason]);
}

function ownRows(journal: Journal, { number }: Part, order: Order): number[] {
  const part = findPart(journal, number);
  const others = part.orders.filter((one) => one.id !== order.id && !isClosed(one));
  const shared = new Set(
    order.rows === null ? others.flatMap((other) => coverable(part, other)) : [],
  );
  return coverable(part, order).filter(
    (index) => journal.rows[index]!.outcome === null && !shared.has(index),
  );
}

/**
 * One of many made the order dear: each is priced alone next, the dear ones are held, the rest is
 * ordered once more. If that is dear again although no row is, as where one payment's discount
 * does not fit all of them, each is ordered alone. A row that is alone is held.
 */
function afterDear(journal: Journal, orderId: string, rows: readonly number[]): Journal {
  const again = rows.some((index) => isPricedAlone(journal.rows[index]!));
  if (rows.length > 1 && !again) {
    return withRows(journal, unwatched(journal, rows), (row) => ({
      ...row,
      pricing: pricedAlone(row),
    }));
  }
  return aloneOr(journal, rows, (index) => ({
    ...heldFor(journal.rows[index]!, null),
    order: orderId,
  }));
}

function pricedAlone({ pricing }: JournalRow): Pricing {
  return pricing.kind === 'busy' ? { ...pricing, alone: true } : { kind: 'alone' };
}

/** What is true of some row of an order need not be true of all: several are each ordered alone. */
function aloneOr(
  journal: Journal,
  rows: readonly number[],
  outcome: (index: number) => RowOutcome,
): Journal {
  return rows.length > 1
    ? withRows(journal, rows, (row) => ({ ...row, rung: 1 }))
    : settle(journal, rows, outcome);
}

/**
 * Ordered one id at a time next, at a price asked for anew. A single id whose own order is not proven
 * a second time is given up.
 */
function afterUnproven(journal: Journal, orderId: string, rows: readonly number[]): Journal {
  const lowered = withRows(journal, rows, (row) => ({ ...row, rung: 1 }));
  const twice = rows.filter((row) => unprovenAlone(journal, row) > 1);
  return settle(lowered, twice, () =>
    rowOutcome('not renewable', reason('coverage-not-shown'), { order: orderId }),
  );
}

/** How many calls for the row alone made an order that was cancelled because it was not proven. */
function unprovenAlone({ parts }: Journal, row: number): number {
  return parts.filter(
    ({ rows, orders }) =>
      rows.length === 1 &&
      rows[0] === row &&
      orders.some(
        ({ state }) => state.kind === 'cancelled' && state.because === 'coverage not proven',
      ),
  ).length;
}

/** Left to whoever is at work on them, until their expiry shows what happened (money rule 4). */
function watch(journal: Journal, rows: readonly number[], pricing: Watched): Journal {
  return withRows(journal, unwatched(journal, rows), (row) => ({ ...row, pricing }));
}

/** Without the rows that are left to their expiry: what becomes of another order of theirs says nothing of them. */
function unwatched(journal: Journal, rows: readonly number[]): readonly number[] {
  return rows.filter((index) => journal.rows[index]!.pricing.kind !== 'watched');
}

function settle(
  journal: Journal,
  rows: readonly number[],
  outcome: (index: number) => RowOutcome,
): Journal {
  const open = unwatched(journal, rows);
  return withOutcomes(journal, new Map(open.map((index) => [index, outcome(index)])));
}
