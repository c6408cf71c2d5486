import type { WrittenSettings } from '../settings/setting-kinds.ts';
import { alibabaWritten } from './alibaba/settings.ts';
import { huaweiWritten } from './huawei/settings.ts';
import type { ProviderSettings } from './settled-settings.ts';

/** What each provider's accounts may set besides what all accounts may, by the provider's name. */
export const PROVIDER_SETTINGS = {
  huawei: huaweiWritten,
  alibaba: alibabaWritten,
} as const satisfies {
  readonly [Name in ProviderSettings['provider']]: WrittenSettings<
    Extract<ProviderSettings, { readonly provider: Name }>
  >;
};
