import type { Account } from '../settings/account.ts';
import { autoRenewalDue } from '../renewal/expiry-verdict.ts';
import type { ProviderResource } from '../ports/provider.ts';

/** Whether the provider's own auto-renewal is about to take the resource (money rule 9). */
export function leftToAutoRenewal(
  { autoRenew, expiry }: Pick<ProviderResource, 'autoRenew' | 'expiry'>,
  { autoRenewRows }: Pick<Account, 'autoRenewRows'>,
  now: number,
): boolean {
  return autoRenew && autoRenewRows === 'leave' && expiry !== null && autoRenewalDue(expiry, now);
}
