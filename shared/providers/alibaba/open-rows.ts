import type { RowDesk } from '../../ports/provider.ts';
import { type ClientOptions, openClient } from './client.ts';
import type { AlibabaAccount, Connection } from './connection.ts';
import { balance } from './operations/balance.ts';
import { look } from './operations/look.ts';
import { renewalPrices } from './operations/renewal-prices.ts';
import { ALIBABA } from './traits.ts';

/** The account with all its settings, its keys, and what tests put in place of the world. */
export interface AlibabaOptions extends ClientOptions {
  readonly account: AlibabaAccount;
}

/** One account's connection: its limits of calls and what it has seen are shared by all it is given to. */
export function connect(options: AlibabaOptions): Connection {
  const client = openClient(options);
  return {
    client,
    account: options.account,
    seen: new Map(),
    domains: new Map(),
    spelled: new Map(),
    orderPage: null,
    under: new Map(),
    ended: new Map(),
  };
}

/** The reads that renewing needs, and no others. Each price is asked for alone anyhow. */
export function openAlibabaRows(connection: Connection): RowDesk {
  return {
    traits: ALIBABA,
    resources: async (ids) => await look(connection, ids),
    prices: async (ids, term) => await renewalPrices(connection, ids, term),
    balance: async () => await balance(connection),
  };
}
