import { exceeds, roundUpToMinor } from '../../values/money.ts';
import type { Order } from '../journal.ts';
import { chargeKind, chargesRead, paymentUnderWay } from '../rules/first-payment.ts';
import type { PayIntent } from '../events.ts';
import type { Context } from './context.ts';
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
  const { journal, facts } = context;
  const orders = journal.parts.flatMap((part) => part.orders);
  const known = new Set([
    ...facts.chargesRead,
    ...chargesRead(journal),
    ...orders.flatMap((order) => (isChargeRead(context, order) ? [kindOf(order.state)!] : [])),
  ]);
  const usual = ready.filter(({ intent }) => known.has(kindOfIntent(intent)));
  const first = ready.find((one) => !usual.includes(one));
  if (first === undefined) return usual;
  const trying = orders.some(({ state }) => {
    const kind = kindOf(state);
    return kind !== null && !known.has(kind);
  });
  return trying ? usual : [...usual, first];

  function kindOf(state: Order['state']): string | null {
    const payment = paymentUnderWay(state);
    if (payment === null) return null;
    return chargeKind(journal.term, payment.discount, payment.compared.currency);
  }

  function kindOfIntent({ discount, compared }: PayIntent): string {
    return chargeKind(journal.term, discount, compared.currency);
  }
}

/** Whether the order reads paid, and none of the provider's figures is above what was compared. */
function isChargeRead({ facts }: Context, { id, state }: Order): boolean {
  if (state.kind !== 'paid') return false;
  const look = facts.orders.get(id);
  if (look?.kind !== 'shown' || !sinceOrder(facts, look, id)) return false;
  const { state: shown, most } = look.order;
  const taken = shown === 'processing' || shown === 'completed';
  return taken && !exceeds(most, roundUpToMinor(state.compared));
}
