import { readFileSync } from 'node:fs';
import type { Account } from '../settings/account.ts';
import { readSettledAccounts } from '../settings/settled-accounts.ts';

/** The account settings that were bundled beside the function's code. */
export interface AccountSettings {
  readonly all: readonly Account[];
  /** Throws for an account that is not in the file: its settings were taken away under a job. */
  readonly of: (name: string) => Account;
}

/** Reads `accounts.json` beside the bundle. Throws when it cannot be read. */
export function openAccountSettings(): AccountSettings {
  const file = new URL('accounts.json', import.meta.url);
  const all = readSettledAccounts(readFileSync(file, 'utf8'));
  return {
    all,
    of: (name) => {
      const account = all.find((one) => one.name === name);
      if (account === undefined) throw new Error(`accounts.json has no account "${name}"`);
      return account;
    },
  };
}
