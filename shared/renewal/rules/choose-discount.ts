import { compare, type Money } from '../../values/money.ts';
import type { DiscountChoice } from '../notes.ts';
import type { RenewalPolicy } from '../policy.ts';
import type { OrderDiscount } from '../readings.ts';

/** What a payment will send, and what the order then costs. */
export type Payable =
  | { readonly kind: 'payable'; readonly discount: DiscountChoice | null; readonly amount: Money }
  /** The one that must be sent is not offered, or cannot be read. */
  | { readonly kind: 'discount missing' };

/**
 * Chooses the one discount that a payment sends: a mandatory one always, else by the account's
 * setting the cheapest (`best`), none, or exactly the named one. What is compared with the approval
 * is the amount after exactly this discount (money rule 3); one that cannot be read is never counted on.
 */
export function chooseDiscount(
  setting: RenewalPolicy['discount'],
  plain: Money,
  offers: readonly OrderDiscount[],
): Payable {
  const mandatory = offers.find((offer) => offer.mandatory);
  if (mandatory !== undefined) return payable(mandatory);
  if (setting === 'none') return { kind: 'payable', discount: null, amount: plain };
  if (setting !== 'best') return payable(offers.find(({ discount }) => discount?.id === setting));
  const [cheapest] = offers
    .map(payable)
    .filter((one) => one.kind === 'payable')
    .toSorted((a, b) => compare(a.amount, b.amount));
  return cheapest !== undefined && compare(cheapest.amount, plain) < 0
    ? cheapest
    : { kind: 'payable', discount: null, amount: plain };
}

function payable(offer: OrderDiscount | undefined): Payable {
  const { discount = null, amount = null } = offer ?? {};
  return discount === null || amount === null
    ? { kind: 'discount missing' }
    : { kind: 'payable', discount, amount };
}
