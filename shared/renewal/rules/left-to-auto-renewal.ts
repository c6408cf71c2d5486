import type { RenewalPolicy } from '../policy.ts';
import type { ProviderResource } from '../readings.ts';
import type { ProviderTraits } from '../traits.ts';

const DAY_MS = 86_400_000;

/** Whether the provider's own auto-renewal is about to take the resource (money rule 9). */
export function leftToAutoRenewal(
  { autoRenew, expiry }: Pick<ProviderResource, 'autoRenew' | 'expiry'>,
  { autoRenewRows }: Pick<RenewalPolicy, 'autoRenewRows'>,
  { autoRenewalDays }: Pick<ProviderTraits, 'autoRenewalDays'>,
  now: number,
): boolean {
  if (!autoRenew || autoRenewRows !== 'leave' || expiry === null) return false;
  return expiry - now <= autoRenewalDays * DAY_MS;
}
