import { type HuaweiSandbox, startHuaweiSandbox } from '../../infra/local/huawei-sandbox/server.ts';
import type { Account } from '../../shared/domain/account.ts';
import { openClient } from '../../shared/providers/huawei/client.ts';
import { openHuaweiDesk } from '../../shared/providers/huawei/open-desk.ts';
import type { CrashAt } from './crashing.ts';
import { TestClock } from './in-process.ts';
import { testAccount } from './quote-rows.ts';
import { SurveyRun } from './survey-run.ts';

const KEYS = { accessKey: 'TESTACCESSKEY000001', secretKey: 'test-secret-key' };

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
  const clock = new TestClock();
  const sandbox = await startHuaweiSandbox({
    world: { ...KEYS, balance: '1000000', ...world },
    clock: clock.read,
  });
  const account = testAccount({ endpoint: sandbox.url, ...settings });
  const wait = async (milliseconds: number): Promise<void> => {
    clock.now += milliseconds;
    await Promise.resolve();
  };
  const client = openClient({
    account,
    wait,
    keys: KEYS,
    clock: clock.read,
    httpTimeoutSeconds: 20,
    random: () => 0.5,
  });
  const desk = openHuaweiDesk({ client, account });
  const accounts = [{ ...account, callsPerSecond: pieceRate ?? account.callsPerSecond }];
  const run = new SurveyRun({ ...how, clock, accounts, desk: () => desk });
  try {
    return await act({ run, sandbox, account });
  } finally {
    await sandbox.close();
  }
}
