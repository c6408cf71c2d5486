import type { DiscountChoice } from '../../../renewal/notes.ts';
import type { Answer } from '../../../renewal/answer.ts';
import type { Connection } from '../connection.ts';
import { asDone } from '../../wire/read-answer.ts';

/**
 * Pays one order with exactly this discount, or none, and never with a coupon (Huawei contract,
 * section 4, v3). A list that is not used is left out: the same page calls it ignored and an error.
 * Success has no body; any 2xx without a code counts.
 */
export async function pay(
  { client }: Connection,
  orderId: string,
  discount: DiscountChoice | null,
): Promise<Answer<null>> {
  const body = {
    order_id: orderId,
    use_coupon: 'NO',
    ...(discount === null
      ? { use_discount: 'NO' }
      : { use_discount: 'YES', discount_infos: [{ id: discount.id, type: discount.type }] }),
  };
  return asDone(await client.call({ api: 'pay', body }));
}
