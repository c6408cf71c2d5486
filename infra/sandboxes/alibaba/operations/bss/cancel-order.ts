import { z } from 'zod';

import { type Operation, refuseBss, succeedBss } from '../../gateway/answer.ts';
import { onRightSite, refuseParameters } from '../../gateway/bss.ts';
import { readParameters } from '../../gateway/parameters.ts';
import { cancelOrder } from '../../orders/pay-order.ts';

const cancelSchema = z.object({ OrderId: z.string().regex(/^\d{1,20}$/u) });

/**
 * CancelOrder: of an unpaid order alone (Alibaba contract, section 2.5). What another one meets is
 * not documented.
 */
export const bssCancel: Operation = onRightSite((state, { query, now }) => {
  const read = readParameters(cancelSchema, query);
  if (read.kind === 'wrong') return refuseParameters(state, read);
  const order = state.orders.get(read.value.OrderId);
  if (order === undefined) return refuseBss(state, 'ResourceNotExists');
  if (order.status !== 'Unpaid') return refuseBss(state, 'ResourceStatusError');
  cancelOrder(order, now);
  return succeedBss(state);
});
