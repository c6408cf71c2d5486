import { reason } from '../../reasons/reason.ts';
import type { Order, Part } from '../journal.ts';
import type { OrderReading } from '../readings.ts';
import { ordersIn } from '../journal-view.ts';
import type { PaymentDeclined, PaymentRefused, PaymentUnclear } from '../states/order-state.ts';
import { type Context, isConfirming } from './context.ts';
import { BACK_OFF_MS, type Draft, lookAgainAt } from './decision.ts';
import { isPurchase } from '../rules/purchases.ts';
import { notCarriedOut } from './purchases/not-carried-out.ts';
import { sinceOrder } from './facts.ts';

/**
 * Reads the order, never pays again blindly. One that still reads unpaid once no call can be in
 * flight any more may be judged and paid anew: it is the same order, which the provider lets be
 * paid once (money rule 2).
 */
export function settlePayment(
  context: Context,
  draft: Draft,
  { part, order, state }: InDoubt,
): void {
  const { facts, now, settleAfter, lag } = context;
  const { id } = order;
  const look = facts.orders.get(id);
  // After a clear no nothing is in flight.
  const ready = state.kind === 'payment declined' ? state.at : state.at + settleAfter;
  if (look === undefined || !sinceOrder(facts, look, id)) {
    draft.ask({ kind: 'order', order: id });
    return;
  }
  if (look.kind === 'hidden') {
    waitOrLeave(context, draft, part, id);
    return;
  }
  switch (look.order.state) {
    case 'unpaid':
      if (look.at >= ready) draft.record({ kind: 'payment not made', order: id });
      else if (now >= ready) draft.ask({ kind: 'order', order: id });
      else draft.wait(ready);
      return;
    case 'processing':
      // A task that is under way is not paid yet, and may fail for want of money (Alibaba contract, section 1.1).
      if (part.kind === 'task' && now < part.attempt.at + lag) draft.wait(lookAgainAt(context));
      else draft.record({ kind: 'payment seen', order: id });
      return;
    case 'completed':
      draft.record({ kind: 'payment seen', order: id });
      return;
    case 'cancelled':
      if (isPurchase(part)) {
        notCarriedOut(context, draft, { part, order, look });
        return;
      }
      draft.record({
        kind: 'cancelled',
        order: id,
        because: whoCancelled(look.order, context),
        at: now,
      });
      return;
    case 'other':
      waitOrLeave(context, draft, part, id);
  }
}

/** What was bought in one call and shows nothing for the hours in which it is confirmed is a person's. */
function waitOrLeave(context: Context, draft: Draft, part: Part, order: string): void {
  if (!isPurchase(part) || isConfirming(context, part.attempt.at)) {
    draft.wait(context.now + BACK_OFF_MS);
  } else {
    const why = reason('order-in-unknown-state', { order });
    draft.record({ kind: 'left to a person', order, why });
  }
}

/** An order of which it is not known whether it is paid. */
interface InDoubt {
  readonly part: Part;
  readonly order: Order;
  readonly state: PaymentUnclear | PaymentRefused | PaymentDeclined;
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
  for (const { part, order } of ordersIn(context.journal, 'payment declined')) {
    settlePayment(context, draft, { part, order, state: order.state });
  }
}
