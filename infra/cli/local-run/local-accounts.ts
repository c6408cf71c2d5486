import { fileURLToPath } from 'node:url';
import type { Account } from '../../../shared/settings/account.ts';
import { type KeysRule, readAccounts } from '../../../shared/settings/accounts.ts';
import { readAccountsFile } from '../../read-accounts-file.ts';
import type { SampleProvider } from '../sample/sample-provider.ts';
import type { LocalRunOptions } from './local-run.ts';
import type { SandboxWorld } from './local-sandbox.ts';
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

/** Entries of accounts that only a sandbox stands behind, for providers that the stack has no account at. */
const SAMPLE_ENTRIES: Readonly<Record<SampleProvider, Readonly<Record<string, unknown>>>> = {
  huawei: { endpoint: 'http://127.0.0.1' },
  // What no call prices is renewed as well: it is the sandbox's money.
  alibaba: { allowUnpriced: true },
};

/**
 * The accounts of the stack at a provider; where it has none there, one by the provider's name that
 * only the sandbox stands behind.
 */
export function accountsAt(
  provider: SampleProvider,
  bundled: readonly Account[],
): readonly Account[] {
  const there = bundled.filter((account) => account.provider === provider);
  return there.length > 0 ? there : [sampleAccount(provider)];
}

/** The account by the provider's name that only the sandbox stands behind. */
function sampleAccount(provider: SampleProvider): Account {
  const entry = { name: provider, provider, ...SAMPLE_ENTRIES[provider] };
  const reading = readAccounts([entry], { keys: 'forbidden' });
  if (reading.kind === 'unreadable') throw new Error(reading.problem);
  return reading.accounts[0]!;
}

function read(path: string, keys: KeysRule): LocalAccounts {
  const reading = readAccountsFile(path, { keys });
  if (reading.kind === 'unreadable') throw new UserMistake(reading.problem);
  return reading;
}

/** Of a sandbox that is started anew at another port and goes on from its history. */
const SITE = 'sandbox';

/** An account whose provider is the sandbox at an address, in that sandbox's world. */
export function atSandbox(
  account: Account,
  url: string,
  { currency }: Pick<SandboxWorld, 'currency'>,
): Account {
  const local = { endpoint: url, currency, callsPerSecond: SANDBOX_CALLS_PER_SECOND };
  // Of the other provider the site is what the account was opened at, whoever plays it.
  return account.provider === 'huawei'
    ? { ...account, ...local, site: SITE }
    : { ...account, ...local };
}
