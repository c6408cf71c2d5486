import type { Account } from '../../settings/account.ts';
import type { Client } from './client.ts';

/** What every operation works with. */
export interface Connection {
  readonly client: Client;
  readonly account: Account;
}
