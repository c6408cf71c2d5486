import { reason } from '../../reasons/reason.ts';
import type { Order, Part } from '../journal.ts';
import type { Cancelling } from '../states/order-state.ts';
import type { Context } from './context.ts';
import { BACK_OFF_MS, type Draft, lookAgainAt } from './decision.ts';
import { paymentInDoubt } from './first-alone.ts';
import { whoCancelled } from './payments.ts';
import { keepLeftUnpaid } from './purchases/left-unpaid.ts';
import { follow, inPassing, paidBySomebody } from './judge-order.ts';

/** Only an order that reads cancelled sets its rows free, whatever the call answered (money rule 4). */
export function takeBack(
  context: Context,
  draft: Draft,
  part: Part,
  order: Order,
  { because }: Cancelling,
): void {
  const { facts, now } = context;
  const done = facts.cancels.get(order.id);
  if (done === undefined) {
    draft.call({ kind: 'cancel', order: order.id });
    return;
  }
  const look = facts.orders.get(order.id);
  if (look === undefined || look.tick <= done.tick) {
    draft.ask({ kind: 'order', order: order.id });
    return;
  }
  if (look.kind === 'hidden') {
    draft.wait(now + BACK_OFF_MS);
    return;
  }
  switch (look.order.state) {
    case 'cancelled': {
      const own = isOurDoing(context, order, done.refused);
      if (own && because === 'left unpaid') keepLeftUnpaid(context, draft, part, order.id);
      draft.record({
        kind: 'cancelled',
        order: order.id,
        because: own ? because : whoCancelled(look.order, context),
        at: now,
      });
      return;
    }
    case 'processing':
    case 'completed':
      follow(draft, paidBySomebody(context, part, order, look.order));
      return;
    case 'unpaid':
      if (!done.refused || mayFollow(context, part, order)) draft.wait(now + BACK_OFF_MS);
      else if (paymentInDoubt(context, order) !== null) draft.wait(lookAgainAt(context));
      else draft.record(notCancelled(order.id));
      return;
    case 'other':
      follow(draft, inPassing(context, part, order));
  }
}

function notCancelled(order: string) {
  return {
    kind: 'left to a person',
    order,
    why: reason('order-not-cancelled', { order }),
  } as const;
}

/**
 * Whether it was we who cancelled it. The first cancel of an order that is refused, and the order
 * reads cancelled: somebody else was faster, and is at work on its rows (money rule 4). One that was
 * marked in an earlier run may have been cancelled by a call whose answer was lost.
 */
function isOurDoing({ facts, journal }: Context, { id }: Order, refused: boolean): boolean {
  return !refused || journal.state !== 'open' || !facts.changed.has(`order ${id}`);
}

/**
 * Whether another order of the same call is on its way out: one that is combined of others is
 * cancelled by its own number, and takes them along (Huawei contract, section 5.3).
 */
function mayFollow({ facts }: Context, part: Part, order: Order): boolean {
  return part.orders.some(
    ({ id, state }) =>
      id !== order.id && state.kind === 'cancelling' && facts.cancels.get(id)?.refused !== true,
  );
}
