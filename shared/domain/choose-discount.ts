import type { Account } from './account.ts';
import type { DiscountChoice } from './journal.ts';
import { compare, type Money } from './money.ts';

/** A discount that could be sent with a payment, and what the order costs with it. */
export interface DiscountOffer {
  readonly discount: DiscountChoice;
  readonly amount: Money;
  /** The provider insists on it. */
  readonly mandatory: boolean;
}

/** What a payment will send, and what the order then costs. */
export type Payable =
  | { readonly kind: 'payable'; readonly discount: DiscountChoice | null; readonly amount: Money }
  /** The account names one discount, and the order is not offered it. */
  | { readonly kind: 'discount missing' };

/**
 * Chooses the one discount that a payment sends: a mandatory one always, else by the account's
 * setting the cheapest (`best`), none, or exactly the named one. What is compared with the approval
 * is the amount after exactly this discount (money rule 3).
 */
export function chooseDiscount(
  setting: Account['discount'],
  plain: Money,
  offers: readonly DiscountOffer[],
): Payable {
  const mandatory = offers.find((offer) => offer.mandatory);
  if (mandatory !== undefined) return payable(mandatory);
  if (setting === 'none') return { kind: 'payable', discount: null, amount: plain };
  if (setting !== 'best') {
    const named = offers.find(({ discount }) => discount.id === setting);
    return named === undefined ? { kind: 'discount missing' } : payable(named);
  }
  const [cheapest] = offers.toSorted((a, b) => compare(a.amount, b.amount));
  return cheapest !== undefined && compare(cheapest.amount, plain) < 0
    ? payable(cheapest)
    : { kind: 'payable', discount: null, amount: plain };
}

function payable({ discount, amount }: DiscountOffer): Payable {
  return { kind: 'payable', discount, amount };
}
