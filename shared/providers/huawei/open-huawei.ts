import type { ReservingProvider } from '../../ports/provider.ts';
import { type ClientOptions, openClient } from './client.ts';
import type { Connection, HuaweiAccount } from './connection.ts';
import { openHuaweiRows } from './open-rows.ts';
import { cancel } from './operations/cancel.ts';
import { orderDetails } from './operations/order-details.ts';
import { orderWithDiscounts } from './operations/order-discounts.ts';
import { pay } from './operations/pay.ts';
import { renew } from './operations/renew.ts';
import { ordersPaid, renewalOrders } from './operations/renewal-orders.ts';
import { resourcesOfOrder } from './operations/resources-of-order.ts';

/** The account with all its settings, its keys, and what tests put in place of the world. */
export interface HuaweiOptions extends ClientOptions {
  readonly account: HuaweiAccount;
}

/**
 * Opens one account at Huawei Cloud. All calls made through the result share one limit of
 * `callsPerSecond` per API, so open it once and keep it. Nothing is called here.
 */
export function openHuawei(options: HuaweiOptions): ReservingProvider {
  const connection: Connection = { client: openClient(options), account: options.account };
  return {
    resources: openHuaweiRows(connection),
    renewals: {
      kind: 'reserve',
      renew: async (ids, term) => await renew(connection, ids, term),
      order: async (orderId) => await orderDetails(connection, orderId),
      orderWithDiscounts: async (orderId) => await orderWithDiscounts(connection, orderId),
      resourcesOfOrder: async (orderId) => await resourcesOfOrder(connection, orderId),
      renewalOrders: async (from, to) => await renewalOrders(connection, from, to),
      ordersPaid: async (from, to) => await ordersPaid(connection, from, to),
      pay: async (orderId, discount) => await pay(connection, orderId, discount),
      cancel: async (orderId) => await cancel(connection, orderId),
    },
  };
}
