import { reason } from '../../reasons/reason.ts';
import { judgeExpiry } from '../rules/expiry-verdict.ts';
import type { Order, Part } from '../journal.ts';
import { coverable } from '../journal-view.ts';
import { leftToAutoRenewal } from '../rules/left-to-auto-renewal.ts';
import { ATTEMPT_STATES } from '../states/attempt-state.ts';
import type { Cancelling, PaymentRefused, PaymentUnclear } from '../states/order-state.ts';
import type { PayIntent } from '../events.ts';
import type { Context } from './context.ts';
import { BACK_OFF_MS, type Draft } from './decision.ts';
import { LOOK_AGE_MS, sinceMade, sinceOrder } from './facts.ts';
import { judgeOrder, paidBySomebody, type OrderVerdict } from './judge-order.ts';

interface Ready {
  readonly intent: PayIntent;
  readonly order: Order;
}

/**
 * Takes every order a step on by what is known: settles payments without a clear answer, compares
 * unpaid orders, cancels those marked for it, and pays those that are ready.
 */
export function decideOrders(context: Context, draft: Draft): void {
  const ready: Ready[] = [];
  const unseen: number[] = [];
  for (const part of context.journal.parts) {
    for (const order of part.orders) {
      const { state } = order;
      switch (state.kind) {
        case 'payment unclear':
        case 'payment refused':
          settlePayment(context, draft, order, state);
          break;
        case 'cancelling':
          cancel(context, draft, part, order, state);
          break;
        case 'made':
        case 'payable again': {
          if (context.journal.state !== 'open') {
            const because = 'job ended';
            draft.record({
              kind: 'cancel decided',
              order: order.id,
              because,
              rows: null,
              refusal: null,
            });
            break;
          }
          if (ATTEMPT_STATES[part.attempt.kind].open) break;
          unseen.push(...unseenRows(context, part, order));
          const verdict = judgeOrder(context, part, order);
          if (verdict.kind === 'ready') ready.push({ intent: verdict.intent, order });
          else follow(draft, verdict);
          break;
        }
        case 'paying':
        case 'paying again':
        case 'paid':
        case 'overcharged':
        case 'completed':
        case 'cancelled':
        case 'for review':
          break;
      }
    }
  }
  if (unseen.length > 0 && isEnough(context, draft, ready.length, 'resources')) {
    draft.ask({ kind: 'resources', rows: unseen });
  }
  payReady(context, draft, ready);
}

function follow(draft: Draft, verdict: Exclude<OrderVerdict, { kind: 'ready' }>): void {
  switch (verdict.kind) {
    case 'ask':
      draft.ask(verdict.ask);
      return;
    case 'record':
      draft.record(verdict.event);
      return;
    case 'wait':
      draft.wait(verdict.until);
  }
}

/**
 * Reads the order, never pays again blindly. One that still reads unpaid once no call can be in
 * flight any more may be judged and paid anew: it is the same order, which the provider lets be
 * paid once (money rule 2).
 */
function settlePayment(
  { facts, now, settleAfter }: Context,
  draft: Draft,
  { id }: Order,
  state: PaymentUnclear | PaymentRefused,
): void {
  const look = facts.orders.get(id);
  const ready = state.at + settleAfter;
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
      draft.record({ kind: 'cancelled', order: id, because: 'deadline passed' });
      return;
    case 'other':
      draft.wait(now + BACK_OFF_MS);
  }
}

/** Only an order that reads cancelled sets its rows free, whatever the call answered (money rule 4). */
function cancel(
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
    case 'cancelled':
      draft.record({ kind: 'cancelled', order: order.id, because });
      return;
    case 'processing':
    case 'completed': {
      const verdict = paidBySomebody(context, part, order, look.order.amount);
      if (verdict.kind !== 'ready') follow(draft, verdict);
      return;
    }
    case 'unpaid':
      if (done.refused) draft.record(notCancelled(order.id));
      else draft.wait(now + BACK_OFF_MS);
      return;
    case 'other':
      draft.record(notCancelled(order.id));
  }
}

function notCancelled(order: string) {
  return {
    kind: 'left to a person',
    order,
    why: reason('order-not-cancelled', { order }),
  } as const;
}

function isDeciding({ facts, now }: Context, row: number, order: Order): boolean {
  const look = facts.rows.get(row);
  return sinceMade(facts, look, order.id) && now - look!.at <= LOOK_AGE_MS;
}

/** Rows of an order whose expiry was not read since the order exists (money rule 4). */
function unseenRows(context: Context, part: Part, order: Order): number[] {
  return coverable(part, order).filter((row) => !isDeciding(context, row, order));
}

/**
 * Whether what is there goes out now: as much as a second lets through, or nothing else that may
 * still join it is under way. Calls and writes are shared like that, and nobody waits for all.
 */
function isEnough(
  { facts, group }: Context,
  draft: Draft,
  count: number,
  joining: 'resources' | 'pay',
): boolean {
  if (count >= group) return true;
  const coming = [...facts.underWay].some((name) =>
    joining === 'resources' ? name.startsWith('renew ') : !name.startsWith('pay '),
  );
  const asked = joining === 'pay' && (draft.asks.length > 0 || draft.calls.length > 0);
  return !coming && !asked;
}

/**
 * Pays orders that were judged ready. The deciding look at the expiry was made after the orders
 * existed and locked their rows (money rule 4), and the job was read after that look.
 */
function payReady(context: Context, draft: Draft, ready: readonly Ready[]): void {
  const { facts, now } = context;
  const payable: Ready[] = [];
  let looked = 0;
  for (const one of ready) {
    const { rows } = one.intent;
    if (!rows.every((row) => isDeciding(context, row, one.order))) continue;
    if (rows.every((row) => isAsApproved(context, row))) {
      payable.push(one);
      looked = Math.max(looked, ...rows.map((row) => facts.rows.get(row)!.tick));
      continue;
    }
    const { order } = one.intent;
    draft.record({ kind: 'cancel decided', order, because: 'expiry moved', rows, refusal: null });
  }
  if (payable.length === 0 || !isEnough(context, draft, payable.length, 'pay')) return;
  const { permit } = facts;
  // Of each batch anew: a person may have cancelled the job since the one before.
  const since = Math.max(looked, facts.changed.get('payments') ?? 0);
  if (permit === null || permit.tick <= since) {
    draft.ask({ kind: 'permit' });
    return;
  }
  if (permit.stop !== null || now >= permit.validUntil) {
    draft.end(permit.stop ?? { kind: 'no longer running' });
    return;
  }
  for (const { intent, order } of payable) {
    draft.call({ kind: 'pay', intent, last: order.state.kind === 'payable again' });
  }
}

/** Whether the row still shows the approved expiry, and auto-renewal is not about to take it. */
function isAsApproved({ journal, facts, policy, traits, now }: Context, index: number): boolean {
  const look = facts.rows.get(index)!;
  if (look.kind !== 'shown') return false;
  const moved = judgeExpiry(journal.rows[index]!, look.resource.expiry, policy.expiryZone) !== null;
  return !moved && !leftToAutoRenewal(look.resource, policy, traits, now);
}
