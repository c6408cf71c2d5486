import { z } from 'zod';

import { type Operation, refuseBss, succeedBss } from '../../gateway/answer.ts';
import { onRightSite, pageSizeOf, refuseParameters } from '../../gateway/bss.ts';
import { count, readParameters } from '../../gateway/parameters.ts';
import { readAt } from '../../items/as-seen.ts';
import { orderDetailView, orderView, statusAsOf } from '../../orders/order-view.ts';
import type { SandboxState } from '../../state.ts';
import { utcTime } from './utc-time.ts';

const HOUR = 3_600_000;

const listSchema = z.object({
  ProductCode: z.string().optional(),
  ProductType: z.string().optional(),
  SubscriptionType: z.enum(['Subscription', 'PayAsYouGo']).optional(),
  OrderType: z.string().optional(),
  PaymentStatus: z.enum(['Unpaid', 'Paid', 'Cancelled']).optional(),
  CreateTimeStart: utcTime.optional(),
  CreateTimeEnd: utcTime.optional(),
  PageNum: count.pipe(z.int().min(1)).default(1),
  PageSize: count.pipe(z.int().min(1)).default(20),
});

/** The times that are meant: the last hour where none is given (Alibaba contract, section 2.5). */
function rangeOf(
  { CreateTimeStart, CreateTimeEnd }: z.output<typeof listSchema>,
  now: number,
): readonly [from: number, to: number] {
  const isGiven = CreateTimeStart !== undefined || CreateTimeEnd !== undefined;
  if (!isGiven) return [now - HOUR, now];
  return [CreateTimeStart ?? 0, CreateTimeEnd ?? Infinity];
}

/** The start of its second: times are shown and given without fractions. */
function second(instant: number): number {
  return Math.floor(instant / 1000) * 1000;
}

/** QueryOrders: newest first, by no instance. */
export const bssOrders: Operation = onRightSite((state, { query, now }) => {
  const read = readParameters(listSchema, query);
  if (read.kind === 'wrong') return refuseParameters(state, read);
  const asked = read.value;
  const needsMore = asked.ProductCode === undefined || asked.SubscriptionType === undefined;
  if (state.behaviour.ordersNeedProduct && needsMore) return refuseBss(state, 'MissingParameter');
  const size = pageSizeOf(state, asked.PageSize, state.behaviour.maxOrderPage);
  if (size === undefined) return refuseBss(state, 'InvalidParameter');
  const at = readAt(state, 'bssOrders', now);
  const [since, until] = rangeOf(asked, now);
  const listed = [...state.orders.values()]
    .toReversed()
    .filter(() => state.behaviour.bssSite === 'right')
    .filter(({ createdAt }) => second(createdAt) >= second(since) && second(createdAt) <= until)
    .filter(({ productCode }) => (asked.ProductCode ?? productCode) === productCode)
    .filter(({ productType }) => (asked.ProductType ?? productType) === productType)
    .filter(() => (asked.OrderType ?? 'Renew') === 'Renew')
    .filter(() => (asked.SubscriptionType ?? 'Subscription') === 'Subscription')
    .flatMap((order) => {
      const status = statusAsOf(order, at);
      return status === undefined || (asked.PaymentStatus ?? status) !== status
        ? []
        : [{ order, status }];
    });
  const from = (asked.PageNum - 1) * size;
  return succeedBss(state, {
    HostName: '',
    PageNum: asked.PageNum,
    PageSize: size,
    TotalCount: listed.length,
    OrderList: {
      Order: listed
        .slice(from, from + size)
        .map(({ order, status }) => orderView(state, order, status)),
    },
  });
});

const oneSchema = z.object({ OrderId: z.string().regex(/^\d{1,20}$/u) });

/** What is not documented: an order that is not there, or not shown yet. */
function unknownOrder(state: SandboxState): ReturnType<Operation> {
  if (state.behaviour.unknownOrder === 'refused') return refuseBss(state, 'InvalidParameter');
  return succeedBss(state, { OrderList: { Order: [] } });
}

/** GetOrderDetail: names the instance. */
export const bssOrder: Operation = onRightSite((state, { query, now }) => {
  const read = readParameters(oneSchema, query);
  if (read.kind === 'wrong') return refuseParameters(state, read);
  const order = state.orders.get(read.value.OrderId);
  const status = order && statusAsOf(order, readAt(state, 'bssOrder', now));
  if (order === undefined || status === undefined) return unknownOrder(state);
  return succeedBss(state, {
    HostName: '',
    PageNum: 1,
    PageSize: 20,
    TotalCount: 1,
    OrderList: { Order: [orderDetailView(state, order, status)] },
  });
});
