import { exceeds, type Money, roundUpToMinor } from '../../values/money.ts';
import type { Order } from '../journal.ts';
import { chargeKind, chargesRead, paymentUnderWay } from '../rules/first-payment.ts';
import type { PayIntent } from '../events.ts';
import type { OrderReading } from '../readings.ts';
import type { Context } from './context.ts';
import { type Draft, lookAgainAt } from './decision.ts';
import { sinceOrder } from './facts.ts';

/**
 * The payments that may go out now. Of a kind of charge that was not read in this job yet, one goes
 * alone and its charge is read before the rest: what a payment really takes shows only then (money
 * rule 3).
 */
export function firstAlone<Payment extends { readonly intent: PayIntent }>(
  context: Context,
  ready: readonly Payment[],
): readonly Payment[] {
  const known = kindsRead(context);
  const usual = ready.filter(({ intent: { discount, compared } }) =>
    known.has(chargeKind(context.journal.term, discount, compared.currency)),
  );
  const first = ready.find((one) => !usual.includes(one));
  return first === undefined ? usual : [...usual, first];
}

/** The order whose payment is the first of its kind in the job, until its charge is read; null: none. */
export function firstUnderWay(context: Context): Order | null {
  const known = kindsRead(context);
  const orders = context.journal.parts.flatMap((part) => part.orders);
  return (
    orders.find((order) => {
      const kind = kindOf(context, order);
      return kind !== null && !known.has(kind);
    }) ?? null
  );
}

/** Reads what the first payment has taken, and lets the others wait for it. */
export function followFirst(context: Context, draft: Draft, order: Order): void {
  if (isUnread(context, order)) draft.ask({ kind: 'order', order: order.id });
  else draft.wait(lookAgainAt(context));
}

/** Whether the order is paid, and what it has taken was not read since. */
export function isUnread({ facts }: Context, { id, state }: Order): boolean {
  return state.kind === 'paid' && !sinceOrder(facts, facts.orders.get(id), id);
}

/** Kinds of charges: those read in chunks before this one and of its completed orders, and `inRun`. */
export function knownKinds(
  { journal, facts }: Context,
  inRun: readonly string[],
): ReadonlySet<string> {
  return new Set([...facts.chargesRead, ...chargesRead(journal), ...inRun]);
}

function kindsRead(context: Context): ReadonlySet<string> {
  const read = context.journal.parts
    .flatMap((part) => part.orders)
    .filter((order) => isChargeRead(context, order));
  return knownKinds(
    context,
    read.map((order) => kindOf(context, order)!),
  );
}

function kindOf({ journal }: Context, { state }: Order): string | null {
  const payment = paymentUnderWay(state);
  if (payment === null) return null;
  return chargeKind(journal.term, payment.discount, payment.compared.currency);
}

/** Whether the order reads paid, and none of the provider's figures is above what was compared. */
function isChargeRead(context: Context, order: Order): boolean {
  const { state } = order;
  return state.kind === 'paid' && readWithin(context, order, state.compared) !== null;
}

/** The paid order as it reads since, where none of the provider's figures is above the bound; else null. */
export function readWithin({ facts }: Context, { id }: Order, bound: Money): OrderReading | null {
  const look = facts.orders.get(id);
  if (look?.kind !== 'shown' || !sinceOrder(facts, look, id)) return null;
  const { state, most } = look.order;
  const taken = state === 'processing' || state === 'completed';
  return taken && !exceeds(most, roundUpToMinor(bound)) ? look.order : null;
}
