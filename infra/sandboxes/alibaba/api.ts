import type { Route, WireRequest } from '../frame/calls/answer.ts';

/**
 * Short names of the operations the sandbox answers, by product and what they do; worlds, faults
 * and the call log use them. `bssOrder` is GetOrderDetail, `domainInfo` QueryDomainByDomainName.
 */
export const API_NAMES = [
  'ecsRenew',
  'ecsPrice',
  'ecsInstances',
  'rdsRenew',
  'rdsPrice',
  'tairRenew',
  'mongodbRenew',
  'mongodbPrice',
  'swasRenew',
  'hbaseRenew',
  'bssRenew',
  'bssInstances',
  'bssOrders',
  'bssOrder',
  'bssCancel',
  'bssBalance',
  'bssProducts',
  'domainRenew',
  'domainRenewBatch',
  'domainTaskDetails',
  'domainTasks',
  'domainList',
  'domainInfo',
  'domainCheck',
] as const;

export type ApiName = (typeof API_NAMES)[number];

const DOMAIN: Readonly<Record<string, ApiName>> = {
  SaveSingleTaskForCreatingOrderRenew: 'domainRenew',
  SaveBatchTaskForCreatingOrderRenew: 'domainRenewBatch',
  QueryTaskDetailList: 'domainTaskDetails',
  QueryTaskList: 'domainTasks',
  QueryDomainList: 'domainList',
  QueryDomainByDomainName: 'domainInfo',
  CheckDomain: 'domainCheck',
};

/** The actions of each version; no two products share one (Alibaba contract, section 0). */
const ACTIONS: Readonly<Record<string, Readonly<Record<string, ApiName>>>> = {
  '2014-05-26': {
    RenewInstance: 'ecsRenew',
    DescribeRenewalPrice: 'ecsPrice',
    DescribeInstances: 'ecsInstances',
  },
  '2014-08-15': { RenewInstance: 'rdsRenew', DescribeRenewalPrice: 'rdsPrice' },
  '2015-01-01': { RenewInstance: 'tairRenew' },
  '2015-12-01': { RenewDBInstance: 'mongodbRenew', DescribeRenewalPrice: 'mongodbPrice' },
  '2020-06-01': { RenewInstance: 'swasRenew' },
  '2019-01-01': { RenewInstance: 'hbaseRenew' },
  '2017-12-14': {
    RenewInstance: 'bssRenew',
    QueryAvailableInstances: 'bssInstances',
    QueryOrders: 'bssOrders',
    GetOrderDetail: 'bssOrder',
    CancelOrder: 'bssCancel',
    QueryAccountBalance: 'bssBalance',
    QueryProductList: 'bssProducts',
  },
  '2018-01-29': DOMAIN,
  // The older International gateway's (Alibaba contract, section 0).
  '2017-12-18': DOMAIN,
};

function single(value: string | string[] | undefined): string | undefined {
  return [value].flat()[0];
}

/**
 * Finds the operation by version and action, from the headers of signature V3 or the parameters of
 * v1 (Alibaba contract, section 6.1): one server stands for the hosts of all products.
 */
export function matchRoute(
  { method, headers }: Pick<WireRequest, 'method' | 'headers'>,
  path: string,
  parameters: URLSearchParams,
): Route<ApiName> | undefined {
  if (path !== '/' || !['GET', 'POST'].includes(method)) return undefined;
  const version = single(headers['x-acs-version']) ?? parameters.get('Version') ?? '';
  const action = single(headers['x-acs-action']) ?? parameters.get('Action') ?? '';
  const actions = Object.hasOwn(ACTIONS, version) ? ACTIONS[version]! : {};
  const api = Object.hasOwn(actions, action) ? actions[action] : undefined;
  return api === undefined ? undefined : { api, pathId: undefined };
}

/** Whether an operation is one of the billing API, whose answers have an envelope of their own. */
export function isBss(api: ApiName): boolean {
  return api.startsWith('bss');
}

/** Whether an operation is one of the Domain API. */
export function isDomain(api: ApiName): boolean {
  return api.startsWith('domain');
}
