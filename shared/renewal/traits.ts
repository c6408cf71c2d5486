import type { AttemptKind } from './states/attempt-state.ts';

/** What is peculiar to a provider, as far as the law asks for it. */
export interface ProviderTraits {
  /** What it does with a call: `reserve` alone, or what pays at once. */
  readonly attempts: readonly AttemptKind[];
  /** The sizes of its renew calls in ids, largest first, down to 1: no others (money rule 6). */
  readonly callSizes: readonly number[];
  /** Days before the expiry from which its own auto-renewal may fire (money rule 9). */
  readonly autoRenewalDays: number;
  /** Days in which an unpaid order can be paid, as a rule. */
  readonly unpaidOrderDays: number;
  /** The longest term that it offers for whatever, in months. */
  readonly longestTerm: number;
  /** One key per resource, however its id is spelled. */
  readonly idKey: (resourceId: string) => string;
  /** Whether what is not written in plain letters is an id all the same, as a name in Chinese. Left out: nothing is. */
  readonly isName?: (text: string) => boolean;
  /**
   * One key per product, however a sheet names it; null: no such product is known. Left out: products
   * make no difference to how it renews.
   */
  readonly productKey?: (name: string) => string | null;
}

/** Whether its calls order and pay in one. */
export function paysAtOnce({ attempts }: Pick<ProviderTraits, 'attempts'>): boolean {
  return !attempts.includes('reserve');
}
