import type { Answer } from '../../../renewal/answer.ts';
import type { OrderReading } from '../../../renewal/readings.ts';
import { together } from '../../wire/read-answer.ts';
import type { Connection } from '../connection.ts';
import { readAll } from '../read-all.ts';
import { utcText } from '../utc-text.ts';
import { orderPage, toReading } from './order-shape.ts';
import { productCodes } from './product-codes.ts';
import { renewalTasks } from './renewal-tasks.ts';

/**
 * The most orders of a page is NOT FOUND (Alibaba contract, section 2.5): a hundred, which other lists
 * of the interface give, or as many as the sample shows where that is rejected.
 */
const PAGES = [100, 20] as const;

/** Whole lists of orders, made in a window of time (epoch milliseconds). */
interface Window {
  readonly from: number;
  readonly to: number;
}

/**
 * All renewal orders and tasks made in a window, newest first. One that cannot be read makes the whole
 * list unknown: a list with a hole would hide what somebody must settle. `only` unpaid ones: no task is.
 */
export async function renewalOrders(
  connection: Connection,
  window: Window,
  only?: 'unpaid',
): Promise<Answer<readonly OrderReading[]>> {
  if (only === 'unpaid') {
    return newestFirst(await listOrders(connection, window, { PaymentStatus: 'Unpaid' }));
  }
  const { from, to } = window;
  return newestFirst(
    together(
      await Promise.all([listOrders(connection, window, {}), renewalTasks(connection, from, to)]),
    ),
  );
}

/**
 * All products in one list, as newer pages allow. Where that is rejected, since older ones demand a
 * product, there is one list for each product that the account has (section 2.5): none where it has
 * domains only.
 */
async function listOrders(
  connection: Connection,
  window: Window,
  more: Readonly<Record<string, string>>,
): Promise<Answer<readonly OrderReading[]>> {
  const all = await ordersOf(connection, window, more);
  if (!isRejected(all)) return all;
  const codes = await productCodes(connection);
  if (codes.kind !== 'done') return codes;
  return together(
    await Promise.all(
      codes.value.map(
        async (code) => await ordersOf(connection, window, { ...more, ProductCode: code }),
      ),
    ),
  );
}

function isRejected(answer: Answer<unknown>): boolean {
  return answer.kind === 'refused' && answer.refusal.reason.id === 'alibaba-request-rejected';
}

/** The size of the pages that were given before, or the largest that is. */
async function ordersOf(
  connection: Connection,
  window: Window,
  more: Readonly<Record<string, string>>,
): Promise<Answer<readonly OrderReading[]>> {
  const sizes = connection.orderPage === null ? PAGES : [connection.orderPage];
  let answer: Answer<readonly OrderReading[]> = { kind: 'done', value: [] };
  for (const size of sizes) {
    answer = await pagesOf(connection, size, window, more);
    if (answer.kind === 'done') connection.orderPage = size;
    if (!isRejected(answer)) return answer;
  }
  return answer;
}

/** Without a range only the last hour is shown (section 2.5): one is always given, in whole seconds. */
async function pagesOf(
  connection: Connection,
  size: number,
  { from, to }: Window,
  more: Readonly<Record<string, string>>,
): Promise<Answer<readonly OrderReading[]>> {
  const read = await readAll(connection, {
    api: 'orders',
    query: {
      OrderType: 'Renew',
      SubscriptionType: 'Subscription',
      CreateTimeStart: utcText(Math.floor(from / 1000) * 1000),
      CreateTimeEnd: utcText(Math.ceil(to / 1000) * 1000),
      ...more,
    },
    size,
    shape: orderPage,
    page: ({ Data: { TotalCount: total, OrderList: items } }) => ({ total, items }),
    key: ({ OrderId: id }) => id,
  });
  if (read.kind !== 'done') return read;
  const renewals = read.value.filter(
    ({ OrderType: type }) => type === null || type.toLowerCase() === 'renew',
  );
  return together(
    renewals.map((one): Answer<readonly OrderReading[]> => {
      if (one.OrderId === null) return { kind: 'unknown', detail: 'an order is shown without id' };
      const reading = toReading(one.OrderId, [one], connection.account);
      return reading.kind === 'done' ? { kind: 'done', value: [reading.value] } : reading;
    }),
  );
}

function newestFirst(orders: Answer<readonly OrderReading[]>): Answer<readonly OrderReading[]> {
  if (orders.kind !== 'done') return orders;
  const value = orders.value.toSorted((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
  return { kind: 'done', value };
}
