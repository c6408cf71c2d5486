import { z } from 'zod';

import { refuse, type Operation } from '../gateway/answer.ts';
import { orderSeen, readAt, type SeenOrder } from '../orders/as-seen.ts';
import { orderInfo } from '../orders/order-view.ts';
import type { SandboxState } from '../state.ts';
import { utcText } from '../../frame/world/utc-text.ts';
import { pagingFields } from './paging.ts';

const utc = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/u);
const YEAR = 366 * 86_400_000;

function withinYear(begin: string | undefined, end: string | undefined): boolean {
  if (begin === undefined || end === undefined) return true;
  return Date.parse(end) - Date.parse(begin) <= YEAR;
}

/** The documented filters: none by resource, none by caller (Huawei contract, section 5.1). */
const listSchema = z
  .object({
    ...pagingFields,
    order_id: z.string().max(64).optional(),
    customer_id: z.string().optional(),
    service_type_code: z.string().optional(),
    create_time_begin: utc.optional(),
    create_time_end: utc.optional(),
    payment_time_begin: utc.optional(),
    payment_time_end: utc.optional(),
    status: z.enum(['1', '3', '4', '5', '6', '9']).optional(),
    order_type: z.string().optional(),
    order_by: z.enum(['createTime', '-createTime']).default('-createTime'),
  })
  .refine((query) => withinYear(query.create_time_begin, query.create_time_end))
  .refine((query) => withinYear(query.payment_time_begin, query.payment_time_end));

type ListQuery = z.output<typeof listSchema>;

function inside(
  at: number | undefined,
  begin: string | undefined,
  end: string | undefined,
): boolean {
  if (begin === undefined && end === undefined) return true;
  if (at === undefined) return false;
  const text = utcText(at);
  return (begin === undefined || text >= begin) && (end === undefined || text <= end);
}

function matches(state: SandboxState, order: SeenOrder, query: ListQuery): boolean {
  return (
    (query.order_id === undefined || query.order_id === order.id) &&
    (query.status === undefined || query.status === String(order.status)) &&
    (query.order_type === undefined || query.order_type === String(order.type)) &&
    (query.customer_id === undefined || query.customer_id === state.world.customerId) &&
    (query.service_type_code === undefined ||
      order.lines.some(({ service }) => service === query.service_type_code)) &&
    inside(order.createdAt, query.create_time_begin, query.create_time_end) &&
    inside(order.payment?.at, query.payment_time_begin, query.payment_time_end)
  );
}

/** Lists orders, newest first unless asked otherwise. */
export const listOrders: Operation = (state, { query, now }) => {
  const parsed = listSchema.safeParse(Object.fromEntries(query));
  if (!parsed.success) return refuse(state, 'orders', 'CBC.0100');
  const at = readAt(state, 'orders', now);
  const found = [...state.orders.values()]
    .flatMap((order) => orderSeen(state, order, at) ?? [])
    .filter((order) => matches(state, order, parsed.data));
  if (parsed.data.order_by === '-createTime') found.reverse();
  const { offset, limit } = parsed.data;
  return {
    status: 200,
    body: {
      total_count: found.length,
      order_infos: found.slice(offset, offset + limit).map((order) => orderInfo(state, order)),
    },
  };
};
