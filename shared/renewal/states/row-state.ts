import type { RowOutcome } from '../outcome.ts';

/** How an open row is asked for its price. */
export type Pricing =
  /** In one call with others. */
  | { readonly kind: 'together' }
  /** Alone, because an order with it was dearer than approved. */
  | { readonly kind: 'alone' }
  /** The price call called it busy at that instant (epoch milliseconds): once more later. */
  | { readonly kind: 'busy'; readonly since: number; readonly alone: boolean };

/** Where a row stands; what holds it meanwhile is told by its attempts and orders. */
export type RowState =
  /** To be looked at, priced in one call with others, and ordered. */
  | 'open'
  /** The same, its price asked for alone: an order with it was dearer than approved. */
  | 'priced alone'
  /** The price call called it busy: asked once more later, then given up. */
  | 'busy'
  /** It has its outcome. */
  | 'settled';

/** The states of a row. */
export const ROW_STATES: readonly RowState[] = ['open', 'priced alone', 'busy', 'settled'];

/** The one place that tells a row's state. */
export function rowState(row: {
  readonly outcome: RowOutcome | null;
  readonly pricing: Pricing;
}): RowState {
  if (row.outcome !== null) return 'settled';
  switch (row.pricing.kind) {
    case 'together':
      return 'open';
    case 'alone':
      return 'priced alone';
    case 'busy':
      return 'busy';
  }
}

/** Whether the price of the row is asked for in a call of its own. */
export function isPricedAlone({ pricing }: { readonly pricing: Pricing }): boolean {
  switch (pricing.kind) {
    case 'together':
      return false;
    case 'alone':
      return true;
    case 'busy':
      return pricing.alone;
  }
}
