import type { Big } from 'big.js';

import { refuse, type Operation } from '../gateway/answer.ts';
import { readAt } from '../orders/as-seen.ts';
import { findSeenOrder } from '../orders/find-order.ts';
import type { OrderLine } from '../orders/order.ts';
import { discountsOf } from '../resources/pricing.ts';
import type { SandboxState } from '../state.ts';
import type { Discount } from '../world/world-resource.ts';
import { ORDER_DISCOUNT_TYPES } from '../orders/pay-choice.ts';

/** 0 discount, 1 fixed price, 2 reduction (Huawei contract, section 5.5). */
function modeOf({ ratio, fixedPrice }: Discount): 0 | 1 | 2 {
  if (ratio !== undefined) return 0;
  return fixedPrice === undefined ? 2 : 1;
}

/** discount_amount is what the discount takes off the line, or what it leaves to pay. */
function lineView(
  { behaviour }: SandboxState,
  line: OrderLine,
  discount: Discount,
  amount: Big,
): Record<string, unknown> {
  const figure = behaviour.discountFigures === 'reduction' ? line.official.minus(amount) : amount;
  return {
    order_line_item_ids: [line.id],
    discount_mode: modeOf(discount),
    discount_amount: Number(figure.toFixed(6)),
    ...(discount.ratio === undefined ? {} : { discount_ratio: Number(discount.ratio) }),
  };
}

/** The discounts an unpaid order can be paid with. */
export const orderDiscounts: Operation = (state, { query, now }) => {
  const orderId = query.get('order_id') ?? '';
  if (orderId === '' || orderId.length > 64) return refuse(state, 'orderDiscounts', 'CBC.0100');
  const found = findSeenOrder(state, orderId, readAt(state, 'orderDetails', now));
  if (found === undefined) {
    return refuse(state, 'orderDiscounts', 'CBC.30000010');
  }
  const { order } = found;
  const discounts = order.status === 6 ? discountsOf(order.lines) : [];
  return {
    status: 200,
    body: {
      discounts: discounts.map((discount) => ({
        discount_id: discount.id,
        discount_value: discount.ratio ?? discount.reduction ?? '',
        discount_type: ORDER_DISCOUNT_TYPES[discount.kind],
        orders: [
          {
            order_id: orderId,
            order_line_items: order.lines.flatMap((line) => {
              const offer = line.offers.find((one) => one.discount.id === discount.id);
              return offer === undefined
                ? []
                : [lineView(state, line, offer.discount, offer.amount)];
            }),
          },
        ],
      })),
    },
  };
};
