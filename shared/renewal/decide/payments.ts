import type { Order } from '../journal.ts';
import type { OrderReading } from '../readings.ts';
import { ordersIn } from '../journal-view.ts';
import type { PaymentDeclined, PaymentRefused, PaymentUnclear } from '../states/order-state.ts';
import type { Context } from './context.ts';
import { BACK_OFF_MS, type Draft } from './decision.ts';
import { sinceOrder } from './facts.ts';

/**
 * Reads the order, never pays again blindly. One that still reads unpaid once no call can be in
 * flight any more may be judged and paid anew: it is the same order, which the provider lets be
 * paid once (money rule 2).
 */
export function settlePayment(
  context: Context,
  draft: Draft,
  order: Order,
  state: PaymentUnclear | PaymentRefused | PaymentDeclined,
): void {
  const { facts, now, settleAfter } = context;
  const { id } = order;
  const look = facts.orders.get(id);
  // After a clear no nothing is in flight.
  const ready = state.kind === 'payment declined' ? state.at : state.at + settleAfter;
  if (look === undefined || !sinceOrder(facts, look, id)) {
    draft.ask({ kind: 'order', order: id });
    return;
  }
  if (look.kind === 'hidden') {
    draft.wait(now + BACK_OFF_MS);
    return;
  }
  switch (look.order.state) {
    case 'unpaid':
      if (look.at >= ready) draft.record({ kind: 'payment not made', order: id });
      else if (now >= ready) draft.ask({ kind: 'order', order: id });
      else draft.wait(ready);
      return;
    case 'processing':
    case 'completed':
      draft.record({ kind: 'payment seen', order: id });
      return;
    case 'cancelled':
      draft.record({
        kind: 'cancelled',
        order: id,
        because: whoCancelled(look.order, context),
        at: now,
      });
      return;
    case 'other':
      draft.wait(now + BACK_OFF_MS);
  }
}

/**
 * The provider itself, once the order's deadline is over or, where a cancelled one does not show it,
 * the days in which an order can be paid; else somebody, who is at work on its rows.
 */
export function whoCancelled(
  { deadline, createdAt }: Pick<OrderReading, 'deadline' | 'createdAt'>,
  { now, traits }: Pick<Context, 'now' | 'traits'>,
): 'deadline passed' | 'cancelled by somebody' {
  const days = createdAt === null ? null : createdAt + traits.unpaidOrderDays * DAY_MS;
  const until = deadline ?? days;
  return until !== null && until <= now ? 'deadline passed' : 'cancelled by somebody';
}

const DAY_MS = 86_400_000;

/**
 * While the work stops because the account was refused: whether the payments that were refused went
 * through all the same is read first, so that people are told the truth (money rule 12).
 */
export function readDeclined(context: Context, draft: Draft): void {
  for (const { order } of ordersIn(context.journal, 'payment declined')) {
    settlePayment(context, draft, order, order.state);
  }
}
