import { z } from 'zod';

import { refuse, type Operation } from '../gateway/answer.ts';
import { cancelOrder as endByCancel } from '../orders/end-order.ts';
import { findOrder } from '../orders/find-order.ts';

const cancelSchema = z.object({ order_id: z.string().min(1).max(64) });

/**
 * Cancel (Huawei contract, section 5.3): only an unpaid order, answered 204. What an unknown order
 * meets is not documented (`behaviour.cancelUnknown`).
 */
export const cancelOrder: Operation = (state, { body }) => {
  const parsed = cancelSchema.safeParse(body);
  const found = parsed.success ? findOrder(state, parsed.data.order_id) : undefined;
  if (!parsed.success) return refuse(state, 'cancel', 'CBC.0100');
  if (found === undefined) return refuse(state, 'cancel', state.behaviour.cancelUnknown);
  if (found.isPart) return refuse(state, 'cancel', 'CBC.99000089');
  if (found.order.status !== 6) return refuse(state, 'cancel', 'CBC.99005010');
  endByCancel(state, found.order, 'cancel');
  return { status: 204 };
};
