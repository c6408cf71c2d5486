import * as z from 'zod/mini';
import type { Answer } from '../../../renewal/answer.ts';
import type { OrderDiscount, OrderReading, OrderWithDiscounts } from '../../../ports/provider.ts';
import type { Connection } from '../connection.ts';
import { decimal, integer, list, text } from '../../wire/fields.ts';
import { readAnswer } from '../../wire/read-answer.ts';
import { discountedAmount } from './discounted-amount.ts';
import { orderDetails, orderLines } from './order-details.ts';

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
 * An unpaid order with the discounts that its payment can send (Huawei contract, sections 5.2 and
 * 5.5), each with what the order then costs at most; both are asked for at once. One that cannot be
 * read stays in the list: with it, the amount that an order shows may have a discount in it that no
 * payment can name.
 */
export async function orderWithDiscounts(
  connection: Connection,
  orderId: string,
): Promise<OrderWithDiscounts> {
  const [order, offered] = await Promise.all([
    orderDetails(connection, orderId),
    offeredDiscounts(connection, orderId),
  ]);
  const reading = order.kind === 'done' ? order.value : null;
  if (reading?.state !== 'unpaid') return { order, discounts: { kind: 'done', value: [] } };
  if (offered.kind !== 'done') return { order, discounts: offered };
  return { order, discounts: await readable(connection, orderId, reading, offered.value) };
}

type Offered = z.output<typeof discounts>['discounts'];

async function offeredDiscounts({ client }: Connection, orderId: string): Promise<Answer<Offered>> {
  const query = { order_id: orderId };
  const answer = readAnswer(await client.call({ api: 'discounts', query }), discounts);
  return answer.kind === 'done' ? { kind: 'done', value: answer.value.discounts } : answer;
}

/** The discounts of an order that is read already. */
export async function orderDiscounts(
  connection: Connection,
  orderId: string,
  reading: OrderReading,
): Promise<Answer<readonly OrderDiscount[]>> {
  const offered = await offeredDiscounts(connection, orderId);
  if (offered.kind !== 'done') return offered;
  return await readable(connection, orderId, reading, offered.value);
}

async function readable(
  connection: Connection,
  orderId: string,
  reading: OrderReading,
  offered: Offered,
): Promise<Answer<readonly OrderDiscount[]>> {
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
