import type { Refusal } from '../../renewal/answer.ts';
import type { RenewalRoute } from '../../renewal/readings.ts';
import { type Reason, reason } from '../../reasons/reason.ts';
import type { AlibabaAccount } from './connection.ts';
import { baseUrl } from './endpoints.ts';
import type { Instance } from './operations/instance-shape.ts';
import { toSent } from './sent-words.ts';
import { WAYS, wayOf } from './ways.ts';

type Settings = Pick<AlibabaAccount, 'endpoint' | 'site' | 'hosts' | 'domainTasks'>;

/** The most domains of one task: the true maximum is NOT FOUND (Alibaba contract, section 1.1). */
const DOMAINS_IN_A_TASK = 10;

/**
 * How an instance is renewed, or why there is no confirmed way (Alibaba contract, sections 3 and 4).
 * Code and type are what the billing interface shows of it, never what a product of that name is
 * thought to have.
 */
export function routeOf(instance: Instance, settings: Settings): RenewalRoute | Refusal {
  const { ProductCode: code, ProductType: type, Region: region } = instance;
  if (instance.SubscriptionType?.toLowerCase() === 'payasyougo') {
    return refusal('NOT A SUBSCRIPTION', reason('not-a-subscription'));
  }
  const found = wayOf(instance);
  if (found === null) {
    const product = [code, type].filter((word) => word !== null).join(' / ');
    return refusal('NO WAY', reason('no-confirmed-way', { product: product || '?' }));
  }
  const way = WAYS[found.way];
  const needsRegion = found.way === 'swas';
  if (baseUrl(settings, way.product, region) === null || (needsRegion && region === null)) {
    return refusal('NO ADDRESS', reason('address-not-known'));
  }
  const billed = found.way === 'bss' ? { code, type } : { code: null, type: null };
  return {
    kind: 'purchase',
    product: found.name,
    sent: toSent({ way: found.way, region: way.regional ? region : null, ...billed }),
    months: way.months,
    together: 1,
    repeat: way.repeat,
  };
}

/** How a domain is renewed: by a task, alone unless the account wants them in tens (section 1.1). */
export function domainRoute({ domainTasks }: Settings): RenewalRoute {
  return {
    kind: 'task',
    product: WAYS.domain.name,
    sent: toSent({ way: 'domain', region: null, code: null, type: null }),
    months: WAYS.domain.months,
    together: domainTasks === 'batch' ? DOMAINS_IN_A_TASK : 1,
    repeat: WAYS.domain.repeat,
  };
}

function refusal(code: string, why: Reason): Refusal {
  return { code, message: '', remedy: 'row', reason: why };
}
