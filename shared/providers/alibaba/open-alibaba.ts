import type { Provider, Purchases } from '../../ports/provider.ts';
import { type AlibabaOptions, connect, openAlibabaRows } from './open-rows.ts';
import { cancel } from './operations/cancel.ts';
import { purchase } from './operations/purchase.ts';
import { readOrder, resourcesOfOrder } from './operations/read-order.ts';
import { renewalOrders } from './operations/renewal-orders.ts';

/**
 * Opens one account at Alibaba Cloud. All calls made through the result share one limit of
 * `callsPerSecond` per API, so open it once and keep it. Nothing is called here.
 */
export function openAlibaba(options: AlibabaOptions): Provider<Purchases> {
  const connection = connect(options);
  return {
    resources: openAlibabaRows(connection),
    renewals: {
      kind: 'purchase',
      purchase: async (resources, term, token) =>
        await purchase(connection, resources, term, token),
      order: async (orderId) => await readOrder(connection, orderId),
      resourcesOfOrder: async (orderId) => await resourcesOfOrder(connection, orderId),
      renewalOrders: async (from, to, only) => await renewalOrders(connection, { from, to }, only),
      cancel: async (orderId) => await cancel(connection, orderId),
    },
  };
}
