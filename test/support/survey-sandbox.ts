import type { HuaweiSandbox } from '../../infra/sandboxes/huawei/sandbox.ts';
import type { Account } from '../../shared/settings/account.ts';
import { openClient } from '../../shared/providers/huawei/client.ts';
import { openHuaweiDesk } from '../../shared/providers/huawei/open-desk.ts';
import type { CrashAt } from './crashing.ts';
import { sandboxOnClock } from './sandbox-on-clock.ts';
import { SurveyRun } from './survey-run.ts';

/** `export-quote` of one account at a sandbox, both on one fake clock. */
export interface SurveyAtSandbox {
  readonly run: SurveyRun;
  readonly sandbox: HuaweiSandbox;
  readonly account: Account;
}

/** What is to go wrong, and the calls per second by which pieces are cut: the desk is not slowed down. */
export interface Trouble {
  readonly crashAt?: CrashAt;
  readonly twice?: boolean;
  readonly pieceRate?: number;
}

/** Starts it, does something with it and ends it. The world needs no keys. */
export async function atSandbox<T>(
  world: Readonly<Record<string, unknown>>,
  settings: Partial<Account>,
  act: (given: SurveyAtSandbox) => Promise<T>,
  { pieceRate, ...how }: Trouble = {},
): Promise<T> {
  const { clock, sandbox, account, adapter } = await sandboxOnClock(world, settings);
  const client = openClient(adapter);
  const desk = openHuaweiDesk({ client, account });
  const accounts = [{ ...account, callsPerSecond: pieceRate ?? account.callsPerSecond }];
  const run = new SurveyRun({ ...how, clock, accounts, desk: () => desk });
  try {
    return await act({ run, sandbox, account });
  } finally {
    await sandbox.close();
  }
}
