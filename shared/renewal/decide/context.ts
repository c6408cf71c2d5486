import type { Journal } from '../journal.ts';
import type { RenewalPolicy } from '../policy.ts';
import type { ProviderTraits } from '../traits.ts';
import type { Facts } from './facts.ts';

/** All that a decision rests on. Deciding reads nothing else and changes nothing. */
export interface Context {
  readonly journal: Journal;
  readonly facts: Facts;
  /** Of the job: raised by each resume. */
  readonly epoch: number;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly policy: RenewalPolicy;
  readonly traits: ProviderTraits;
  /** Milliseconds after which nothing of an unclear call can be in flight any more. */
  readonly settleAfter: number;
  /** How late a read may show what has happened, in milliseconds. */
  readonly lag: number;
  /** How many orders are looked at and paid together: what the account's rate lets through in a second. */
  readonly group: number;
}

/**
 * What the work is to come to: renew rows, end the chunk as far as that goes, only confirm, or, before
 * its job closes, only name what its calls have made and nobody knows.
 */
export type Goal = 'renew' | 'seal' | 'confirm' | 'close';

/** Whether orders are worked on for it; else what there is is only looked at. */
export function isWork(goal: Goal): boolean {
  return goal === 'renew' || goal === 'seal';
}

const HOUR_MS = 3_600_000;

/** Whether the hours in which a payment is confirmed are not over yet, from then on (epoch milliseconds). */
export function isConfirming(
  { now, policy }: Pick<Context, 'now' | 'policy'>,
  since: number,
): boolean {
  return now < since + policy.confirmHours * HOUR_MS;
}
