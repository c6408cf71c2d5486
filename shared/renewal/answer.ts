import type { Reason } from '../reasons/reason.ts';

/**
 * What a refusal asks for, in the engine's words. Each provider's error table maps its codes to
 * these; a code that is in no table is `unlisted`.
 */
export const REMEDIES = [
  /** The whole account: suspend the job, resumable. */
  'suspend',
  /** Some resource of the call, not named: price, look, then a smaller part; single: give up the row. */
  'split',
  /** This resource, for good. */
  'row',
  /** This resource or order is busy: once more later, then give up the row. */
  'later',
  /** The provider as a whole is busy and has done nothing: come back in a minute. */
  'wait',
  /** The order's own state decides: read it. */
  'read order',
  /** The discount sent is not accepted: cancel the order and hold its rows. */
  'refuse discount',
  /** The order's terms changed: cancel it and give up its rows. */
  'drop order',
  /** The budget of one enterprise project is used up: cancel the order and hold its rows. */
  'hold project',
  /** Not in the table. */
  'unlisted',
] as const;

export type Remedy = (typeof REMEDIES)[number];

/** A clear no from the provider: nothing happened. */
export interface Refusal {
  /** The provider's own code, as it wrote it. */
  readonly code: string;
  /** The provider's text, capped at 300 characters, never with a secret. */
  readonly message: string;
  readonly remedy: Remedy;
  /** In plain words, with what to do next, for the sheet. */
  readonly reason: Reason;
}

/**
 * The three answers (money rule 2). `unknown` means that the call may or may not have had its
 * effect: a timeout, a reset, a 5xx, an answer that cannot be read.
 */
export type Answer<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'unknown'; readonly detail: string };
