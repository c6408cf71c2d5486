import { orderSeen, type SeenOrder } from './as-seen.ts';
import type { Order } from './order.ts';
import type { SandboxState } from '../state.ts';

/** What an order id means: an order, or one part of a combined order. */
export interface FoundOrder {
  readonly order: Order;
  /** The id asked for is a part's, not the combined order's. */
  readonly isPart: boolean;
}

/** Finds an order by its id or by a part's id, whether it can be seen yet or not. */
export function findOrder(state: SandboxState, id: string): FoundOrder | undefined {
  const order = state.orders.get(id);
  if (order !== undefined) return { order, isPart: false };
  for (const other of state.orders.values()) {
    if (other.lines.some(({ orderId }) => orderId === id)) return { order: other, isPart: true };
  }
  return undefined;
}

/** As {@link findOrder}, as of an instant at which reads may not show it yet. */
export function findSeenOrder(
  state: SandboxState,
  id: string,
  at: number,
): { readonly order: SeenOrder; readonly isPart: boolean } | undefined {
  const found = findOrder(state, id);
  const order = found && orderSeen(state, found.order, at);
  return order && { order, isPart: found.isPart };
}
