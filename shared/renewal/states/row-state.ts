import type { RowOutcome } from '../outcome.ts';

/** How an open row is asked for its price. */
export type Pricing =
  /** In one call with others. */
  | { readonly kind: 'together' }
  /** Alone, because an order with it was dearer than approved. */
  | { readonly kind: 'alone' }
  /** The price call called it busy at that instant (epoch milliseconds): once more later. */
  | { readonly kind: 'busy'; readonly since: number; readonly alone: boolean }
  | Watched;

/** Why a row is watched: what shows that somebody else is at work on it. */
export const WATCH_REASONS = [
  'cancelled by somebody',
  'begins late',
  'held elsewhere',
  'bought elsewhere',
  'seen renewed',
] as const;
export type WatchReason = (typeof WATCH_REASONS)[number];

/**
 * Neither priced nor ordered any more in this job: somebody else is at work on the resource, and its
 * expiry is looked at until it shows what happened (money rule 4).
 */
export interface Watched {
  readonly kind: 'watched';
  /** Epoch milliseconds. */
  readonly since: number;
  /** The order that showed it. */
  readonly order: string;
  readonly why: WatchReason;
}

/** Where a row stands; what holds it meanwhile is told by its attempts and orders. */
export type RowState =
  /** To be looked at, priced in one call with others, and ordered. */
  | 'open'
  /** The same, its price asked for alone: an order with it was dearer than approved. */
  | 'priced alone'
  /** The price call called it busy: asked once more later, then given up. */
  | 'busy'
  /** Left to somebody else, and looked at until its expiry shows what happened. */
  | 'watched'
  /** It has its outcome. */
  | 'settled';

/** The states of a row. */
export const ROW_STATES: readonly RowState[] = [
  'open',
  'priced alone',
  'busy',
  'watched',
  'settled',
];

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
    case 'watched':
      return 'watched';
  }
}

/** Whether the price of the row is asked for in a call of its own. */
export function isPricedAlone({ pricing }: { readonly pricing: Pricing }): boolean {
  switch (pricing.kind) {
    case 'together':
    case 'watched':
      return false;
    case 'alone':
      return true;
    case 'busy':
      return pricing.alone;
  }
}
