import * as z from 'zod/mini';
import { type Term, termOfMonths } from '../../../values/term.ts';
import type { Answer } from '../../../renewal/answer.ts';
import type { OrderReading } from '../../../ports/provider.ts';
import type { Connection } from '../connection.ts';
import { decimal, integer, list, listOrNone, moment, text } from '../../wire/fields.ts';
import { readAnswer } from '../../wire/read-answer.ts';
import { readPages } from '../../wire/read-pages.ts';
import { orderInfo, toReading } from './order-shape.ts';

const lineItem = z.object({
  order_line_item_id: text,
  amount_after_discount: decimal,
  official_amount: decimal,
  effective_time: moment,
  period_type: integer,
  period_num: integer,
});

/** A line of an order. Its resources are not in it (Huawei contract, section 5.2). */
export type LineItem = z.output<typeof lineItem>;

const lines = z.object({ total_count: integer, order_line_items: list(lineItem) });
const details = z.object({
  order_info: orderInfo,
  total_count: integer,
  // Whatever its lines look like, an order's state must stay readable.
  order_line_items: listOrNone(lineItem),
});

/** The provider does not know such an order, or does not show it yet (section 5.2). */
const NO_SUCH_ORDER = 'CBC.30000010';
const PAGE = 100;

/**
 * One order by its id; null where the provider does not show it (Huawei contract, section 5.2). Of
 * an unpaid one all lines are read, for when their periods begin.
 */
export async function orderDetails(
  connection: Connection,
  orderId: string,
): Promise<Answer<OrderReading | null>> {
  const { client, account } = connection;
  const query = { offset: '0', limit: `${PAGE}` };
  const settled = await client.call({ api: 'details', pathSuffix: orderId, query });
  if (settled.kind === 'refused' && settled.refusal.code === NO_SUCH_ORDER) {
    return { kind: 'done', value: null };
  }
  const answer = readAnswer(settled, details);
  if (answer.kind !== 'done') return answer;
  const { order_info: info } = answer.value;
  if (info.order_id !== null && info.order_id !== orderId) {
    return { kind: 'unknown', detail: `asked for order ${orderId}, another one was shown` };
  }
  const reading = toReading(orderId, info, account);
  if (reading.kind !== 'done' || reading.value.state !== 'unpaid') return reading;
  const { order_line_items: first, total_count: total } = answer.value;
  const isAll = first.length < PAGE || first.length === total;
  const all = isAll ? null : await orderLines(connection, orderId);
  if (all !== null && all.kind !== 'done') return all;
  const items = all?.value ?? first;
  return {
    kind: 'done',
    value: { ...reading.value, starts: startsOf(items), term: termOf(items) },
  };
}

/** Kinds of periods of a line (section 5.2); the others are never a renewal's. */
const MONTH = 2;
const YEAR = 3;

/** The term of all lines; null where one does not say, or they differ. */
function termOf(items: readonly LineItem[]): Term | null {
  const months = new Set(
    items.map(({ period_type: type, period_num: count }) =>
      type === MONTH ? count : type === YEAR && count !== null ? count * 12 : null,
    ),
  );
  const [only] = months;
  return months.size !== 1 || only === undefined || only === null ? null : termOfMonths(only);
}

function startsOf(items: readonly LineItem[]): readonly number[] | null {
  const starts = items.flatMap(({ effective_time: start }) => start ?? []);
  return starts.length === 0 || starts.length < items.length ? null : starts;
}

/** All line items of an order, page by page (section 5.2: at most 100 on a page). */
export async function orderLines(
  { client }: Connection,
  orderId: string,
): Promise<Answer<readonly LineItem[]>> {
  let unnamed = 0;
  return await readPages(
    async ({ offset }) => {
      const query = { offset: `${offset}`, limit: `${PAGE}` };
      const page = readAnswer(
        await client.call({ api: 'details', pathSuffix: orderId, query }),
        lines,
      );
      if (page.kind !== 'done') return page;
      const { total_count: total, order_line_items: items } = page.value;
      return { kind: 'done', value: { total, items } };
    },
    (line) => line.order_line_item_id ?? `unnamed ${(unnamed += 1)}`,
  );
}
