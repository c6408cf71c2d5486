import type { Product } from './settled-settings.ts';

/** The version of each product's interface (Alibaba contract, section 0). */
export const VERSIONS: Readonly<Record<Product, string>> = {
  domain: '2018-01-29',
  bss: '2017-12-14',
  ecs: '2014-05-26',
  rds: '2014-08-15',
  kvstore: '2015-01-01',
  dds: '2015-12-01',
  swas: '2020-06-01',
  hbase: '2019-01-01',
};

interface ApiFacts {
  readonly product: Product;
  readonly action: string;
  /** What a call can do: one that `spends` is never sent a second time here, whatever comes back. */
  readonly effect: 'reads' | 'changes' | 'spends';
  /** What its refusals are about, unless they are about the account. */
  readonly about: 'resource' | 'order' | 'account';
}

const spends = (product: Product, action: string) =>
  ({ product, action, effect: 'spends', about: 'resource' }) as const;
const reads = (product: Product, action: string, about: ApiFacts['about']) =>
  ({ product, action, effect: 'reads', about }) as const;

/**
 * The calls that are used, by the names under which they are throttled and their codes are looked
 * up. Actions as in the Alibaba contract, sections 1 to 3.
 */
export const APIS = {
  renewEcs: spends('ecs', 'RenewInstance'),
  renewRds: spends('rds', 'RenewInstance'),
  renewKvstore: spends('kvstore', 'RenewInstance'),
  renewDds: spends('dds', 'RenewDBInstance'),
  renewSwas: spends('swas', 'RenewInstance'),
  renewHbase: spends('hbase', 'RenewInstance'),
  renewBss: spends('bss', 'RenewInstance'),
  renewDomain: spends('domain', 'SaveSingleTaskForCreatingOrderRenew'),
  renewDomains: spends('domain', 'SaveBatchTaskForCreatingOrderRenew'),
  priceEcs: reads('ecs', 'DescribeRenewalPrice', 'resource'),
  priceRds: reads('rds', 'DescribeRenewalPrice', 'resource'),
  priceDds: reads('dds', 'DescribeRenewalPrice', 'resource'),
  domain: reads('domain', 'QueryDomainByDomainName', 'resource'),
  domains: reads('domain', 'QueryDomainList', 'account'),
  tasks: reads('domain', 'QueryTaskList', 'account'),
  taskDetails: reads('domain', 'QueryTaskDetailList', 'order'),
  instances: reads('bss', 'QueryAvailableInstances', 'account'),
  orders: reads('bss', 'QueryOrders', 'account'),
  order: reads('bss', 'GetOrderDetail', 'order'),
  balance: reads('bss', 'QueryAccountBalance', 'account'),
  cancel: { product: 'bss', action: 'CancelOrder', effect: 'changes', about: 'order' },
} as const satisfies Record<string, ApiFacts>;

/** The name of one API. */
export type Api = keyof typeof APIS;
