import type { Account } from './account.ts';

/**
 * Where an account's resources are remembered (money rule 8): at the site of its provider. A site has
 * one host for all regions and refuses the accounts of other sites (Huawei contract, section 0), so
 * two names of ours for one account of the provider always come to the same.
 */
export function memorySite({ provider, site, endpoint }: Account): string {
  return `${provider}@${site ?? new URL(endpoint).host}`;
}
