import { fileURLToPath } from 'node:url';
import type { Account } from '../../../shared/settings/account.ts';
import type { KeysRule } from '../../../shared/settings/accounts.ts';
import { readAccountsFile } from '../../read-accounts-file.ts';
import type { World } from '../../sandboxes/huawei/world/world.ts';
import type { LocalRunOptions } from './local-run.ts';
import { UserMistake } from '../terminal/user-mistake.ts';
import { userPath } from '../terminal/user-path.ts';

/** Accounts and the keys that stand beside them. */
export interface LocalAccounts {
  readonly accounts: LocalRunOptions['accounts'];
  readonly keys: LocalRunOptions['keys'];
}

/** The sandbox has no call rate, so a local run need not keep to one. */
const SANDBOX_CALLS_PER_SECOND = 100;

/** The accounts of `--accounts`, with keys. Throws {@link UserMistake} for what is wrong there. */
export function readOwnAccounts(path: string): LocalAccounts {
  return read(userPath(path), 'required');
}

/** The accounts of the stack, which have no keys here. */
export function readBundledAccounts(): readonly Account[] {
  return read(fileURLToPath(new URL('../../accounts.json', import.meta.url)), 'forbidden').accounts;
}

function read(path: string, keys: KeysRule): LocalAccounts {
  const reading = readAccountsFile(path, { keys });
  if (reading.kind === 'unreadable') throw new UserMistake(reading.problem);
  return reading;
}

/** Of a sandbox that is started anew at another port and goes on from its history. */
const SITE = 'sandbox';

/** An account whose provider is the sandbox at an address, in that sandbox's world. */
export function atSandbox(account: Account, url: string, { currency }: World): Account {
  const local = { endpoint: url, currency, callsPerSecond: SANDBOX_CALLS_PER_SECOND };
  // Of the other provider the site is what the account was opened at, whoever plays it.
  return account.provider === 'huawei'
    ? { ...account, ...local, site: SITE }
    : { ...account, ...local };
}
