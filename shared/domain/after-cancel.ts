import type { CancelReason, Journal, Order, Part } from './journal.ts';
import { coverable, withOrder, withOutcomes, withRows } from './journal-view.ts';
import type { RowOutcome } from './outcome.ts';
import { rowOutcome } from './outcome.ts';
import { heldFor } from './price-verdict.ts';

/**
 * The journal once an order reads cancelled: the order is closed, and its rows are free again or
 * have the outcome that the reason asks for. Nothing of it was paid.
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
  const rows = coverable(part, order).filter((index) => journal.rows[index]!.outcome === null);
  switch (because) {
    case 'dearer than approved':
      return afterDear(closed, order.id, rows);
    case 'coverage not proven':
      return afterUnproven(closed, order.id, rows);
    case 'discount refused':
      return settle(closed, rows, (index) => ({
        ...heldFor(
          journal.rows[index]!,
          null,
          'The discount that the approved price counts on is not accepted for this order.',
        ),
        order: order.id,
      }));
    case 'terms changed':
      return settle(closed, rows, () =>
        rowOutcome(
          'not renewable',
          "The order's terms changed at the provider before it was paid.",
          'Renew this resource by hand in the console, or drop a fresh quote for it.',
          { order: order.id },
        ),
      );
    case 'budget used up':
      return settle(closed, rows, () =>
        rowOutcome(
          'not renewable',
          "The budget of the resource's enterprise project or organization is used up.",
          'Raise the budget, then drop these rows again.',
          { order: order.id },
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

/**
 * One row alone, or rows priced alone before: they are held. Otherwise one of many made the order
 * dear: each is priced alone next, the dear ones are held, the rest is ordered once more.
 */
function afterDear(journal: Journal, orderId: string, rows: readonly number[]): Journal {
  const again = rows.length === 1 || rows.some((index) => journal.rows[index]!.priceAlone);
  return again
    ? settle(journal, rows, (index) => ({ ...heldFor(journal.rows[index]!, null), order: orderId }))
    : withRows(journal, rows, (row) => ({ ...row, priceAlone: true }));
}

/** Ordered one id at a time next; a single id whose order still cannot be proven is given up. */
function afterUnproven(journal: Journal, orderId: string, rows: readonly number[]): Journal {
  return rows.length > 1
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
