import { expiryOf } from '../../frame/world/expiry.ts';
import type { Resource } from '../resources/resource.ts';
import { extendExpiry } from '../resources/extend-expiry.ts';
import { holderOf } from './lock.ts';
import type { Order, OrderLine } from './order.ts';
import { priceLine, type PeriodType } from '../resources/pricing.ts';
import type { SandboxState } from '../state.ts';

/** What to order, for whom. `resources` are main resources nothing holds, unless `beside` says so. */
export interface Placement {
  readonly resources: readonly string[];
  readonly periodType: PeriodType;
  readonly periodNum: number;
  readonly userName: string;
  readonly source?: 8;
  /** A change order (type 3) that goes on until someone cancels it. */
  readonly change?: true;
  /** One order made of one part order for each resource. */
  readonly combined?: boolean;
  /** Also beside other orders of the same resources. */
  readonly beside?: true;
  /** In the console by default; auto-renewal's is the system's. */
  readonly through?: 'api';
}

function orderId(state: SandboxState, now: number): string {
  const time = new Date(now).toISOString().replaceAll(/\D/gu, '').slice(2, 12);
  return `CS${time}${(state.orders.size + 1).toString(36).toUpperCase().padStart(5, '0')}`;
}

function linesOf(
  state: SandboxState,
  main: Resource,
  placement: Placement,
  ids: { readonly order: string; readonly first: number },
): OrderLine[] {
  const { periodType, periodNum } = placement;
  const family = [main, ...main.attached.map((id) => state.resources.get(id)!)];
  return family.map((resource, index) => {
    const priced = priceLine(
      resource,
      main.discounts,
      periodType,
      periodNum,
      state.behaviour.amountDecimals,
    );
    if (priced === null) throw new Error(`${main.id} does not offer that period`);
    const effective = expiryOf(resource);
    return {
      id: `${ids.order}-${String(ids.first + index).padStart(6, '0')}`,
      orderId: ids.order,
      resourceId: resource.id,
      mainId: main.id,
      service: resource.service,
      serviceName: resource.serviceName,
      official: priced.official,
      offers: priced.offers,
      effective,
      expires: extendExpiry(effective, periodType, periodNum, state.behaviour),
    };
  });
}

/** Makes an unpaid order and locks its resources. Throws on an unknown, attached or held resource. */
export function placeOrder(state: SandboxState, placement: Placement): Order {
  const now = state.clock();
  const id = orderId(state, now);
  const lines: OrderLine[] = [];
  placement.resources.forEach((resourceId, index) => {
    const main = state.resources.get(resourceId);
    if (main?.main !== null) throw new Error(`${resourceId} is no main resource of this account`);
    const held = placement.beside !== true && holderOf(state, resourceId) !== undefined;
    if (held) throw new Error(`${resourceId} is held by another order`);
    const order = placement.combined === true ? `${id}P${index + 1}` : id;
    lines.push(...linesOf(state, main, placement, { order, first: lines.length + 1 }));
  });
  const order: Order = {
    id,
    type: placement.change === true ? 3 : 2,
    source: placement.source ?? 1,
    userName: placement.userName,
    periodType: placement.periodType,
    periodNum: placement.periodNum,
    lines,
    combined: placement.combined ?? false,
    createdAt: now,
    deadline: now + state.behaviour.unpaidOrderDays * 86_400_000,
    status: placement.change === true ? 3 : 6,
    payment: null,
    completesAt: null,
    endedBy: null,
    endedAt: null,
    through: placement.through ?? (placement.source === 8 ? 'system' : 'console'),
  };
  state.orders.set(id, order);
  state.open.add(order);
  for (const resourceId of placement.resources) {
    state.ordersOf.set(resourceId, [...(state.ordersOf.get(resourceId) ?? []), order]);
  }
  return order;
}
