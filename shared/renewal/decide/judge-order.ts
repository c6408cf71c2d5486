import { reason } from '../../reasons/reason.ts';
import { exceeds } from '../../values/money.ts';
import { beginsTooLate } from '../rules/begins-too-late.ts';
import type { JournalEvent, PayIntent } from '../events.ts';
import type { Order, Part } from '../journal.ts';
import { isForAll } from '../journal-view.ts';
import { orderCeiling } from '../rules/price-verdict.ts';
import type { OrderReading } from '../readings.ts';
import type { CancelReason } from '../states/order-state.ts';
import { type Context, isConfirming } from './context.ts';
import { coverageOf, listedRows } from './coverage.ts';
import { type Ask, BACK_OFF_MS, type Draft } from './decision.ts';
import { LOOK_AGE_MS, sinceOrder } from './facts.ts';
import { isOfTerm } from './own-call.ts';
import { besideSiblings, payableOf, readFirst } from './orders-of-a-call.ts';
import { whoCancelled } from './payments.ts';

/** What an unpaid order of ours comes to by what is known of it. */
export type OrderVerdict =
  | { readonly kind: 'ask'; readonly ask: Ask }
  | { readonly kind: 'record'; readonly event: JournalEvent }
  | { readonly kind: 'wait'; readonly until: number }
  /** Coverage proven, amount within what was approved for exactly those rows. */
  | { readonly kind: 'ready'; readonly intent: PayIntent };

/** What is done about an order that is not ready to be paid. */
export type NotReady = Exclude<OrderVerdict, { kind: 'ready' }>;

/** Drafts what a verdict asks for. */
export function follow(draft: Draft, verdict: NotReady): void {
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

/** Compares an unpaid order with the approved sum of exactly the rows it covers (money rule 3). */
export function judgeOrder(context: Context, part: Part, order: Order): OrderVerdict {
  const { facts, now } = context;
  const look = facts.orders.get(order.id);
  // What is paid is what was read a moment ago.
  const fresh = look !== undefined && now - look.at <= LOOK_AGE_MS;
  if (!fresh || !sinceOrder(facts, look, order.id)) {
    return siblingFirst(context, part, order) ?? readFirst(order);
  }
  // It exists all the same: a returned order id is never given up because it is not shown yet.
  if (look.kind === 'hidden') return { kind: 'wait', until: now + BACK_OFF_MS };
  switch (look.order.state) {
    case 'unpaid':
      return judgeUnpaid(context, part, order, look.order);
    case 'processing':
    case 'completed':
      return paidBySomebody(context, part, order, look.order);
    case 'cancelled':
      return cancelledElsewhere(context, part, order, look.order);
    case 'other':
      return inPassing(context, part, order);
  }
}

/**
 * What is still to be asked about the other orders of its call: none is paid before that is known, and
 * a provider that answers slowly would answer about the same ones in every run.
 */
function siblingFirst(context: Context, part: Part, order: Order): OrderVerdict | null {
  if (order.rows === null) return null;
  const beside = besideSiblings(context, part, order, order.rows);
  return beside.kind === 'ask' ? beside : null;
}

/**
 * It waits for something else than a payment, and may still take hold of its rows: looked at again
 * until it settles, a person's after the hours in which a payment is confirmed.
 */
export function inPassing(context: Context, part: Part, order: Pick<Order, 'id'>): NotReady {
  if (isConfirming(context, part.attempt.at)) {
    return { kind: 'wait', until: context.now + BACK_OFF_MS };
  }
  const why = reason('order-in-unknown-state', { order: order.id });
  return { kind: 'record', event: { kind: 'left to a person', order: order.id, why } };
}

/**
 * Somebody else has cancelled it, or the provider, and may be at work on its rows: which they are is
 * read of one of several orders of a call.
 */
function cancelledElsewhere(
  context: Context,
  part: Part,
  order: Order,
  reading: OrderReading,
): NotReady {
  const { now: at } = context;
  const because = whoCancelled(reading, context);
  const cancelled = { kind: 'cancelled', order: order.id, because, at } as const;
  const isClear = because === 'deadline passed' || isForAll(part, order);
  if (isClear) return { kind: 'record', event: cancelled };
  const rows = listedRows(context, part, order, reading);
  if (rows !== null && 'kind' in rows) return { kind: 'ask', ask: rows };
  return { kind: 'record', event: rows === null ? cancelled : { ...cancelled, rows } };
}

/**
 * No payment of ours is under way: somebody else has paid it, or one that we had sent before took effect
 * all the same. Its completion decides what becomes of the rows it covers.
 */
export function paidBySomebody(
  context: Context,
  part: Part,
  order: Order,
  reading: OrderReading,
): NotReady {
  const { amount } = reading;
  const rows = listedRows(context, part, order, reading);
  if (rows !== null && 'kind' in rows) return { kind: 'ask', ask: rows };
  return {
    kind: 'record',
    event: { kind: 'paid by somebody', order: order.id, rows, amount, at: context.now },
  };
}

function judgeUnpaid(
  context: Context,
  part: Part,
  order: Order,
  reading: OrderReading,
): OrderVerdict {
  const { journal, now, policy } = context;
  const cancel = (because: CancelReason, rows: readonly number[] | null): OrderVerdict => ({
    kind: 'record',
    event: { kind: 'cancel decided', order: order.id, because, rows, refusal: null },
  });
  if (reading.deadline !== null && reading.deadline <= now) return cancel('deadline passed', null);
  if (reading.term !== null && !isOfTerm(context, reading)) {
    return cancel('not asked for', null);
  }
  const payable = payableOf(context, order.id, reading);
  if (payable === null) return readFirst(order);
  const amount = payable.kind === 'payable' ? payable.amount : reading.amount;
  const coverage = coverageOf(context, part, order, reading, amount);
  if (coverage.kind === 'ask') return coverage;
  const { rows } = coverage;
  if (rows === null) return cancel(UNPROVEN, null);
  const beside = besideSiblings(context, part, order, rows);
  switch (beside.kind) {
    case 'ask':
      return beside;
    case 'wait':
      return { kind: 'wait', until: now + BACK_OFF_MS };
    case 'not told apart':
      return cancel(UNPROVEN, rows);
    case 'disjoint':
      break;
  }
  const covered = rows.map((row) => journal.rows[row]!);
  if (beginsTooLate(covered, reading.starts ?? [], policy.expiryZone)) {
    return cancel('renewed elsewhere', rows);
  }
  if (payable.kind === 'discount missing') return cancel('discount refused', rows);
  // Also one that is not proven: dearer than all that it should cover, its rows are priced alone next.
  if (exceeds(amount, orderCeiling(covered, policy))) return cancel('dearer than approved', rows);
  if (coverage.kind === 'not proven') return cancel(UNPROVEN, null);
  const { discount } = payable;
  return { kind: 'ready', intent: { order: order.id, rows, compared: amount, discount } };
}

const UNPROVEN = 'coverage not proven';
