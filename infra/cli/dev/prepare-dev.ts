import { existsSync, mkdirSync } from 'node:fs';
import { sync as writeFileAtomic } from 'write-file-atomic';
import type { Account } from '../../../shared/settings/account.ts';
import { readHistory } from '../../sandboxes/huawei/read-history.ts';
import { startHuaweiSandbox } from '../../sandboxes/huawei/server.ts';
import type { HuaweiSandbox } from '../../sandboxes/huawei/sandbox.ts';
import {
  atSandbox,
  type LocalAccounts,
  readBundledAccounts,
  readOwnAccounts,
} from '../local-run/local-accounts.ts';
import { readWorldFile, sampleWorldFile } from '../local-run/read-world-file.ts';
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
  readonly sandboxes: ReadonlyMap<string, HuaweiSandbox>;
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
  const accounts = readBundledAccounts();
  const isNew = !accounts.some(({ name }) => existsSync(historyPath(folder, name)));
  if (command.world !== null && !isNew) {
    throw new UserMistake(
      `${folder.path} has a world already: leave --world out, or use another --data.`,
    );
  }
  const world = command.world === null ? sampleWorldFile('huawei', now) : readWorldFile(command.world);
  const withSample = isNew && command.world === null;
  const open = async (): Promise<OpenAccounts> => {
    // Before the world begins, so that a start that was cut off makes both of them again.
    if (withSample) writeFileAtomic(folder.sampleQuote, Buffer.from(await SAMPLES.huawei.quote(now)));
    return await openSandboxes(folder, accounts, world.json);
  };
  return { folder, provider, accounts, open };
}

/** One sandbox for each account: each has a balance and resources of its own. */
async function openSandboxes(
  folder: DataFolder,
  accounts: readonly Account[],
  world: unknown,
): Promise<OpenAccounts> {
  mkdirSync(folder.sandboxes, { recursive: true });
  const sandboxes = new Map<string, HuaweiSandbox>();
  const local: Account[] = [];
  const keys: Record<string, { accessKey: string; secretKey: string }> = {};
  for (const account of accounts) {
    const history = historyPath(folder, account.name);
    const sandbox = await startHuaweiSandbox({ world, history });
    sandboxes.set(account.name, sandbox);
    const { world: begun } = readHistory(history);
    local.push(atSandbox(account, sandbox.url, begun));
    keys[account.name] = { accessKey: begun.accessKey, secretKey: begun.secretKey };
  }
  const close = async (): Promise<void> => {
    for (const sandbox of sandboxes.values()) await sandbox.close();
  };
  return { accounts: local, keys, sandboxes, close };
}
