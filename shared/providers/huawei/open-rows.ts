import type { RowDesk } from '../../ports/provider.ts';
import type { Connection } from './connection.ts';
import { balance } from './operations/balance.ts';
import { queryResources } from './operations/query-resources.ts';
import { renewalPrices } from './operations/renewal-prices.ts';
import { HUAWEI } from './traits.ts';

/** The reads that renewing needs, and no others: the function that pays starts cold with them. */
export function openHuaweiRows(connection: Connection): RowDesk {
  return {
    traits: HUAWEI,
    resources: async (ids) => await queryResources(connection, ids),
    prices: async (ids, term, how) => await renewalPrices(connection, ids, term, how),
    balance: async () => await balance(connection),
  };
}
