import { zero } from '../../../values/money.ts';
import type { Answer, Refusal } from '../../../renewal/answer.ts';
import type { OrderReading, ProviderResource } from '../../../renewal/readings.ts';
import { readAnswer } from '../../wire/read-answer.ts';
import type { Connection } from '../connection.ts';
import { requestOf, taskOf } from '../task-names.ts';
import { instanceIds, type OrderLine, orderPage, toReading } from './order-shape.ts';
import { bare, domainsOfTask, readTask } from './read-task.ts';

/**
 * One order by its id; null where the provider does not show it (yet). A task is read as such. What
 * only its request is known of was accepted, and nothing more can be asked of it (Alibaba contract,
 * sections 1.2, 2.5 and 3).
 */
export async function readOrder(
  connection: Connection,
  orderId: string,
): Promise<Answer<OrderReading | null>> {
  const task = taskOf(orderId);
  if (task !== null) return await readTask(connection, task);
  if (requestOf(orderId) !== null) return { kind: 'done', value: accepted(orderId, connection) };
  const lines = await linesOf(connection, orderId);
  if (lines.kind !== 'done') return lines;
  if (lines.value.length === 0) return { kind: 'done', value: null };
  return toReading(orderId, lines.value, connection.account);
}

/**
 * The resources under an order or a task, as far as its details name them: an empty list proves
 * nothing. An unpaid order of a domain, which names an instance, is about the domain of that id, as
 * where a task has failed and left it (section 1.1); any other is told by its task.
 */
export async function resourcesOfOrder(
  connection: Connection,
  orderId: string,
): Promise<Answer<readonly ProviderResource[]>> {
  const task = taskOf(orderId);
  if (task !== null) return await domainsOfTask(connection, task);
  const request = requestOf(orderId);
  if (request !== null) return { kind: 'done', value: [bare(request.resourceId)] };
  const known = connection.under.get(orderId);
  if (known !== undefined) return { kind: 'done', value: known.map(bare) };
  const lines = await linesOf(connection, orderId);
  if (lines.kind !== 'done') return lines;
  const isUnpaid = lines.value.every((one) => one.PaymentStatus?.toLowerCase() === 'unpaid');
  const ids = new Set(
    lines.value
      .flatMap((one) => instanceIds(one))
      .map((id) => (isUnpaid ? connection.domains.get(id) : undefined) ?? id),
  );
  const isPaid = lines.value.every((one) => one.PaymentStatus?.toLowerCase() === 'paid');
  if (ids.size > 0 && isPaid) connection.under.set(orderId, [...ids]);
  return { kind: 'done', value: [...ids].map(bare) };
}

async function linesOf(
  { client }: Connection,
  orderId: string,
): Promise<Answer<readonly OrderLine[]>> {
  const settled = await client.call({ api: 'order', query: { OrderId: orderId } });
  if (settled.kind === 'refused' && isNotShown(settled.refusal)) return { kind: 'done', value: [] };
  const answer = readAnswer(settled, orderPage);
  if (answer.kind !== 'done') return answer;
  const { OrderList: lines } = answer.value.Data;
  const own = lines.filter(
    ({ OrderId: id, SubOrderId: part }) => id === null || id === orderId || part === orderId,
  );
  if (own.length < lines.length) {
    return { kind: 'unknown', detail: `asked for order ${orderId}, another one was shown` };
  }
  return { kind: 'done', value: own };
}

/** Which code an order has that is not there is NOT FOUND: those that say so. */
function isNotShown({ code, reason }: Refusal): boolean {
  return reason.id === 'resource-gone' || /order.*not.?(?:exist|found)/iu.test(code);
}

function accepted(id: string, { account }: Connection): OrderReading {
  const nothing = zero(account.currency);
  return {
    id,
    state: 'completed',
    amount: nothing,
    list: null,
    charged: null,
    most: nothing,
    term: null,
    createdAt: null,
    paidAt: null,
    deadline: null,
    userName: null,
    automatic: false,
    starts: null,
  };
}
