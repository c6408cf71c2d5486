import { extendedExpiry, renewedFrom } from '../items/extend-expiry.ts';
import { charged } from '../items/pricing.ts';
import type { Item } from '../items/item.ts';
import type { SandboxState } from '../state.ts';
import type { Order } from './order.ts';

/** What to order, for whom. */
export interface Placement {
  readonly item: Item;
  readonly periods: number;
  readonly by: string;
  readonly through: Order['through'];
}

/** 15 digits: in order, and below 2^53. */
function orderId({ orders }: SandboxState, now: number): string {
  const time = new Date(now).toISOString().replaceAll(/\D/gu, '').slice(2, 12);
  return `2${time}${String(orders.size + 1).padStart(4, '0')}`;
}

/** Makes an unpaid renewal order at an instant. */
export function placeOrder(state: SandboxState, placement: Placement, now: number): Order {
  const { item, periods, by, through } = placement;
  const order: Order = {
    id: orderId(state, now),
    item: item.id,
    instanceId: item.instanceId,
    productCode: item.productCode,
    productType: item.productType,
    region: item.kind === 'instance' ? item.region : '',
    periods,
    by,
    through,
    createdAt: now,
    charge: charged(state, item, periods),
    status: 'Unpaid',
    paidAt: null,
    cancelledAt: null,
    completesAt: null,
    completedAt: null,
    usage: {
      start: renewedFrom(item, state.behaviour, now),
      end: extendedExpiry(item, periods, state.behaviour, now),
    },
  };
  state.orders.set(order.id, order);
  return order;
}

/** The newest order of an item in that state; of several the last one made. */
export function lastOrder(
  { orders }: SandboxState,
  item: string,
  is: (order: Order) => boolean,
): Order | undefined {
  return [...orders.values()].findLast((order) => order.item === item && is(order));
}
