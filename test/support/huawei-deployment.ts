import { type HuaweiSandbox, startHuaweiSandbox } from '../../infra/local/huawei-sandbox/server.ts';
import type { Account } from '../../shared/domain/account.ts';
import type { Provider } from '../../shared/ports/provider.ts';
import type { Fetch } from '../../shared/providers/huawei/exchange.ts';
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

/** What a test may put in between. */
export interface Between {
  /** The line to the provider, on the deployment's clock. */
  readonly line?: (clock: TestClock) => Fetch;
  /** A double around the adapter. */
  readonly provider?: (provider: Provider) => Provider;
  /** Calls per second by which the engine measures its waves; the adapter is not slowed down. */
  readonly engineRate?: number;
  /** A function is cut off after so many seconds of the fake clock; never by default. */
  readonly functionSeconds?: number;
}

const KEYS = { accessKey: 'TESTACCESSKEY000001', secretKey: 'test-secret-key' };

/** Starts it. The world needs no keys; the account's settings may be changed. */
export async function huaweiDeployment(
  world: Readonly<Record<string, unknown>>,
  settings: Partial<Account> = {},
  crashAt?: CrashAt,
  between: Between = {},
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
  const adapter = openHuawei({
    account,
    wait,
    keys: KEYS,
    clock: clock.read,
    httpTimeoutSeconds: 20,
    random: () => 0.5,
    ...(between.line === undefined ? {} : { fetch: between.line(clock) }),
  });
  const provider = between.provider?.(adapter) ?? adapter;
  const app = new InProcess({
    clock,
    accounts: [{ ...account, callsPerSecond: between.engineRate ?? account.callsPerSecond }],
    provider: () => provider,
    ...(crashAt === undefined ? {} : { crashAt }),
    ...(between.functionSeconds === undefined ? {} : { functionSeconds: between.functionSeconds }),
  });
  return { app, sandbox, close: sandbox.close };
}
