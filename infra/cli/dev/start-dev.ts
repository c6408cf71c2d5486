import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import type { Account } from '../../../shared/settings/account.ts';
import type { Timers } from '../../config.ts';
import type { LocalRun } from '../local-run/local-run.ts';
import { Agreed, type Person, type Spending } from '../local-run/spending.ts';
import { realAccountsLine, sandboxLine } from '../local-run/spending-lines.ts';
import { noticeLines } from '../local-run/notice-lines.ts';
import { type Bundling, startBundling } from '../local-run/start-bundling.ts';
import { watchFaults } from '../start/watch-faults.ts';
import { type DataFolder, keepProvider, makeDataFolder } from './folder/data-folder.ts';
import type { DevCommand } from './dev-command.ts';
import { DEV_PACE, type DevPace } from './dev-pace.ts';
import { lockFolder } from './folder/folder-lock.ts';
import { followRun } from './follow/follow-run.ts';
import { type DevPlan, type OpenAccounts, prepareDev } from './prepare-dev.ts';
import { announceCloud, withdrawCloud } from './folder/running-cloud-file.ts';
import { runningInfo } from './folder/running-info.ts';

/** What a local cloud that stays up is started with. */
export interface DevOptions {
  readonly command: DevCommand;
  /** Gets what people should know, line by line. */
  readonly tell: (line: string) => void;
  /** Bundling that has begun already or is done; it is ended here. */
  readonly bundling?: Bundling;
  readonly pace?: Partial<DevPace>;
  /** Who agrees that own accounts are paid from; left out: nobody can be asked. */
  readonly person?: Person;
}

/** A local cloud that is up. */
export interface DevCloud {
  readonly folder: DataFolder;
  readonly run: LocalRun;
  readonly accounts: readonly Pick<Account, 'name' | 'provider'>[];
  readonly stop: () => Promise<void>;
}

/**
 * Brings the stack up with its state on disk, and goes on with whatever was under way there. Throws
 * `UserMistake` for what is wrong with the command, before anything has changed.
 */
export async function startDev(options: DevOptions): Promise<DevCloud> {
  const plan = prepareDev(options.command, Date.now());
  const spending = await agree(plan, options);
  makeDataFolder(plan.folder);
  const unlock = lockFolder(plan.folder);
  try {
    withdrawCloud(plan.folder);
    keepProvider(plan.folder, plan.provider);
    const accounts = await plan.open();
    if (spending.kind === 'sandbox') options.tell(sandboxLine(accounts.accounts));
    try {
      return await bringUp(plan, { ...accounts, spending }, options, unlock);
    } catch (error) {
      await accounts.close();
      throw error;
    }
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Before anything is made or started: real accounts are only paid from where a person agrees. */
async function agree(
  { provider, accounts }: DevPlan,
  { command: { yes }, tell, person = { tell, ask: null } }: DevOptions,
): Promise<Spending> {
  if (provider === 'sandbox') return { kind: 'sandbox' };
  return await Agreed.by(person, { line: realAccountsLine(accounts), yes });
}

/** Accounts that are open, and whom they may pay. */
type PayingAccounts = OpenAccounts & { readonly spending: Spending };

async function bringUp(
  { folder }: DevPlan,
  accounts: PayingAccounts,
  options: DevOptions,
  unlock: () => void,
): Promise<DevCloud> {
  const pace = { ...DEV_PACE, ...options.pace };
  let lastWrite = Date.now();
  const run = await startKept(folder, accounts, options, pace.timers, () => {
    lastWrite = Date.now();
  });
  for (const { name } of accounts.accounts) {
    for (const place of ['approved', 'check', 'results', 'exports']) {
      mkdirSync(join(folder.drop, place, name), { recursive: true });
    }
  }
  const follower = await followRun({
    run,
    folder,
    accounts,
    pace,
    tell: options.tell,
    lastWrite: () => lastWrite,
  });
  announceCloud(folder, runningInfo(run.cloud, accounts, folder.path));
  return {
    folder,
    run,
    accounts: accounts.accounts,
    stop: async () => {
      withdrawCloud(folder);
      await follower.stop();
      await run.stop();
      await accounts.close();
      unlock();
    },
  };
}

async function startKept(
  folder: DataFolder,
  { accounts, keys, spending }: PayingAccounts,
  { tell, bundling = startBundling() }: DevOptions,
  timers: Timers,
  onWrite: () => void,
): Promise<LocalRun> {
  // A cloud that was cut off while it was made has taken nothing yet, and is made anew.
  if (!existsSync(folder.cloudReady)) rmSync(folder.cloud, { recursive: true, force: true });
  mkdirSync(folder.cloud, { recursive: true });
  // Only now: the stack's library takes a second to load, and mistakes should be told at once.
  const { startLocalRun } = await import('../local-run/local-run.ts');
  const faults = watchFaults(tell, (problem) => {
    tell(`${problem} It is tried again.`);
  });
  const run = await startLocalRun({
    accounts,
    keys,
    spending,
    timers,
    bundling,
    folder: folder.cloud,
    schedules: 'on',
    onLog: faults.onLog,
    onInvocation: faults.onInvocation,
    onViolation: faults.onViolation,
    onNotice: (notice) => {
      for (const line of noticeLines(notice)) tell(line);
    },
    onCall: ({ service, action }) => {
      if (service === 'dynamodb' && /Put|Update/u.test(action)) onWrite();
    },
  });
  writeFileAtomic(folder.cloudReady, '');
  return run;
}
