import type { Answer } from '../../../renewal/answer.ts';
import type { Connection } from '../connection.ts';
import { asDone } from '../../wire/read-answer.ts';

/** Cancels one unpaid order (Huawei contract, section 5.3). Success has no body. */
export async function cancel({ client }: Connection, orderId: string): Promise<Answer<null>> {
  return asDone(await client.call({ api: 'cancel', body: { order_id: orderId } }));
}
