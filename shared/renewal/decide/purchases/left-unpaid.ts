import { type Reason, reason } from '../../../reasons/reason.ts';
import type { Journal, Part } from '../../journal.ts';
import { isPurchase, wasLeftUnpaid } from '../../rules/purchases.ts';
import type { Context } from '../context.ts';
import type { Draft } from '../decision.ts';

/**
 * Whether an order that was to be paid by its very call was left unpaid: nothing is bought before it
 * is taken back, and then the job is suspended, for the account's means of payment do not work (money
 * rule 7).
 */
export function isLeftUnpaid({ journal, facts }: Context, draft: Draft): boolean {
  const parts = journal.parts.filter(isPurchase);
  const all = parts.flatMap((part) => part.orders);
  if (all.some(({ state }) => state.kind === 'made' || state.kind === 'cancelling')) return true;
  const untold = parts.filter((part) => !isToldOf(journal, part)).flatMap((part) => part.orders);
  // One of an earlier run has suspended the job then.
  const now = untold.find(
    (order) => wasLeftUnpaid(order) && facts.changed.has(`order ${order.id}`),
  );
  if (now === undefined) return false;
  draft.end({ kind: 'suspend', reason: leftUnpaid(now.id) });
  return true;
}

/**
 * Whether the call that named the order was itself refused for the account: that has suspended the job,
 * and by now it may be resumed with means that work.
 */
export function isToldOf({ refused }: Pick<Journal, 'refused'>, { attempt }: Part): boolean {
  return attempt.kind === 'refused' && refused?.reason.id === attempt.refusal.reason.id;
}

/** Kept with the order's end: a crash before the suspension must not let anything be sent (money rule 7). */
export function keepLeftUnpaid(
  { journal, epoch }: Context,
  draft: Draft,
  part: Part,
  order: string,
): void {
  if (isToldOf(journal, part)) return;
  draft.record({ kind: 'account refused', epoch, reason: leftUnpaid(order) });
}

function leftUnpaid(order: string): Reason {
  return reason('purchase-left-unpaid', { order });
}
