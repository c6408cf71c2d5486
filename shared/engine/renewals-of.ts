import type { Provider, Purchases, Reservations } from '../ports/provider.ts';

/** The provider's renewals, for a decision that only one that reserves first can come to. */
export function reservationsOf({ renewals }: Pick<Provider, 'renewals'>): Reservations {
  if (renewals.kind === 'reserve') return renewals;
  throw new Error('a provider that pays at once was asked for an unpaid order');
}

/** The same of one that pays at once. */
export function purchasesOf({ renewals }: Pick<Provider, 'renewals'>): Purchases {
  if (renewals.kind === 'purchase') return renewals;
  throw new Error('a provider that orders first was told to pay at once');
}
