import type { Reason } from '../reasons/reason.ts';

/** The discount that a payment sends, in the provider's own words. */
export interface DiscountChoice {
  readonly id: string;
  readonly type: number;
}

/** A refusal as the sheet shows it. */
export interface RefusalNote {
  readonly code: string;
  readonly reason: Reason;
}
