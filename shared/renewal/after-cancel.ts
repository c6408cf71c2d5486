import type { CancelReason, Journal, Order, Part, RefusalNote } from './journal.ts';
import { coverable, isClosed, withOrder, withOutcomes, withRows } from './journal-view.ts';
import type { RowOutcome } from './outcome.ts';
import { rowOutcome } from './outcome.ts';
import { heldFor } from './price-verdict.ts';

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
          why: 'The discount that the approved price counts on is not accepted for this order.',
        }),
        ...note,
      }));
    case 'terms changed':
      return aloneOr(closed, rows, () =>
        rowOutcome(
          'not renewable',
          "The order's terms changed at the provider before it was paid.",
          'Renew this resource by hand in the console, or drop a fresh quote for it.',
          note,
        ),
      );
    case 'payment refused':
      return aloneOr(closed, rows, () =>
        rowOutcome(
          'not renewable',
          refusal?.reason ?? 'The provider refused the payment of the order.',
          refusal?.advice ?? 'Renew this resource by hand in the console.',
          note,
        ),
      );
    case 'renewed elsewhere':
      return aloneOr(closed, rows, () =>
        rowOutcome(
          'already renewed',
          "The provider's order for it would begin long after the approved expiry: somebody has renewed it, and its expiry does not show that yet.",
          '',
          { order: order.id },
        ),
      );
    case 'budget used up':
      return aloneOr(closed, rows, () =>
        rowOutcome(
          'not renewable',
          "The budget of the resource's enterprise project or organization is used up.",
          'Raise the budget, then drop these rows again.',
          note,
        ),
      );
    case 'job ended':
      return settle(closed, rows, () =>
        rowOutcome('not attempted', 'The job ended before this row was paid.', 'Drop it again.'),
      );
    case 'expiry moved':
    case 'deadline passed':
    case 'not asked for':
      return closed;
  }
}

function refusalOf({ state }: Order): RefusalNote | undefined {
  return state.kind === 'cancelling' ? state.refusal : undefined;
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
  const again = rows.some((index) => journal.rows[index]!.priceAlone);
  if (rows.length > 1 && !again) {
    return withRows(journal, rows, (row) => ({ ...row, priceAlone: true }));
  }
  return aloneOr(journal, rows, (index) => ({
    ...heldFor(journal.rows[index]!, null),
    order: orderId,
  }));
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
        rowOutcome(
          'not renewable',
          'The provider does not show what its order for this resource covers; it was cancelled unpaid.',
          'Renew this resource by hand in the console.',
          { order: orderId },
        ),
      );
}

function settle(
  journal: Journal,
  rows: readonly number[],
  outcome: (index: number) => RowOutcome,
): Journal {
  return withOutcomes(journal, new Map(rows.map((index) => [index, outcome(index)])));
}
