import { extendExpiry } from '../resources/extend-expiry.ts';
import { mainIdsOf, type Order } from './order.ts';
import { expiryOf } from '../resources/resource.ts';
import type { SandboxState } from '../state.ts';
import { utcText } from '../billing-time.ts';

function unlock(state: SandboxState, order: Order): void {
  state.open.delete(order);
  for (const id of mainIdsOf(order)) if (state.locks.get(id) === order) state.locks.delete(id);
}

/** Ends an order without a renewal, and frees its resources. */
export function cancelOrder(
  state: SandboxState,
  order: Order,
  endedBy: NonNullable<Order['endedBy']>,
): void {
  order.status = 4;
  order.endedBy = endedBy;
  order.completesAt = null;
  unlock(state, order);
}

/** Completes a paid order at an instant: expiries move on from where they are, resources are freed. */
export function completeOrder(state: SandboxState, order: Order, at: number): void {
  order.status = 5;
  order.completesAt = null;
  unlock(state, order);
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
    if (order.status === 6 && order.deadline <= now) cancelOrder(state, order, 'deadline');
    else if (order.completesAt !== null && order.completesAt <= now) {
      completeOrder(state, order, order.completesAt);
    }
  }
}
