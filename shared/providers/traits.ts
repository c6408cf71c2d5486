import type { ProviderTraits } from '../renewal/traits.ts';
import { ALIBABA } from './alibaba/traits.ts';
import { HUAWEI } from './huawei/traits.ts';
import type { ProviderSettings } from './settled-settings.ts';

/** What is peculiar to an account's provider, for those who do not open it. */
export function traitsOf({ provider }: Pick<ProviderSettings, 'provider'>): ProviderTraits {
  switch (provider) {
    case 'huawei':
      return HUAWEI;
    case 'alibaba':
      return ALIBABA;
  }
}
