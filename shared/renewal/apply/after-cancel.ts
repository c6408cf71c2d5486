import type { Journal, JournalRow, Order, Part } from '../journal.ts';
import type { RefusalNote } from '../notes.ts';
import type { CancelReason } from '../states/order-state.ts';
import { isPricedAlone, type Pricing } from '../states/row-state.ts';
import { coverable, isClosed, withOrder, withOutcomes, withRows } from '../journal-view.ts';
import type { RowOutcome } from '../outcome.ts';
import { rowOutcome } from '../outcome.ts';
import { heldFor } from '../rules/price-verdict.ts';
import { reason } from '../../reasons/reason.ts';

/**
 * The journal once an order reads cancelled: the order is closed, and its rows are free again or
 * have the outcome that the reason asks for. Nothing of it was paid. While its coverage is not
 * proven, rows that another live order of the part may cover are left to that one.
 */
export function afterCancel(
  journal: Journal,
  part: Part,
  order: Order,
  because: CancelReason,
): Journal {
  const closed = withOrder(journal, order.id, (known) => ({
    ...known,
    state: { kind: 'cancelled', because },
  }));
  const refusal = refusalOf(order);
  const note = { order: order.id, code: refusal?.code ?? null };
  const rows = ownRows(journal, part, order);
  switch (because) {
    case 'dearer than approved':
      return afterDear(closed, order.id, rows);
    case 'coverage not proven':
      return afterUnproven(closed, order.id, rows, part.rows.length === 1);
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
        rowOutcome('not renewable', refusal?.reason ?? reason('payment-refused'), note),
      );
    case 'renewed elsewhere':
      return aloneOr(closed, rows, () =>
        rowOutcome('already renewed', reason('order-begins-late'), { order: order.id }),
      );
    case 'budget used up':
      return aloneOr(closed, rows, () =>
        rowOutcome('not renewable', reason('budget-used-up'), note),
      );
    case 'job ended':
      return settle(closed, rows, () =>
        rowOutcome('not attempted', reason('job-ended-order-cancelled')),
      );
    case 'expiry moved':
    case 'deadline passed':
    case 'not asked for':
      return closed;
  }
}

function refusalOf({ state }: Order): RefusalNote | null {
  return state.kind === 'cancelling' ? state.refusal : null;
}

function ownRows(journal: Journal, { number }: Part, order: Order): number[] {
  const part = journal.parts.find((one) => one.number === number)!;
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
    return withRows(journal, rows, (row) => ({ ...row, pricing: pricedAlone(row) }));
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

/** Ordered one id at a time next; a single id whose order still cannot be proven is given up. */
function afterUnproven(
  journal: Journal,
  orderId: string,
  rows: readonly number[],
  single: boolean,
): Journal {
  return !single
    ? withRows(journal, rows, (row) => ({ ...row, rung: 1 }))
    : settle(journal, rows, () =>
        rowOutcome('not renewable', reason('coverage-not-shown'), { order: orderId }),
      );
}

function settle(
  journal: Journal,
  rows: readonly number[],
  outcome: (index: number) => RowOutcome,
): Journal {
  return withOutcomes(journal, new Map(rows.map((index) => [index, outcome(index)])));
}
