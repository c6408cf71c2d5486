import * as z from 'zod/mini';
import type { Answer } from '../../../renewal/answer.ts';
import type { OrderReading } from '../../../ports/provider.ts';
import type { Connection } from '../connection.ts';
import { integer, list } from '../../wire/fields.ts';
import { readAnswer, together } from '../../wire/read-answer.ts';
import { readPages } from '../../wire/read-pages.ts';
import { orderInfo, toReading } from './order-shape.ts';

const orderPage = z.object({ total_count: integer, order_infos: list(orderInfo) });

const PAGE = 100;
const RENEWAL = 2;

/**
 * All renewal orders made from `from` to `to` (epoch milliseconds, both included, widened to whole
 * seconds, at most a year), newest first (Huawei contract, section 5.1). One order that cannot be
 * read makes the whole list unknown: a list with a hole would hide an order that somebody must settle.
 */
export async function renewalOrders(
  connection: Connection,
  from: number,
  to: number,
): Promise<Answer<readonly OrderReading[]>> {
  return await listOrders(connection, {
    create_time_begin: utcText(Math.floor(from / 1000)),
    create_time_end: utcText(Math.ceil(to / 1000)),
  });
}

/** The same of renewal orders paid in that time (section 5.1: `payment_time_begin`, `_end`). */
export async function ordersPaid(
  connection: Connection,
  from: number,
  to: number,
): Promise<Answer<readonly OrderReading[]>> {
  return await listOrders(connection, {
    payment_time_begin: utcText(Math.floor(from / 1000)),
    payment_time_end: utcText(Math.ceil(to / 1000)),
  });
}

async function listOrders(
  { client, account }: Connection,
  times: Readonly<Record<string, string>>,
): Promise<Answer<readonly OrderReading[]>> {
  const filter = {
    order_type: `${RENEWAL}`,
    ...times,
    order_by: '-createTime',
    limit: `${PAGE}`,
  };
  let unnamed = 0;
  const pages = await readPages(
    async ({ offset }) => {
      const query = { ...filter, offset: `${offset}` };
      const page = readAnswer(await client.call({ api: 'orders', query }), orderPage);
      if (page.kind !== 'done') return page;
      const { total_count: total, order_infos: items } = page.value;
      return { kind: 'done', value: { total, items } };
    },
    (info) => info.order_id ?? `unnamed ${(unnamed += 1)}`,
  );
  if (pages.kind !== 'done') return pages;
  const renewals = pages.value.filter(({ order_type: type }) => type === null || type === RENEWAL);
  const readings = together(
    renewals.map((info): Answer<readonly OrderReading[]> => {
      if (info.order_id === null)
        return { kind: 'unknown', detail: 'an order is shown without id' };
      const reading = toReading(info.order_id, info, account);
      return reading.kind === 'done' ? { kind: 'done', value: [reading.value] } : reading;
    }),
  );
  return readings.kind === 'done' ? { kind: 'done', value: newestFirst(readings.value) } : readings;
}

function newestFirst(orders: readonly OrderReading[]): OrderReading[] {
  return orders.toSorted((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
}

/** Times go out as `2019-05-06T08:05:01Z` (section 0). */
function utcText(epochSeconds: number): string {
  return `${new Date(epochSeconds * 1000).toISOString().slice(0, 19)}Z`;
}
