import { reason } from '../../reasons/reason.ts';
import type { Journal } from '../journal.ts';
import { type RowOutcome, rowOutcome } from '../outcome.ts';
import { CANCEL_REASONS, type CancelReason } from '../states/order-state.ts';
import { afterRefusals } from './single-refusal.ts';

/** Orders of a row that came to nothing at the provider, before it is ordered no more. */
const MOST_UNDONE = 4;
/** Orders of a row that were cancelled for whatever reason: ordering and cancelling ends some time. */
const MOST_CANCELLED = 8;

/** Whether a priced row is to be ordered now. */
export type Due =
  | { readonly kind: 'order' }
  /** Not before then (epoch milliseconds). */
  | { readonly kind: 'wait'; readonly until: number }
  /** Not before the order that is said to hold it was looked for. */
  | { readonly kind: 'seek' }
  | { readonly kind: 'settle'; readonly outcome: RowOutcome };

/**
 * Sorts out a row whose own renew call was refused: no order locks it, so it is given up with that
 * refusal, or ordered once more after a while (money rule 6).
 */
export function dueRow(journal: Journal, index: number, now: number): Due {
  const undone = cancelledOrders(journal, index, ['not asked for', 'deadline passed']);
  if (undone.length >= MOST_UNDONE) {
    return { kind: 'settle', outcome: cancelledEachTime(undone) };
  }
  const cancelled = cancelledOrders(journal, index, CANCEL_REASONS);
  if (cancelled.length >= MOST_CANCELLED) {
    return { kind: 'settle', outcome: cancelledEachTime(cancelled) };
  }
  const after = afterRefusals(journal, index, now);
  if (after.kind !== 'give up') return after;
  const { reason: why, code } = after.refusal;
  return { kind: 'settle', outcome: rowOutcome('not renewable', why, { code }) };
}

/** One order with the row of each renew call that came to nothing for one of these reasons. */
function cancelledOrders(
  { parts }: Journal,
  index: number,
  reasons: readonly CancelReason[],
): string[] {
  return parts.flatMap((part) => {
    const undone = part.orders.find(
      ({ rows, state }) =>
        state.kind === 'cancelled' &&
        reasons.includes(state.because) &&
        (rows ?? part.rows).includes(index),
    );
    return undone === undefined ? [] : [undone.id];
  });
}

function cancelledEachTime(orders: readonly string[]): RowOutcome {
  return rowOutcome('not renewable', reason('orders-cancelled-each-time'), {
    order: orders.at(-1) ?? null,
  });
}
