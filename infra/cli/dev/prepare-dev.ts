import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { sync as writeFileAtomic } from 'write-file-atomic';
import type { Account } from '../../../shared/settings/account.ts';
import {
  accountsAt,
  atSandbox,
  type LocalAccounts,
  readBundledAccounts,
  readOwnAccounts,
} from '../local-run/local-accounts.ts';
import { type LocalSandbox, startKeptSandbox } from '../local-run/local-sandbox.ts';
import { readWorldFile, sampleWorldFile, type WorldFile } from '../local-run/read-world-file.ts';
import { SAMPLE_PROVIDERS } from '../sample/sample-provider.ts';
import { SAMPLES } from '../sample/samples.ts';
import { UserMistake } from '../terminal/user-mistake.ts';
import { userPath } from '../terminal/user-path.ts';
import {
  checkProvider,
  type DataFolder,
  dataFolder,
  historyPath,
  type Provider,
} from './folder/data-folder.ts';
import { DEFAULT_DATA, type DevCommand } from './dev-command.ts';

/** What the command asks for, read and checked; nothing is written or started yet. */
export interface DevPlan {
  readonly folder: DataFolder;
  readonly provider: Provider;
  readonly accounts: readonly Account[];
  /** Starts what the accounts deal with. To be called while the folder is locked. */
  readonly open: () => Promise<OpenAccounts>;
}

/** The accounts and, where they deal with sandboxes, those. */
export interface OpenAccounts extends LocalAccounts {
  readonly sandboxes: ReadonlyMap<string, LocalSandbox>;
  readonly close: () => Promise<void>;
}

/** Reads what the command names. Throws {@link UserMistake} for what is wrong with it. */
export function prepareDev(command: DevCommand, now: number): DevPlan {
  const folder = dataFolder(command.data === null ? DEFAULT_DATA : userPath(command.data));
  const provider = command.accounts === null ? 'sandbox' : 'own accounts';
  checkProvider(folder, provider);
  if (command.accounts !== null) {
    const own = readOwnAccounts(command.accounts);
    const open = async (): Promise<OpenAccounts> =>
      await Promise.resolve({ ...own, sandboxes: new Map(), close: async () => undefined });
    return { folder, provider, accounts: own.accounts, open };
  }
  if (command.world !== null && hasWorld(folder)) {
    throw new UserMistake(
      `${folder.path} has a world already: leave --world out, or use another --data.`,
    );
  }
  const named = command.world === null ? null : readWorldFile(command.world);
  const accounts = accountsOf(folder, [command.sample, named?.provider]);
  const fresh = accounts.filter(({ name }) => !existsSync(historyPath(folder, name)));
  const worldOf = ({ provider: at }: Account): WorldFile =>
    named?.provider === at ? named : sampleWorldFile(at, now);
  const sampled = SAMPLE_PROVIDERS.filter(
    (at) => at !== named?.provider && fresh.some((account) => account.provider === at),
  );
  const open = async (): Promise<OpenAccounts> => {
    // Before the world begins, so that a start that was cut off makes both of them again.
    for (const at of sampled) {
      writeFileAtomic(folder.sampleQuotes[at], Buffer.from(await SAMPLES[at].quote(now)));
    }
    return await openSandboxes(folder, accounts, worldOf);
  };
  return { folder, provider, accounts, open };
}

function hasWorld({ sandboxes }: DataFolder): boolean {
  return existsSync(sandboxes) && readdirSync(sandboxes).length > 0;
}

/**
 * The accounts of the stack, and those that only a sandbox stands behind: at providers that are asked
 * for now, or were before. Throws {@link UserMistake} where such a one has a name that is taken.
 */
function accountsOf(
  folder: DataFolder,
  asked: readonly (Account['provider'] | null | undefined)[],
): readonly Account[] {
  const bundled = readBundledAccounts();
  const added = SAMPLE_PROVIDERS.filter((at) => !bundled.some(({ provider }) => provider === at))
    .flatMap((at) => accountsAt(at, bundled))
    .filter(
      ({ name, provider }) => asked.includes(provider) || existsSync(historyPath(folder, name)),
    );
  const taken = added.find(({ name }) => bundled.some((one) => one.name === name));
  if (taken === undefined) return [...bundled, ...added];
  throw new UserMistake(
    `The stack has an account "${taken.name}" at another provider: give that one another name.`,
  );
}

/** One sandbox for each account: each has a balance and resources of its own. */
async function openSandboxes(
  folder: DataFolder,
  accounts: readonly Account[],
  worldOf: (account: Account) => WorldFile,
): Promise<OpenAccounts> {
  mkdirSync(folder.sandboxes, { recursive: true });
  const sandboxes = new Map<string, LocalSandbox>();
  const local: Account[] = [];
  const keys: Record<string, { accessKey: string; secretKey: string }> = {};
  for (const account of accounts) {
    const { name, provider } = account;
    const history = historyPath(folder, name);
    const { json } = worldOf(account);
    const { sandbox, world } = await startKeptSandbox(provider, json, history);
    sandboxes.set(name, sandbox);
    local.push(atSandbox(account, sandbox.url, world));
    keys[name] = { accessKey: world.accessKey, secretKey: world.secretKey };
  }
  const close = async (): Promise<void> => {
    for (const sandbox of sandboxes.values()) await sandbox.close();
  };
  return { accounts: local, keys, sandboxes, close };
}
