import type { ProviderTraits } from '../../renewal/traits.ts';
import { inPlainLetters, isChineseName } from './names.ts';
import { productKey } from './product-names.ts';

/**
 * What is peculiar to Alibaba Cloud: a task takes ten domains, every other call one instance, and
 * each resource's route says which (Alibaba contract, sections 1.1 and 3); auto-renewal of servers
 * fires nine days before the expiry (section 5), and other products are not documented to be earlier;
 * how long an unpaid order can be paid is NOT FOUND: taken for long, so that one which disappears
 * is sooner taken for somebody's doing than for its own end.
 */
export const ALIBABA: ProviderTraits = {
  attempts: ['purchase', 'task'],
  callSizes: [10, 1],
  longestTerm: 120,
  autoRenewalDays: 9,
  unpaidOrderDays: 7,
  idKey,
  isName: isChineseName,
  productKey,
};

/**
 * Whether ids are told apart by letter case is NOT FOUND (section 0): rather one resource too few than
 * one renewed twice. Of a domain name neither case nor the dot of the root says anything. Dashes count:
 * no page shows one and the same id with and without. A name in Chinese is the one in `xn--`.
 */
function idKey(resourceId: string): string {
  const bare = resourceId.trim().toLowerCase().replace(/\.$/u, '');
  return inPlainLetters(bare) ?? bare;
}
