import { extendExpiry } from '../resources/extend-expiry.ts';
import type { Order } from './order.ts';
import { expiryOf } from '../../frame/world/expiry.ts';
import type { SandboxState } from '../state.ts';
import { utcText } from '../../frame/world/utc-text.ts';

function release(state: SandboxState, order: Order, at: number): void {
  state.open.delete(order);
  order.endedAt = at;
}

/** Ends an order without a renewal, at an instant, and frees its resources. */
export function cancelOrder(
  state: SandboxState,
  order: Order,
  endedBy: NonNullable<Order['endedBy']>,
  at = state.clock(),
): void {
  order.status = 4;
  order.endedBy = endedBy;
  order.completesAt = null;
  release(state, order, at);
}

/** Completes a paid order at an instant: expiries move on from where they are, resources are freed. */
export function completeOrder(state: SandboxState, order: Order, at: number): void {
  order.status = 5;
  order.completesAt = null;
  release(state, order, at);
  const entry = state.ledger.find(({ order: id }) => id === order.id);
  for (const { resourceId } of order.lines) {
    const resource = state.resources.get(resourceId);
    if (resource === undefined) continue;
    const later = extendExpiry(
      expiryOf(resource),
      order.periodType,
      order.periodNum,
      state.behaviour,
    );
    const visibleFrom = at + state.behaviour.expiryVisibilityDelayMs;
    resource.expiries = [...resource.expiries, { at: later, visibleFrom }];
    resource.fixedStatus = undefined;
    resource.updated = at;
    const charged = entry?.resources.find((charge) => charge.resourceId === resourceId);
    if (charged !== undefined) charged.expiryAfter = utcText(later);
  }
}

/**
 * Lets time do its work up to `now`: payment deadlines pass (section 5.4), paid orders complete.
 * Called before every look at the state; the sandbox has no timers of its own.
 */
export function settle(state: SandboxState, now: number): void {
  for (const order of state.open) {
    if (order.status === 6 && order.deadline <= now) {
      cancelOrder(state, order, 'deadline', order.deadline);
    } else if (order.completesAt !== null && order.completesAt <= now) {
      completeOrder(state, order, order.completesAt);
    }
  }
}
