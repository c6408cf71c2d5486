import { utcText } from '../../frame/world/utc-text.ts';
import type { SandboxState } from '../state.ts';
import type { Order, PaymentStatus } from './order.ts';
import { shownId } from './order-id.ts';

/** An order's status as of an instant; nothing while it is not shown yet. */
export function statusAsOf(order: Order, at: number): PaymentStatus | undefined {
  if (order.createdAt > at) return undefined;
  if (order.cancelledAt !== null && order.cancelledAt <= at) return 'Cancelled';
  return order.paidAt !== null && order.paidAt <= at ? 'Paid' : 'Unpaid';
}

/** An order as QueryOrders lists it: no instance (Alibaba contract, section 2.5). */
export function orderView(
  state: SandboxState,
  order: Order,
  status: PaymentStatus,
): Record<string, unknown> {
  const { behaviour, world } = state;
  const { gross, pretax, tax, total } = order.charge;
  return {
    OrderId: shownId(state, order.id),
    RelatedOrderId: '',
    ProductCode: order.productCode,
    ProductType: order.productType,
    CommodityCode: order.productType,
    SubscriptionType: 'Subscription',
    OrderType: 'Renew',
    CreateTime: utcText(order.createdAt),
    PaymentStatus: behaviour.statusCasing === 'Paid' ? status : status.toLowerCase(),
    ...(status === 'Paid' ? { PaymentTime: utcText(order.paidAt ?? order.createdAt) } : {}),
    Currency: world.currency,
    PaymentCurrency: world.currency,
    PretaxGrossAmount: gross.toFixed(2),
    PretaxAmount: pretax.toFixed(2),
    PretaxAmountLocal: pretax.toFixed(2),
    Tax: tax.toFixed(2),
    AfterTaxAmount: total.toFixed(2),
  };
}

function instanceIds({ behaviour }: SandboxState, { instanceId }: Order): object {
  switch (behaviour.orderInstanceIds) {
    case 'json text':
      return { InstanceIDs: JSON.stringify([instanceId]) };
    case 'plain text':
      return { InstanceIDs: instanceId };
    case 'absent':
      return {};
  }
}

/** What GetOrderDetail adds: the instance, the term, and who made it. */
export function orderDetailView(
  state: SandboxState,
  order: Order,
  status: PaymentStatus,
): Record<string, unknown> {
  return {
    ...orderView(state, order, status),
    SubOrderId: shownId(state, order.id),
    OrderSubType: 'Renew',
    ...instanceIds(state, order),
    Region: order.region,
    Quantity: '1',
    Config: '',
    Operator: order.by,
    UsageStartTime: utcText(order.usage.start),
    UsageEndTime: utcText(order.usage.end),
    ExtendInfos: {},
  };
}
