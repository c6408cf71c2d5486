import type { Journal, Order, Part } from '../journal.ts';
import { coverable, isClosed, isUnanswered } from '../journal-view.ts';
import { liveKinds } from '../states/order-state.ts';
import { type RowOutcome, rowOutcome } from '../outcome.ts';
import { isPurchase } from '../rules/purchases.ts';
import { leftToOthers } from '../rules/watched-rows.ts';
import { shareOfPaid } from './paid-shares.ts';
import { reason } from '../../reasons/reason.ts';

/**
 * What a results sheet says of a row that has no outcome of its own: of an interim sheet while the
 * job is suspended, or of a job that has ended (`final`). What may have happened at the provider is
 * never called "not attempted", and every order that may concern the row is named.
 */
export function interimOutcome(journal: Journal, index: number, final: boolean): RowOutcome {
  const live = liveOrders(journal, index);
  const named = (...stands: readonly ('none' | 'in doubt' | 'taken')[]): string | null => {
    const kinds = stands.flatMap(liveKinds);
    const some = live.filter(({ state }) => kinds.includes(state.kind)).map(({ id }) => id);
    return some.length === 0 ? null : some.join(', ');
  };
  const paid = named('taken');
  if (paid !== null) {
    const id = final ? 'paid-not-completed' : 'paid-not-completed-yet';
    return rowOutcome('needs review', reason(id, { order: paid }), {
      order: named('taken', 'in doubt', 'none'),
      paid: shareOfPaid(journal, index),
    });
  }
  const paying = named('in doubt');
  if (paying !== null) {
    const declined = live.every(({ state }) => state.kind === 'payment declined');
    const id = declined ? 'payment-refused-not-read' : 'payment-not-clear';
    return rowOutcome('needs review', reason(id, { order: paying }), {
      order: named('in doubt', 'none'),
    });
  }
  const { pricing } = journal.rows[index]!;
  if (pricing.kind === 'watched') return leftToOthers(pricing);
  const unpaid = named('none');
  if (unpaid !== null) return final ? leftBehind(unpaid) : notYet(unpaid);
  const open = journal.parts.filter((part) => isUnanswered(part) && part.rows.includes(index));
  return open.length === 0 ? notYet(null) : notClear(open);
}

/** Of a row for which a call may have made an order that nobody could find. */
export function notClear(calls: readonly Part[]): RowOutcome {
  const bought = calls.some(isPurchase);
  return rowOutcome('needs review', reason(bought ? 'purchase-not-clear' : 'order-not-clear'));
}

function liveOrders(journal: Journal, index: number): Order[] {
  return journal.parts.flatMap((part) =>
    part.orders.filter((order) => !isClosed(order) && coverable(part, order).includes(index)),
  );
}

function leftBehind(order: string): RowOutcome {
  return rowOutcome('needs review', reason('order-left-behind', { order }), { order });
}

function notYet(order: string | null): RowOutcome {
  // Without its amount, so that the Summary says it once for all of these rows.
  return rowOutcome('not attempted', reason('not-paid-yet'), { order });
}
