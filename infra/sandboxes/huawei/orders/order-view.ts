import type { Big } from 'big.js';

import { shownAmount, shownDiscount } from './charge-order.ts';
import { ORDER_DISCOUNT_TYPES } from './pay-choice.ts';
import type { Order, OrderLine } from './order.ts';
import { amountOf, discountsOf, totalOf } from '../resources/pricing.ts';
import type { SandboxState } from '../state.ts';
import { utcText } from '../billing-time.ts';

type View = Record<string, unknown>;

function number(amount: Big): number {
  return Number(amount.toFixed(2));
}

function amountInfo(state: SandboxState, order: Order, lines: readonly OrderLine[]): View {
  const discount = shownDiscount(state, order);
  const kind = discountsOf(order.lines).find(({ id }) => id === discount)?.kind;
  const saved = totalOf(lines, null).minus(totalOf(lines, discount));
  return {
    discounts:
      kind === undefined
        ? []
        : [{ discount_type: String(ORDER_DISCOUNT_TYPES[kind]), discount_amount: number(saved) }],
    flexipurchase_coupon_amount: 0,
    coupon_amount: order.payment === null ? 0 : number(order.payment.coupon),
    stored_card_amount: 0,
    commission_amount: 0,
    consumed_amount: 0,
  };
}

function infoOf(state: SandboxState, order: Order, orderId: string): View {
  const lines = order.lines.filter((line) => orderId === order.id || line.orderId === orderId);
  return {
    order_id: orderId,
    customer_id: state.world.customerId,
    service_type_code: lines[0]?.service,
    service_type_name: lines[0]?.serviceName,
    source_type: order.source,
    status: order.status,
    order_type: order.type,
    amount_after_discount: number(shownAmount(state, order, orderId)),
    official_amount: number(totalOf(lines, null)),
    measure_id: 1,
    create_time: utcText(order.createdAt),
    ...(order.payment === null ? {} : { payment_time: utcText(order.payment.at) }),
    currency: state.world.currency,
    amount_info: amountInfo(state, order, lines),
    enterprise_projects: projectsOf(state, lines),
  };
}

function projectsOf(state: SandboxState, lines: readonly OrderLine[]): View[] {
  const byId = new Map<string, View>();
  for (const { mainId } of lines) {
    const project = state.resources.get(mainId)?.project;
    if (project !== undefined) byId.set(project.id, { ...project });
  }
  return [...byId.values()];
}

/** An order as the list shows it (Huawei contract, section 5.1); parts only in a combined one. */
export function orderInfo(state: SandboxState, order: Order): View {
  if (!order.combined) return infoOf(state, order, order.id);
  const parts = [...new Set(order.lines.map(({ orderId }) => orderId))];
  return {
    ...infoOf(state, order, order.id),
    sub_order_infos: parts.map((id) => infoOf(state, order, id)),
  };
}

/** An order as its details show it (section 5.2): creator and payment deadline added. */
export function detailedOrderInfo(
  state: SandboxState,
  order: Order,
  partId: string | undefined,
): View {
  return {
    ...(partId === undefined ? orderInfo(state, order) : infoOf(state, order, partId)),
    user_name: order.userName,
    ...(order.status === 6 ? { pending_payment_end_time: utcText(order.deadline) } : {}),
  };
}

/** A line item (section 5.2). It never names its resource. */
export function lineItem(state: SandboxState, order: Order, line: OrderLine): View {
  const times = {
    effective_time: utcText(line.effective),
    expire_time: utcText(line.expires),
  };
  return {
    order_line_item_id: line.id,
    order_id: line.orderId,
    service_type_code: line.service,
    service_type_name: line.serviceName,
    product_id: `product-${line.service}`,
    product_spec_desc: line.serviceName,
    period_type: order.periodType,
    period_num: order.periodNum,
    ...(state.behaviour.lineItemTimes ? times : {}),
    subscription_num: 1,
    amount_after_discount: number(amountOf(line, shownDiscount(state, order))),
    official_amount: number(line.official),
    amount_info: amountInfo(state, order, [line]),
    currency: state.world.currency,
    category_code: '2',
    product_owner_service: line.service,
  };
}
