import type { Purchase } from '../../ports/provider.ts';
import { type Term, termMonths } from '../../values/term.ts';
import type { Api } from './api.ts';
import type { Call } from './client.ts';
import { domainName } from './names.ts';
import { NO_COUPON } from './no-coupon.ts';
import { fromSent, type SentWords } from './sent-words.ts';
import { type Way, type WayName, WAYS } from './ways.ts';

/** The call of each way; it stands here and not beside the ways, so that no desk carries it. */
const CALLS: Readonly<Record<Exclude<WayName, 'domain'>, Api>> = {
  ecs: 'renewEcs',
  rds: 'renewRds',
  kvstore: 'renewKvstore',
  dds: 'renewDds',
  swas: 'renewSwas',
  hbase: 'renewHbase',
  bss: 'renewBss',
};

/** Of a domain's call: no coupon, errors in English, and an address of the caller that says nothing. */
const DOMAIN_CALL = {
  UseCoupon: 'false',
  UsePromotion: 'false',
  Lang: 'en',
  UserClientIp: '127.0.0.1',
} as const;

/**
 * The call that renews these resources (Alibaba contract, sections 1.1, 2.1 and 3). Its coupons are
 * switched off wherever it knows any, its payment on where that is not the default; nothing that could
 * change size or settings of the resource goes with it. Throws for what no look can have frozen: no
 * resource, several instances, resources with different ways, or a term that the way does not have.
 */
export function renewalCall(resources: readonly Purchase[], term: Term, token: string): Call {
  const [first, ...more] = resources;
  if (first === undefined) throw new Error('a renewal needs at least one resource');
  if (more.some(({ sent }) => sent !== first.sent)) {
    throw new Error('what is renewed by one call must have one way');
  }
  const { way, ...words } = fromSent(first.sent);
  const months = termMonths(term);
  if (!(WAYS[way] as Way).months.includes(months)) {
    throw new Error(`${way} is not renewed for ${months} months`);
  }
  if (way === 'domain') return domainCall(resources, months / 12);
  if (more.length > 0) throw new Error('one call renews one instance');
  return {
    api: CALLS[way],
    region: words.region,
    query: parameters(way, words, { id: first.resourceId, months: `${months}`, token }),
  };
}

function parameters(
  way: Exclude<WayName, 'domain'>,
  { region, code, type }: Omit<SentWords, 'way'>,
  sent: { readonly id: string; readonly months: string; readonly token: string },
): Readonly<Record<string, string>> {
  const { id, months, token } = sent;
  switch (way) {
    case 'ecs':
      return { InstanceId: id, Period: months, PeriodUnit: 'Month', ClientToken: token };
    case 'rds':
      return {
        DBInstanceId: id,
        Period: months,
        // Left out it would leave an unpaid order (section 3).
        AutoPay: 'True',
        AutoUseCoupon: 'false',
        ClientToken: token,
      };
    case 'kvstore':
      return {
        InstanceId: id,
        Period: months,
        AutoPay: 'true',
        CouponNo: NO_COUPON,
        ClientToken: token,
      };
    case 'dds':
      return {
        DBInstanceId: id,
        Period: months,
        AutoPay: 'true',
        CouponNo: NO_COUPON,
        ClientToken: token,
      };
    case 'swas':
      return { InstanceId: id, RegionId: region ?? '', Period: months, ClientToken: token };
    case 'hbase':
      return { ClusterId: id, Duration: months, PricingCycle: 'month' };
    case 'bss':
      return {
        ProductCode: code ?? '',
        ...(type === null ? {} : { ProductType: type }),
        InstanceId: id,
        RenewPeriod: months,
        ClientToken: token,
      };
  }
}

/** Domains have no token: the frozen expiry is what keeps a repeated call from renewing twice (section 1.7). */
function domainCall(resources: readonly Purchase[], years: number): Call {
  const [only, ...more] = resources.map(({ resourceId, expiry }) => ({
    DomainName: domainName(resourceId),
    CurrentExpirationDate: `${expiry}`,
    SubscriptionDuration: `${years}`,
  }));
  if (more.length === 0) return { api: 'renewDomain', query: { ...only, ...DOMAIN_CALL } };
  const numbered = [only!, ...more].flatMap((one, index) =>
    Object.entries(one).map(
      ([name, value]) => [`OrderRenewParam.${index + 1}.${name}`, value] as const,
    ),
  );
  return { api: 'renewDomains', query: { ...Object.fromEntries(numbered), ...DOMAIN_CALL } };
}
