import type { Answer } from '../../../renewal/answer.ts';
import type { OrderReading } from '../../../renewal/readings.ts';
import { readAnswer, together } from '../../wire/read-answer.ts';
import { readPages } from '../../wire/read-pages.ts';
import type { Connection } from '../connection.ts';
import { utcText } from '../utc-text.ts';
import { type OrderLine, orderPage, toReading } from './order-shape.ts';
import { renewalTasks } from './renewal-tasks.ts';

/** The most orders of a page is NOT FOUND: as many as the sample shows (Alibaba contract, section 2.5). */
const PAGE = 20;

/**
 * All renewal orders and tasks made from `from` to `to` (epoch milliseconds), newest first. One that
 * cannot be read makes the whole list unknown: a list with a hole would hide what somebody must settle.
 */
export async function renewalOrders(
  connection: Connection,
  from: number,
  to: number,
): Promise<Answer<readonly OrderReading[]>> {
  return newestFirst(
    together(
      await Promise.all([listOrders(connection, from, to), renewalTasks(connection, from, to)]),
    ),
  );
}

/** Without a range only the last hour is shown (section 2.5): one is always given, in whole seconds. */
async function listOrders(
  { client, account }: Connection,
  from: number,
  to: number,
): Promise<Answer<readonly OrderReading[]>> {
  let unnamed = 0;
  const read = await readPages<OrderLine>(
    async ({ page }) => {
      const query = {
        OrderType: 'Renew',
        SubscriptionType: 'Subscription',
        CreateTimeStart: utcText(Math.floor(from / 1000) * 1000),
        CreateTimeEnd: utcText(Math.ceil(to / 1000) * 1000),
        PageNum: `${page}`,
        PageSize: `${PAGE}`,
      };
      const answer = readAnswer(await client.call({ api: 'orders', query }), orderPage);
      if (answer.kind !== 'done') return answer;
      const { TotalCount: total, OrderList: items } = answer.value.Data;
      return { kind: 'done', value: { total, items } };
    },
    ({ OrderId: id }) => id ?? `unnamed ${(unnamed += 1)}`,
  );
  if (read.kind !== 'done') return read;
  const renewals = read.value.filter(
    ({ OrderType: type }) => type === null || type.toLowerCase() === 'renew',
  );
  return together(
    renewals.map((one): Answer<readonly OrderReading[]> => {
      if (one.OrderId === null) return { kind: 'unknown', detail: 'an order is shown without id' };
      const reading = toReading(one.OrderId, [one], account);
      return reading.kind === 'done' ? { kind: 'done', value: [reading.value] } : reading;
    }),
  );
}

function newestFirst(orders: Answer<readonly OrderReading[]>): Answer<readonly OrderReading[]> {
  if (orders.kind !== 'done') return orders;
  const value = orders.value.toSorted((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
  return { kind: 'done', value };
}
