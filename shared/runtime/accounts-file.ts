import { readFileSync } from 'node:fs';
import type { Account } from '../domain/account.ts';
import { readAccounts } from '../messages/accounts.ts';

/** The account settings that were bundled beside the function's code. */
export interface AccountSettings {
  readonly all: readonly Account[];
  /** Throws for an account that is not in the file: its settings were taken away under a job. */
  readonly of: (name: string) => Account;
}

/** Reads `accounts.json` beside the bundle. Throws naming the problem when it cannot be read. */
export function openAccountSettings(): AccountSettings {
  const file = new URL('accounts.json', import.meta.url);
  const reading = readAccounts(JSON.parse(readFileSync(file, 'utf8')), { keys: 'forbidden' });
  if (reading.kind === 'unreadable') throw new Error(`accounts.json: ${reading.problem}`);
  return {
    all: reading.accounts,
    of: (name) => {
      const account = reading.accounts.find((one) => one.name === name);
      if (account === undefined) throw new Error(`accounts.json has no account "${name}"`);
      return account;
    },
  };
}
