import type { ResourceDesk } from '../../ports/provider.ts';
import type { Connection } from './connection.ts';
import { balance } from './operations/balance.ts';
import { countAttached } from './operations/count-attached.ts';
import { listDue } from './operations/list-due.ts';
import { queryResources } from './operations/query-resources.ts';
import { renewalPrices } from './operations/renewal-prices.ts';
import { HUAWEI } from './traits.ts';

/** The reads of one account: with nothing else bundled, nothing can be ordered, paid or cancelled. */
export function openHuaweiDesk(connection: Connection): ResourceDesk {
  return {
    traits: HUAWEI,
    resources: async (ids) => await queryResources(connection, ids),
    due: async (filter, from) => await listDue(connection, filter, from),
    attached: async (ids) => await countAttached(connection, ids),
    prices: async (ids, term, how) => await renewalPrices(connection, ids, term, how),
    balance: async () => await balance(connection),
  };
}
