import type { ApiName } from '../api.ts';
import type { Operation } from '../gateway/answer.ts';
import { bssBalance } from './bss/account-balance.ts';
import { bssInstances } from './bss/available-instances.ts';
import { bssCancel } from './bss/cancel-order.ts';
import { bssOrder, bssOrders } from './bss/orders.ts';
import { bssProducts } from './bss/product-list.ts';
import { bssRenew } from './bss/renew-instance.ts';
import { domainCheck } from './domain/check-domain.ts';
import { domainInfo, domainList } from './domain/domains.ts';
import { domainRenew, domainRenewBatch } from './domain/renew.ts';
import { domainTaskDetails, domainTasks } from './domain/tasks.ts';
import { ecsInstances } from './products/ecs-instances.ts';
import { ecsPrice, mongodbPrice, rdsPrice } from './products/prices.ts';
import * as renewals from './products/renewals.ts';

/** The operation behind each API. */
export const operations: Readonly<Record<ApiName, Operation>> = {
  ...renewals,
  ecsPrice,
  ecsInstances,
  rdsPrice,
  mongodbPrice,
  bssRenew,
  bssInstances,
  bssOrders,
  bssOrder,
  bssCancel,
  bssBalance,
  bssProducts,
  domainRenew,
  domainRenewBatch,
  domainTaskDetails,
  domainTasks,
  domainList,
  domainInfo,
  domainCheck,
};
