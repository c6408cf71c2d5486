import { exceeds, type Money, roundUpToMinor } from '../../values/money.ts';
import type { Order, Part } from '../journal.ts';
import { ordersIn } from '../journal-view.ts';
import {
  chargeKind,
  chargesRead,
  isOurs,
  type OpenPayment,
  paymentUnderWay,
} from '../rules/first-payment.ts';
import type { PayIntent } from '../events.ts';
import type { OrderReading } from '../readings.ts';
import type { Payment } from '../states/order-state.ts';
import { type Context, isConfirming } from './context.ts';
import { type Draft, lookAgainAt } from './decision.ts';
import { sinceOrder } from './facts.ts';

/**
 * The payments that may go out now. Of a kind of charge that was not read in this job yet, one goes
 * alone and its charge is read before the rest, whichever chunk it is of: what a payment really takes
 * shows only then (money rule 3).
 */
export function firstAlone<Ready extends { readonly intent: PayIntent }>(
  context: Context,
  draft: Draft,
  ready: readonly Ready[],
): readonly Ready[] {
  const known = kindsRead(context);
  const usual = ready.filter(({ intent: { discount, compared } }) =>
    known.has(chargeKind(context.journal.term, discount, compared.currency)),
  );
  const first = ready.find((one) => !usual.includes(one));
  return first === undefined || !isFirstOfAll(context, draft) ? usual : [...usual, first];
}

/**
 * Whether no other chunk of the job has such a payment of its own under way. The message of one that
 * waits for long comes back behind those of the others: these read for themselves what it has taken.
 */
function isFirstOfAll(context: Context, draft: Draft): boolean {
  const { facts } = context;
  if (facts.job === null) {
    draft.ask({ kind: 'job' });
    return false;
  }
  const firsts = firstsElsewhere(context);
  const unread = firsts.flatMap(({ order }) =>
    order === null || sinceOrder(facts, facts.orders.get(order), order) ? [] : [order],
  );
  for (const order of unread) draft.ask({ kind: 'order', order });
  if (firsts.length > unread.length) draft.wait(lookAgainAt(context));
  return firsts.length === 0;
}

/**
 * Payments of other chunks that are under way and of a kind that was not read in the job yet. One that
 * shows nothing for the hours in which it is confirmed holds up no other any longer.
 */
export function firstsElsewhere(context: Context): readonly OpenPayment[] {
  const known = kindsRead(context);
  const payments = context.facts.job?.payments ?? [];
  return payments.filter(({ kind, at }) => !known.has(kind) && isConfirming(context, at));
}

/** The order whose payment is the first of its kind in the job, until its charge is read; null: none. */
export function firstUnderWay(context: Context): Order | null {
  const known = kindsRead(context);
  for (const part of context.journal.parts) {
    const first = part.orders.find((order) => {
      const payment = paymentUnderWay(order.state) ?? paymentInDoubt(context, order);
      if (payment === null || !isConfirming(context, payment.at)) return false;
      return !known.has(kindOf(context, part, payment));
    });
    if (first !== undefined) return first;
  }
  return null;
}

/**
 * The payment that was sent for an order which reads unpaid since: for as long as reads may lag it can
 * have taken effect (Huawei contract, section 13.3).
 */
export function paymentInDoubt({ now, lag }: Context, { state, tried }: Order): Payment | null {
  const unpaid = state.kind === 'made' || state.kind === 'payable again';
  const open = unpaid || state.kind === 'cancelling';
  return open && tried !== undefined && now < tried.at + lag ? tried : null;
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
  const own = ordersIn(context.journal, 'paid').flatMap(({ part, order }) => {
    const { state } = order;
    const read = isOurs(state) ? readWithin(context, order, state.compared) : null;
    return read === null ? [] : [kindOf(context, part, order.state)];
  });
  const payments = context.facts.job?.payments ?? [];
  const elsewhere = payments.filter(
    ({ order: id, compared, shows }) =>
      shows && id !== null && readWithin(context, { id }, compared) !== null,
  );
  return knownKinds(context, [...own, ...elsewhere.map(({ kind }) => kind)]);
}

function kindOf({ journal }: Context, { frozen }: Part, { discount, compared }: Payment): string {
  return chargeKind(journal.term, discount, compared.currency, frozen?.product);
}

/** The paid order as it reads since, where none of the provider's figures is above the bound; else null. */
export function readWithin(
  { facts }: Context,
  { id }: Pick<Order, 'id'>,
  bound: Money,
): OrderReading | null {
  const look = facts.orders.get(id);
  if (look?.kind !== 'shown' || !sinceOrder(facts, look, id)) return null;
  const { state, most } = look.order;
  const taken = state === 'processing' || state === 'completed';
  return taken && !exceeds(most, roundUpToMinor(bound)) ? look.order : null;
}
