import { onTestFinished } from 'vitest';

import type { AlibabaSandbox } from '../../../../infra/sandboxes/alibaba/sandbox.ts';
import { startAlibabaSandbox } from '../../../../infra/sandboxes/alibaba/server.ts';
import type { Reply } from '../frame/reply.ts';
import { type Parameters, signedCall, signedCallV1, type Spoiled } from './signed-client.ts';

/** Noon UTC of a day in the middle of a month. */
export const START = Date.parse('2026-11-15T12:00:00Z');
/** The expiry of everything the fixture makes. */
export const EXPIRY = Date.parse('2026-12-01T15:59:59Z');

const ECS = '2014-05-26';
const BSS = '2017-12-14';
const DOMAIN = '2018-01-29';

/** Version and action of each call that the tests make. */
export const CALLS = {
  ecsRenew: { version: ECS, action: 'RenewInstance' },
  ecsPrice: { version: ECS, action: 'DescribeRenewalPrice' },
  ecsInstances: { version: ECS, action: 'DescribeInstances' },
  rdsRenew: { version: '2014-08-15', action: 'RenewInstance' },
  rdsPrice: { version: '2014-08-15', action: 'DescribeRenewalPrice' },
  tairRenew: { version: '2015-01-01', action: 'RenewInstance' },
  mongodbRenew: { version: '2015-12-01', action: 'RenewDBInstance' },
  mongodbPrice: { version: '2015-12-01', action: 'DescribeRenewalPrice' },
  swasRenew: { version: '2020-06-01', action: 'RenewInstance' },
  hbaseRenew: { version: '2019-01-01', action: 'RenewInstance' },
  bssRenew: { version: BSS, action: 'RenewInstance' },
  bssInstances: { version: BSS, action: 'QueryAvailableInstances' },
  bssOrders: { version: BSS, action: 'QueryOrders' },
  bssOrder: { version: BSS, action: 'GetOrderDetail' },
  bssCancel: { version: BSS, action: 'CancelOrder' },
  bssBalance: { version: BSS, action: 'QueryAccountBalance' },
  bssProducts: { version: BSS, action: 'QueryProductList' },
  domainRenew: { version: DOMAIN, action: 'SaveSingleTaskForCreatingOrderRenew' },
  domainRenewBatch: { version: DOMAIN, action: 'SaveBatchTaskForCreatingOrderRenew' },
  domainTaskDetails: { version: DOMAIN, action: 'QueryTaskDetailList' },
  domainTasks: { version: DOMAIN, action: 'QueryTaskList' },
  domainList: { version: DOMAIN, action: 'QueryDomainList' },
  domainInfo: { version: DOMAIN, action: 'QueryDomainByDomainName' },
  domainCheck: { version: DOMAIN, action: 'CheckDomain' },
} as const;

type Called = keyof typeof CALLS;

/** A sandbox with a clock the test moves, and signed calls with nothing to repeat. */
export interface Fixture {
  readonly sandbox: AlibabaSandbox;
  readonly call: (api: Called, parameters?: Parameters, spoiled?: Spoiled) => Promise<Reply>;
  readonly callV1: (api: Called, parameters?: Parameters, spoiled?: Spoiled) => Promise<Reply>;
  readonly pass: (milliseconds: number) => void;
  /** The expiry of an instance or a domain as it truly is, in UTC. */
  readonly expiry: (id: string) => string;
}

/** An instance of 10.00 a month that expires on 1 December 2026. */
export function instance(
  id: string,
  product = 'ecs',
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  return { id, product, expires: '2026-12-01T15:59:59Z', price: '10.00', ...more };
}

/** A domain of 12.00 a year that expires on 1 December 2026. */
export function domain(name: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { name, expires: '2026-12-01T15:59:59Z', price: '12.00', ...more };
}

const WORLD = {
  provider: 'alibaba',
  accessKey: 'LTAITEST',
  secretKey: 'SKTEST',
  instances: [
    instance('i-1'),
    instance('i-2'),
    instance('rm-1', 'rds'),
    instance('r-1', 'tair'),
    instance('dds-1', 'mongodb'),
    instance('swas-1', 'swas'),
    instance('hb-1', 'hbase'),
    instance('ddos-1', 'ddos'),
    instance('pc-1', 'polardb'),
  ],
  domains: [domain('one.com'), domain('two.com'), domain('gold.com', { premium: true })],
};

/** Starts a sandbox that ends with the test. */
export async function fixture(world: Record<string, unknown> = {}): Promise<Fixture> {
  let now = START;
  const clock = (): number => now;
  const sandbox = await startAlibabaSandbox({ world: { ...WORLD, ...world }, clock });
  onTestFinished(sandbox.close);
  const { accessKey, secretKey } = WORLD;
  const options = { url: sandbox.url, accessKey, secretKey, clock };
  return {
    sandbox,
    call: async (api, parameters, spoiled) =>
      await signedCall(options, CALLS[api], parameters, spoiled),
    callV1: async (api, parameters, spoiled) =>
      await signedCallV1(options, CALLS[api], parameters, spoiled),
    pass: (milliseconds) => {
      now += milliseconds;
    },
    expiry: (id) => sandbox.resources().find((one) => one.id === id)?.expires ?? 'none',
  };
}
