import type { Order } from './order.ts';
import type { SandboxState } from '../state.ts';

/** The unpaid or processing order that holds a main resource; of several the youngest. */
export function holderOf(state: SandboxState, resourceId: string): Order | undefined {
  return state.ordersOf.get(resourceId)?.findLast(({ endedAt }) => endedAt === null);
}

/**
 * How the price call, or renew itself, sees a resource held as of `at` (epoch milliseconds). Each
 * may learn of a lock late and let go of it late (`lockShownAfterMs`, `lockGoneAfterMs`).
 */
export function lockSeen(
  state: SandboxState,
  resourceId: string,
  by: 'price' | 'renew',
  at: number,
): 'unpaid' | 'processing' | undefined {
  const { lockShownAfterMs, lockGoneAfterMs } = state.behaviour;
  const order = state.ordersOf.get(resourceId)?.findLast(({ createdAt, endedAt }) => {
    if (createdAt + lockShownAfterMs[by] > at) return false;
    return endedAt === null || endedAt + lockGoneAfterMs[by] > at;
  });
  if (order === undefined) return undefined;
  const paid = order.type === 3 || (order.payment !== null && order.payment.at <= at);
  return paid ? 'processing' : 'unpaid';
}
