import type { Order } from './order.ts';
import type { SandboxState } from '../state.ts';
import type { ReadKind } from '../world/disagreements.ts';

/** An order as a read shows it: perhaps of a while ago, perhaps with a status in passing. */
export type SeenOrder = Omit<Order, 'status'> & { readonly status: number };

/**
 * The instant as of which a read is answered: now, or earlier where the replica that answers is
 * behind (`staleReads`), which a seeded draw decides for each call anew.
 */
export function readAt(state: SandboxState, kind: ReadKind, now: number): number {
  const stale = state.behaviour.staleReads[kind];
  if (stale === undefined) return now;
  return stale.chance === 1 || state.random() < stale.chance ? now - stale.ms : now;
}

/** Whether an unpaid order is still in a state in passing that cannot be paid. */
export function isNotPayableYet({ behaviour }: SandboxState, order: Order, now: number): boolean {
  const passing = behaviour.statusBeforePayment;
  return passing !== null && !passing.payable && now < order.createdAt + passing.forMs;
}

function statusAsOf({ behaviour }: SandboxState, order: Order, at: number): number {
  const { statusBeforePayment: before, statusAfterPayment: after } = behaviour;
  const paidAt = order.payment?.at ?? Infinity;
  if (after !== null && paidAt <= at && at < paidAt + after.forMs) return after.status;
  if (order.endedAt !== null && order.endedAt <= at) return order.status;
  if (order.type === 3 || paidAt <= at) return 3;
  return before !== null && at < order.createdAt + before.forMs ? before.status : 6;
}

/**
 * An order as list, details and filters show it as of `at`; nothing while they do not show it yet.
 * Paying and cancelling go by the truth.
 */
export function orderSeen(state: SandboxState, order: Order, at: number): SeenOrder | undefined {
  if (order.createdAt + state.behaviour.orderVisibilityDelayMs > at) return undefined;
  const payment = order.payment !== null && order.payment.at <= at ? order.payment : null;
  return { ...order, status: statusAsOf(state, order, at), payment };
}
