import * as z from 'zod/mini';
import type { Answer } from '../../../ports/answer.ts';
import type { OrderDiscount, OrderReading } from '../../../ports/provider.ts';
import type { Connection } from '../connection.ts';
import { decimal, integer, list, text } from '../fields.ts';
import { readAnswer } from '../read-answer.ts';
import { discountedAmount } from './discounted-amount.ts';
import { orderLines } from './order-details.ts';

const discounts = z.object({
  discounts: list(
    z.object({
      discount_id: text,
      discount_type: integer,
      orders: list(
        z.object({
          order_id: text,
          order_line_items: list(
            z.object({
              order_line_item_ids: list(text),
              discount_mode: integer,
              discount_amount: decimal,
              discount_ratio: decimal,
            }),
          ),
        }),
      ),
    }),
  ),
});

/** A price adjustment of the order, which must be used where it is present (section 4). */
const ADJUSTMENT = 609;

/**
 * The discounts that a payment of this order can send (Huawei contract, section 5.5), each with what
 * the order then costs at most. One that cannot be read stays in the list: with it, the amount that an
 * order shows may have a discount in it that no payment can name.
 */
export async function orderDiscounts(
  connection: Connection,
  orderId: string,
  reading: OrderReading,
): Promise<Answer<readonly OrderDiscount[]>> {
  const query = { order_id: orderId };
  const answer = readAnswer(await connection.client.call({ api: 'discounts', query }), discounts);
  if (answer.kind !== 'done') return answer;
  const offered = answer.value.discounts;
  if (offered.length === 0) return { kind: 'done', value: [] };
  const lines = await orderLines(connection, orderId);
  if (lines.kind !== 'done') return lines;
  const value = offered.flatMap(({ discount_id: id, discount_type: type, orders }) => {
    const own = orders.filter((order) => order.order_id === null || order.order_id === orderId);
    // About other orders only.
    if (orders.length > 0 && own.length === 0) return [];
    const groups = own.flatMap((order) => order.order_line_items);
    const amount = discountedAmount(reading, lines.value, groups);
    const discount = id === null || type === null ? null : { id, type };
    return [{ discount, amount, mandatory: type === ADJUSTMENT }];
  });
  return { kind: 'done', value };
}
