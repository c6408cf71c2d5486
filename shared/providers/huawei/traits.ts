import type { ProviderTraits } from '../../renewal/traits.ts';
import { bareId } from '../../values/bare-id.ts';

/**
 * What is peculiar to Huawei Cloud: a renew call takes 100 ids, for some accounts 10 (Huawei
 * contract, section 1); auto-renewal fires within the last seven days (section 7); an unpaid
 * order lives for seven days as a rule (section 5.4); neither letter case
 * nor the dashes of a UUID tell two resources apart (section 0).
 */
export const HUAWEI: ProviderTraits = {
  attempts: ['reserve'],
  callSizes: [100, 10, 1],
  longestTerm: 36,
  autoRenewalDays: 7,
  unpaidOrderDays: 7,
  idKey: bareId,
};
