import type { Answer, Refusal } from '../../../renewal/answer.ts';
import { reason } from '../../../reasons/reason.ts';
import { asDone } from '../../wire/read-answer.ts';
import type { Connection } from '../connection.ts';
import { requestOf, taskOf } from '../task-names.ts';

/** A task is carried out whatever happens: when one may be cancelled is NOT FOUND (section 1.3). */
const NOT_CANCELLABLE: Refusal = {
  code: 'TASK',
  message: '',
  remedy: 'read order',
  reason: reason('task-not-cancellable'),
};

/** Cancels one unpaid order (Alibaba contract, section 2.5); of a task, or of what only its request is known of, nothing can be taken back. */
export async function cancel({ client }: Connection, orderId: string): Promise<Answer<null>> {
  if (taskOf(orderId) !== null || requestOf(orderId) !== null) {
    return { kind: 'refused', refusal: NOT_CANCELLABLE };
  }
  return asDone(await client.call({ api: 'cancel', query: { OrderId: orderId } }));
}
