import { type Reason, reason } from '../../../reasons/reason.ts';
import { isPurchase, wasLeftUnpaid } from '../../rules/purchases.ts';
import type { Context } from '../context.ts';
import type { Draft } from '../decision.ts';

/**
 * Whether an order that was to be paid by its very call was left unpaid: nothing is bought before it
 * is taken back, and then the job is suspended, for the account's means of payment do not work (money
 * rule 7).
 */
export function isLeftUnpaid({ journal, facts }: Context, draft: Draft): boolean {
  const orders = journal.parts.filter(isPurchase).flatMap((part) => part.orders);
  if (orders.some(({ state }) => state.kind === 'made' || state.kind === 'cancelling')) return true;
  // One of an earlier run has suspended the job then.
  const now = orders.find(
    (order) => wasLeftUnpaid(order) && facts.changed.has(`order ${order.id}`),
  );
  if (now === undefined) return false;
  draft.end({ kind: 'suspend', reason: leftUnpaid(now.id) });
  return true;
}

/** Kept with the order's end: a crash before the suspension must not let anything be sent (money rule 7). */
export function keepLeftUnpaid({ epoch }: Context, draft: Draft, order: string): void {
  draft.record({ kind: 'account refused', epoch, reason: leftUnpaid(order) });
}

function leftUnpaid(order: string): Reason {
  return reason('purchase-left-unpaid', { order });
}
