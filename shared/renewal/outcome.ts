import type { Reason } from '../reasons/reason.ts';
import type { Money } from '../values/money.ts';

/** What became of a row: exactly these eight words, in code, sheets, logs and answers (vocabulary, section 4). */
export const OUTCOMES = [
  'renewed',
  'already renewed',
  'held: price changed',
  'not renewable',
  'invalid',
  'not approved',
  'not attempted',
  'needs review',
] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** An outcome with all that the results sheet says about it. */
export interface RowOutcome {
  readonly outcome: Outcome;
  /** Why, and what to do next. */
  readonly reason: Reason;
  /** The provider's own code where it gave one. */
  readonly code: string | null;
  /** The order that concerns this row, paid or not. */
  readonly order: string | null;
  /** Allocated from the order's charged amount; only for rows paid for. */
  readonly paid: Money | null;
  /** The provider's expiry after the job (epoch milliseconds), where it was read. */
  readonly newExpiry: number | null;
}

/** An outcome from its word and reason; the rest is filled where it is known. */
export function rowOutcome(
  outcome: Outcome,
  reason: Reason,
  more: Partial<Omit<RowOutcome, 'outcome' | 'reason'>> = {},
): RowOutcome {
  return { outcome, reason, code: null, order: null, paid: null, newExpiry: null, ...more };
}

/** A count for each of the eight words, all zero. */
export function noOutcomes(): Record<Outcome, number> {
  return Object.fromEntries(OUTCOMES.map((word) => [word, 0])) as Record<Outcome, number>;
}
