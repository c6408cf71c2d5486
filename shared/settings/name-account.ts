import { type Reason, reason } from '../reasons/reason.ts';
import type { Account } from './account.ts';
import type { APPROVED, CHECK, DroppedKey } from '../store/keys.ts';

/** The account that a dropped file is for; without one, what is to be done about it. */
export type NamedAccount =
  | { readonly account: Account; readonly name: string }
  | { readonly account: null; readonly name: string; readonly problem: Reason };

/** Finds the account that a file's folder names; a single account needs no folder. */
export function nameAccount(
  key: DroppedKey,
  settings: readonly Account[],
  folder: typeof APPROVED | typeof CHECK,
): NamedAccount {
  const known = settings.map(({ name }) => name).join(', ');
  if (key.account === null) {
    const [only] = settings;
    return settings.length === 1 && only !== undefined
      ? { account: only, name: only.name }
      : {
          account: null,
          name: 'unknown',
          problem: reason('file-outside-folders', { folder, accounts: known }),
        };
  }
  // An empty folder's name, as in `approved//quote.xlsx`: no job can be listed under that.
  if (key.account.trim() === '') {
    return {
      account: null,
      name: 'unknown',
      problem: reason('folder-without-name', { folder, accounts: known }),
    };
  }
  const account = settings.find(({ name }) => name === key.account);
  return account === undefined
    ? {
        account: null,
        name: key.account,
        problem: reason('no-such-account', { account: key.account, accounts: known }),
      }
    : { account, name: account.name };
}
