import { z } from 'zod';

import { refuse, type Operation } from '../gateway/answer.ts';
import { readAt } from '../orders/as-seen.ts';
import { findSeenOrder } from '../orders/find-order.ts';
import { detailedOrderInfo, lineItem } from '../orders/order-view.ts';
import { pagingFields } from './paging.ts';

const detailsSchema = z.object(pagingFields);

/** Order details (Huawei contract, section 5.2); offset and limit page the line items. */
export const orderDetails: Operation = (state, { pathId, query, now }) => {
  const parsed = detailsSchema.safeParse(Object.fromEntries(query));
  if (!parsed.success) return refuse(state, 'orderDetails', 'CBC.0100');
  const found = findSeenOrder(state, pathId ?? '', readAt(state, 'orderDetails', now));
  if (found === undefined) {
    return refuse(state, 'orderDetails', 'CBC.30000010');
  }
  const { order, isPart } = found;
  const lines = isPart ? order.lines.filter(({ orderId }) => orderId === pathId) : order.lines;
  const { offset, limit } = parsed.data;
  return {
    status: 200,
    body: {
      order_info: detailedOrderInfo(state, order, isPart ? pathId : undefined),
      total_count: lines.length,
      order_line_items: lines
        .slice(offset, offset + limit)
        .map((line) => lineItem(state, order, line)),
    },
  };
};
