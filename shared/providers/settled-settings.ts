import * as z from 'zod/mini';
import { type AlibabaSettings, alibabaSettled } from './alibaba/settled-settings.ts';
import { type HuaweiSettings, huaweiSettled } from './huawei/settled-settings.ts';

/**
 * The settings that an account has of its provider, every default filled in. Each provider has
 * `endpoint` (null: hosts of its own choice) and `callsPerSecond`; all else is its own, and asked for
 * by the questions below.
 */
export type ProviderSettings = HuaweiSettings | AlibabaSettings;

/** The same as they are written beside a function's code. */
export const providerSettled = z.discriminatedUnion('provider', [huaweiSettled, alibabaSettled]);

/** The user whose name the provider shows on our orders, where it is a dedicated one; else null. */
export function ownUserOf(settings: ProviderSettings): string | null {
  switch (settings.provider) {
    case 'huawei':
      return settings.iamUser;
    case 'alibaba':
      return null;
  }
}

/** Whether resources are renewed of which the provider tells no price before. */
export function allowUnpricedOf(settings: ProviderSettings): boolean {
  switch (settings.provider) {
    case 'huawei':
      return false;
    case 'alibaba':
      return settings.allowUnpriced;
  }
}

/** A link to one order in the provider's console, with `{order}` for its id; null: there is none. */
export function orderUrlOf(settings: ProviderSettings): string | null {
  switch (settings.provider) {
    case 'huawei':
      return settings.orderUrl;
    case 'alibaba':
      return null;
  }
}

/**
 * Where an account's resources are remembered (money rule 8): at the site of its provider. A site
 * refuses the accounts of other sites (Huawei contract, section 0; Alibaba contract, section 2.1), so two
 * names of ours for one account of the provider always come to the same.
 */
export function memorySiteOf(settings: ProviderSettings): string {
  switch (settings.provider) {
    case 'huawei':
      return `huawei@${settings.site ?? new URL(settings.endpoint).host}`;
    case 'alibaba':
      return `alibaba@${settings.site}`;
  }
}
