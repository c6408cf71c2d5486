import type { Big } from 'big.js';

import { shownAmount, shownDiscount } from './charge-order.ts';
import { ORDER_DISCOUNT_TYPES } from './pay-choice.ts';
import type { SeenOrder } from './as-seen.ts';
import type { OrderLine } from './order.ts';
import { spelledTime } from './spelled-time.ts';
import { extendExpiry } from '../resources/extend-expiry.ts';
import { amountOf, discountsOf, totalOf } from '../resources/pricing.ts';
import type { SandboxState } from '../state.ts';

type View = Record<string, unknown>;

function number(amount: Big): number {
  return Number(amount.toFixed(6));
}

/** What consumed_amount says: which part of the payment it counts is not documented. */
function consumed(
  { behaviour }: SandboxState,
  order: SeenOrder,
  lines: readonly OrderLine[],
): View {
  const list = totalOf(lines, null);
  const paid = order.payment === null ? null : totalOf(lines, order.payment.discount);
  switch (behaviour.consumedAmount) {
    case 'absent':
      return {};
    case 'zero':
      return { consumed_amount: 0 };
    case 'charged':
      return { consumed_amount: paid === null ? 0 : number(paid) };
    case 'list':
      return { consumed_amount: paid === null ? 0 : number(list) };
    case 'a tenth':
      return { consumed_amount: paid === null ? 0 : number(paid.div(10)) };
  }
}

/** What amount_after_discount says: of a paid order that, too, can mean something else. */
function afterDiscount(
  state: SandboxState,
  order: SeenOrder,
  lines: readonly OrderLine[],
  shown: Big,
): number {
  if (order.payment === null) return number(shown);
  switch (state.behaviour.paidOrderAmount) {
    case 'as paid':
      return number(shown);
    case 'list':
      return number(totalOf(lines, null));
    case 'after coupons':
      return number(lines.length === order.lines.length ? order.payment.charged : shown);
  }
}

function amountInfo(state: SandboxState, order: SeenOrder, lines: readonly OrderLine[]): View {
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
    ...consumed(state, order, lines),
  };
}

function infoOf(state: SandboxState, order: SeenOrder, orderId: string): View {
  const lines = order.lines.filter((line) => orderId === order.id || line.orderId === orderId);
  const time = (at: number): string => spelledTime(state, at);
  return {
    order_id: orderId,
    customer_id: state.world.customerId,
    service_type_code: lines[0]?.service,
    service_type_name: lines[0]?.serviceName,
    source_type: order.source,
    status: order.status,
    order_type: order.type,
    amount_after_discount: afterDiscount(state, order, lines, shownAmount(state, order, orderId)),
    official_amount: number(totalOf(lines, null)),
    measure_id: 1,
    create_time: time(order.createdAt),
    ...(order.payment === null ? {} : { payment_time: time(order.payment.at) }),
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
export function orderInfo(state: SandboxState, order: SeenOrder): View {
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
  order: SeenOrder,
  partId: string | undefined,
): View {
  return {
    ...(partId === undefined ? orderInfo(state, order) : infoOf(state, order, partId)),
    user_name: order.userName,
    ...(order.status === 6 ? { pending_payment_end_time: spelledTime(state, order.deadline) } : {}),
  };
}

function lineTerm({ behaviour }: SandboxState, { periodType, periodNum }: SeenOrder): View {
  switch (behaviour.lineItemTerm) {
    case 'as asked':
      return { period_type: periodType, period_num: periodNum };
    case 'in months':
      return { period_type: 2, period_num: periodType === 3 ? periodNum * 12 : periodNum };
    case 'absent':
      return {};
  }
}

function lineTimes(state: SandboxState, order: SeenOrder, line: OrderLine): View {
  const { lineItemTimes: kind } = state.behaviour;
  const time = (at: number): string => spelledTime(state, at);
  const times = { effective_time: time(line.effective), expire_time: time(line.expires) };
  switch (kind) {
    case true:
      return times;
    case false:
      return {};
    case 'of the order': {
      const { createdAt, periodType, periodNum } = order;
      const end = extendExpiry(createdAt, periodType, periodNum, state.behaviour);
      return { effective_time: time(createdAt), expire_time: time(end) };
    }
    case 'no start':
      return { expire_time: times.expire_time };
    case 'first only':
      return line === order.lines[0] ? times : {};
  }
}

/** A line item (section 5.2). It never names its resource. */
export function lineItem(state: SandboxState, order: SeenOrder, line: OrderLine): View {
  return {
    order_line_item_id: line.id,
    order_id: line.orderId,
    service_type_code: line.service,
    service_type_name: line.serviceName,
    product_id: `product-${line.service}`,
    product_spec_desc: line.serviceName,
    ...lineTerm(state, order),
    ...lineTimes(state, order, line),
    subscription_num: 1,
    amount_after_discount: number(amountOf(line, shownDiscount(state, order))),
    official_amount: number(line.official),
    amount_info: amountInfo(state, order, [line]),
    currency: state.world.currency,
    category_code: '2',
    product_owner_service: line.service,
  };
}
