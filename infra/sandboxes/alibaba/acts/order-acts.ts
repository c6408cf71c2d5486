import { codeOf } from '../../frame/world/planted-error.ts';
import { knownItem } from '../items/known-item.ts';
import type { Order, PaymentStatus } from '../orders/order.ts';
import { isProcessing } from '../orders/order.ts';
import {
  cancelOrder as cancel,
  completeOrder as complete,
  payOrder as pay,
} from '../orders/pay-order.ts';
import { lastOrder, placeOrder as place } from '../orders/place-order.ts';
import type { SandboxState } from '../state.ts';
import type { ActRun } from './act-run.ts';

/** The id of an order an act has made. */
export interface MadeOrder {
  readonly order: string;
}

function orderWith({ orders }: SandboxState, id: string, status: PaymentStatus): Order {
  const order = orders.get(id);
  if (order === undefined) throw new Error(`there is no order ${id}`);
  if (order.status !== status) throw new Error(`order ${id} is ${order.status.toLowerCase()}`);
  return order;
}

function payNow(state: SandboxState, order: Order, through: 'console' | 'auto-renewal'): void {
  const paid = pay(state, order, state.clock(), through);
  if (paid.kind === 'paid') return;
  throw new Error(`order ${order.id} cannot be paid: ${codeOf(paid.error)}`);
}

/** An unpaid renewal made by someone in the console. */
export const placeOrder: ActRun<'placeOrder', MadeOrder> = (state, { resource, count, by }) => {
  const item = knownItem(state, resource);
  const placement = { item, periods: count, by, through: 'console' } as const;
  return { order: place(state, placement, state.clock()).id };
};

/** Someone pays an unpaid order in the console. */
export const payOrder: ActRun<'payOrder', void> = (state, { order }) => {
  payNow(state, orderWith(state, order, 'Unpaid'), 'console');
};

export const cancelOrder: ActRun<'cancelOrder', void> = (state, { order }) => {
  cancel(orderWith(state, order, 'Unpaid'), state.clock());
};

/** The renewal of a paid order happens now, whatever its delay. */
export const completeOrder: ActRun<'completeOrder', void> = (state, { order: id }) => {
  const order = orderWith(state, id, 'Paid');
  if (!isProcessing(order)) throw new Error(`order ${id} is completed already`);
  complete(state, order, state.clock());
};

function renewed(
  state: SandboxState,
  input: { readonly resource: string; readonly count: number },
  who: Pick<Order, 'by' | 'through'>,
): MadeOrder {
  const item = knownItem(state, input.resource);
  const order = place(state, { item, periods: input.count, ...who }, state.clock());
  payNow(state, order, who.through === 'system' ? 'auto-renewal' : 'console');
  if (isProcessing(order)) complete(state, order, state.clock());
  return { order: order.id };
}

/** A colleague renews, pays and gets it at once. */
export const renewOutside: ActRun<'renewOutside', MadeOrder> = (state, input) =>
  renewed(state, input, { by: input.by, through: 'console' });

function cancelUnpaid(state: SandboxState, resource: string): void {
  const unpaid = lastOrder(state, resource, ({ status }) => status === 'Unpaid');
  if (unpaid !== undefined) cancel(unpaid, state.clock());
}

/** Somebody cancels what is unpaid of the resource, and orders it for a term of their own. */
export const takeOver: ActRun<'takeOver', MadeOrder> = (state, input) => {
  const item = knownItem(state, input.resource);
  cancelUnpaid(state, item.id);
  const placement = { item, periods: input.count, by: input.by, through: 'console' } as const;
  const order = place(state, placement, state.clock());
  if (input.pays) payNow(state, order, 'console');
  return { order: order.id };
};

/** Alibaba's own auto-renewal; an unpaid order of the resource is cancelled by it. */
export const autoRenew: ActRun<'autoRenew', MadeOrder> = (state, input) => {
  cancelUnpaid(state, input.resource);
  return renewed(state, input, { by: 'system', through: 'system' });
};
