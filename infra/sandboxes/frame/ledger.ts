/** What one main resource cost, its attached resources included, and what happened to its expiry. */
export interface LedgerResource {
  readonly resourceId: string;
  /** After discount, before coupons; decimal text. */
  readonly amount: string;
  /** UTC text. */
  readonly expiryBefore: string;
  /** UTC text; null until the order completes. */
  expiryAfter: string | null;
}

/**
 * One charge: money that left the account, or would have under monthly settlement. The amounts of
 * the resources add up to `amount` plus `coupon`.
 */
export interface LedgerEntry {
  readonly order: string;
  readonly resources: readonly LedgerResource[];
  /** Decimal text with two decimals, main unit of `currency`. */
  readonly amount: string;
  readonly coupon: string;
  readonly currency: string;
  /** UTC text. */
  readonly at: string;
  /** Who made the order. */
  readonly by: string;
  /** Through which door: renew with automatic payment, the pay call, the console, auto-renewal. */
  readonly through: 'renew' | 'pay' | 'console' | 'auto-renewal';
  readonly discount: string | null;
}
