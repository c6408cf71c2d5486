import { Big } from 'big.js';

import { automaticChoice, chargeOrder } from '../orders/charge-order.ts';
import { cancelOrder as end, completeOrder as complete } from '../orders/end-order.ts';
import { holderOf } from '../orders/lock.ts';
import type { Order } from '../orders/order.ts';
import { placeOrder as place } from '../orders/place-order.ts';
import type { SandboxState } from '../state.ts';
import type { ActRun } from './act-run.ts';

/** The id of an order an act has made. */
export interface MadeOrder {
  readonly order: string;
}

function orderWith(state: SandboxState, id: string, status: Order['status']): Order {
  const order = state.orders.get(id);
  if (order === undefined) throw new Error(`there is no order ${id}`);
  if (order.status !== status) throw new Error(`order ${id} has status ${order.status}`);
  return order;
}

function periodType(period: 'month' | 'year'): 2 | 3 {
  return period === 'month' ? 2 : 3;
}

/** Someone else's order takes hold of the resource. */
export const lock: ActRun<'lock', MadeOrder> = (state, { resource, kind, by }) => {
  const month = state.resources.get(resource)?.prices.month;
  const order = place(state, {
    resources: [resource],
    periodType: month === null ? 3 : 2,
    periodNum: 1,
    userName: by,
    ...(kind === 'processing' ? { change: true } : {}),
  });
  return { order: order.id };
};

/** Cancels the order that holds the resource, whoever made it. */
export const unlock: ActRun<'unlock', void> = (state, { resource }) => {
  const order = holderOf(state, resource);
  if (order === undefined) throw new Error(`no order holds ${resource}`);
  end(state, order, 'cancel');
};

/** An unpaid renewal made by someone in the console. */
export const placeOrder: ActRun<'placeOrder', MadeOrder> = (state, input) => {
  const order = place(state, {
    resources: input.resources,
    periodType: periodType(input.period),
    periodNum: input.count,
    userName: input.by,
  });
  return { order: order.id };
};

/** Someone pays an unpaid order in the console: at its best discount, or the one named. */
export const payOrder: ActRun<'payOrder', void> = (state, { order: id, discount }) => {
  const order = orderWith(state, id, 6);
  const chosen = discount ?? automaticChoice(state, order).discount;
  const paid = chargeOrder(state, order, { discount: chosen, coupons: [], through: 'console' });
  if (paid !== 'paid') throw new Error(`order ${id} cannot be paid: ${paid}`);
};

export const cancelOrder: ActRun<'cancelOrder', void> = (state, { order }) => {
  end(state, orderWith(state, order, 6), 'cancel');
};

/** The payment deadline passes now. */
export const expireOrder: ActRun<'expireOrder', void> = (state, { order: id }) => {
  const order = orderWith(state, id, 6);
  order.deadline = state.clock();
  end(state, order, 'deadline');
};

export const completeOrder: ActRun<'completeOrder', void> = (state, { order }) => {
  complete(state, orderWith(state, order, 3), state.clock());
};

/** The prices of an unpaid order change by a factor. */
export const repriceOrder: ActRun<'repriceOrder', void> = (state, { order, factor }) => {
  const changed = (amount: Big): Big => amount.times(factor).round(2, Big.roundHalfUp);
  for (const line of orderWith(state, order, 6).lines) {
    line.official = changed(line.official);
    line.offers = line.offers.map((offer) => ({ ...offer, amount: changed(offer.amount) }));
  }
};

function renewedBy(
  state: SandboxState,
  input: { resource: string; period: 'month' | 'year'; count: number },
  who: { readonly userName: string; readonly system: boolean },
): MadeOrder {
  const order = place(state, {
    resources: [input.resource],
    periodType: periodType(input.period),
    periodNum: input.count,
    userName: who.userName,
    ...(who.system ? { source: 8 as const } : {}),
  });
  const { discount } = automaticChoice(state, order);
  const through = who.system ? 'auto-renewal' : 'console';
  const paid = chargeOrder(state, order, { discount, coupons: [], through });
  if (paid !== 'paid') throw new Error(`${input.resource} cannot be paid for: ${paid}`);
  complete(state, order, state.clock());
  return { order: order.id };
}

/** A colleague renews, pays and gets it at once; refused while another order holds the resource. */
export const renewOutside: ActRun<'renewOutside', MadeOrder> = (state, input) =>
  renewedBy(state, input, { userName: input.by, system: false });

/** Somebody cancels what holds the resource, and orders it for a term of their own. */
export const takeOver: ActRun<'takeOver', MadeOrder> = (state, input) => {
  const { resource, period, count, by, pays } = input;
  const holding = holderOf(state, resource);
  if (holding?.status === 6) end(state, holding, 'cancel');
  const order = place(state, {
    resources: [resource],
    periodType: periodType(period),
    periodNum: count,
    userName: by,
  });
  if (!pays) return { order: order.id };
  const { discount } = automaticChoice(state, order);
  const paid = chargeOrder(state, order, { discount, coupons: [], through: 'console' });
  if (paid !== 'paid') throw new Error(`order ${order.id} cannot be paid: ${paid}`);
  return { order: order.id };
};

/** Huawei's own auto-renewal: an unpaid order on the resource is cancelled by it (section 5.4). */
export const autoRenew: ActRun<'autoRenew', MadeOrder> = (state, input) => {
  const holding = holderOf(state, input.resource);
  if (holding?.status === 6) end(state, holding, 'auto-renewal');
  return renewedBy(state, input, { userName: 'system', system: true });
};
