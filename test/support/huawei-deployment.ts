import { type HuaweiSandbox, startHuaweiSandbox } from '../../infra/local/huawei-sandbox/server.ts';
import type { Account } from '../../shared/domain/account.ts';
import { openHuawei } from '../../shared/providers/huawei/open-huawei.ts';
import type { CrashAt } from './crashing.ts';
import { testAccount } from './quote-rows.ts';
import { InProcess, TestClock } from './in-process.ts';

/** The in-process deployment with one account at a Huawei sandbox, both on one fake clock. */
export interface HuaweiDeployment {
  readonly app: InProcess;
  readonly sandbox: HuaweiSandbox;
  readonly close: () => Promise<void>;
}

const KEYS = { accessKey: 'TESTACCESSKEY000001', secretKey: 'test-secret-key' };

/** Starts it. The world needs no keys; the account's settings may be changed. */
export async function huaweiDeployment(
  world: Readonly<Record<string, unknown>>,
  settings: Partial<Account> = {},
  crashAt?: CrashAt,
): Promise<HuaweiDeployment> {
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
  const provider = openHuawei({
    account,
    wait,
    keys: KEYS,
    clock: clock.read,
    httpTimeoutSeconds: 20,
    random: () => 0.5,
  });
  const app = new InProcess({
    clock,
    accounts: [account],
    provider: () => provider,
    ...(crashAt === undefined ? {} : { crashAt }),
  });
  return { app, sandbox, close: sandbox.close };
}
