import type { AlibabaSettings, Product } from './settled-settings.ts';

/** Regions whose databases are served by the host without a region (Alibaba contract, section 0). */
const CENTRAL_RDS: ReadonlySet<string> = new Set(['cn-hangzhou', 'ap-southeast-1', 'us-east-1']);

type Where = Pick<AlibabaSettings, 'endpoint' | 'site' | 'hosts'>;

/**
 * The base URL that a product's calls go to (Alibaba contract, section 0); null: the contract knows
 * no host for it, or the region that it needs is not known. The site decides and never the region,
 * for a host of the other site refuses the account.
 */
export function baseUrl(where: Where, product: Product, region: string | null): string | null {
  if (where.endpoint !== null) return where.endpoint;
  const host = where.hosts[product] ?? hostOf(product, where.site, region);
  if (host === null || (host.includes('{region}') && region === null)) return null;
  return `https://${host.replace('{region}', region ?? '')}`;
}

function hostOf(
  product: Product,
  site: AlibabaSettings['site'],
  region: string | null,
): string | null {
  const china = site === 'china';
  switch (product) {
    case 'domain':
      return 'domain.aliyuncs.com';
    case 'bss':
      return china ? 'business.aliyuncs.com' : 'business.ap-southeast-1.aliyuncs.com';
    case 'ecs':
      return china ? 'ecs-cn-hangzhou.aliyuncs.com' : 'ecs.{region}.aliyuncs.com';
    case 'rds':
      return china || CENTRAL_RDS.has(region ?? '')
        ? 'rds.aliyuncs.com'
        : 'rds.{region}.aliyuncs.com';
    case 'kvstore':
      return china ? 'r-kvstore.aliyuncs.com' : 'r-kvstore.{region}.aliyuncs.com';
    case 'dds':
      return china ? 'mongodb.aliyuncs.com' : 'mongodb.{region}.aliyuncs.com';
    case 'swas':
    case 'hbase':
      return null;
  }
}
