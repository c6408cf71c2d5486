import type { Journal } from '../journal.ts';
import type { DiscountChoice } from '../notes.ts';
import type { OrderState, Payment } from '../states/order-state.ts';
import { exceeds, type Money, roundUpToMinor } from '../../values/money.ts';
import { type Term, termMonths } from '../../values/term.ts';

/**
 * How a charge comes about: while no charge of the kind was read in a job, one order of it is paid
 * alone (money rule 3). Months, the discount's kind and the currency; of what is bought in one call the
 * product, too, for each has a call of its own.
 */
export function chargeKind(
  term: Term,
  discount: DiscountChoice | null,
  currency: string,
  product?: string,
): string {
  const sent = discount === null ? 'no discount' : `discount ${discount.type}`;
  const kind = `${termMonths(term)} months, ${sent}, ${currency}`;
  return product === undefined ? kind : `${product}, ${kind}`;
}

/**
 * The kinds of charges that were read of the chunk's completed orders that we have paid. One that took
 * more than was compared, or of which that is not known, has shown nothing of the next: after a person
 * has resumed, one goes alone again.
 */
export function chargesRead({ term, parts }: Pick<Journal, 'term' | 'parts'>): string[] {
  const kinds = parts.flatMap(({ orders, frozen }) =>
    orders.flatMap(({ state }) =>
      state.kind === 'completed' &&
      state.compared !== null &&
      (frozen !== undefined || isWithin(state.charged, state.compared))
        ? [chargeKind(term, state.discount, state.compared.currency, frozen?.product)]
        : [],
    ),
  );
  return [...new Set(kinds)];
}

/** What pays at once is compared with its approval, not with the price that was asked for before. */
function isWithin(charged: Money | null, compared: Money): boolean {
  return charged !== null && !exceeds(charged, roundUpToMinor(compared));
}

/** The payment that the order stands for, from its intent until it is completed; null: none. */
export function paymentUnderWay(state: OrderState): Payment | null {
  switch (state.kind) {
    case 'paying':
    case 'paying again':
    case 'payment unclear':
    case 'payment refused':
    case 'payment declined':
    case 'paid':
    case 'overcharged':
      return state;
    case 'made':
    case 'payable again':
    case 'completed':
    case 'cancelling':
    case 'cancelled':
    case 'for review':
      return null;
  }
}
