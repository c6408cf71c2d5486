import type { HuaweiSandbox } from '../../infra/sandboxes/huawei/sandbox.ts';
import type { Account } from '../../shared/settings/account.ts';
import type { ReservingProvider } from '../../shared/ports/provider.ts';
import type { Fetch } from '../../shared/providers/wire/exchange.ts';
import { openHuawei } from '../../shared/providers/huawei/open-huawei.ts';
import type { CrashAt } from './crashing.ts';
import { type KeptSandbox, sandboxOnClock } from './sandbox-on-clock.ts';
import { InProcess } from './in-process.ts';
import type { TestClock } from './test-clock.ts';

/** The in-process deployment with one account at a Huawei sandbox, both on one fake clock. */
export interface HuaweiDeployment {
  readonly app: InProcess;
  readonly sandbox: HuaweiSandbox;
  readonly close: () => Promise<void>;
}

/** What a test may put in between. */
export interface Between {
  /** The line to the provider, on the deployment's clock. */
  readonly line?: (clock: TestClock, send: Fetch) => Fetch;
  /** A double around the adapter. */
  readonly provider?: (provider: ReservingProvider) => ReservingProvider;
  /** Calls per second by which the engine measures its waves; the adapter is not slowed down. */
  readonly engineRate?: number;
  /** A function is cut off after so many seconds of the fake clock; never by default. */
  readonly functionSeconds?: number;
  /** Audits final sheets, as production does; not by default. */
  readonly audits?: boolean;
  /** More names of ours for the same account of the provider. */
  readonly names?: readonly string[];
  /** The sandbox's history; where it exists already, the sandbox goes on from it. */
  readonly sandbox?: KeptSandbox;
}

/** Starts it. The world needs no keys; the account's settings may be changed. */
export async function huaweiDeployment(
  world: Readonly<Record<string, unknown>>,
  settings: Partial<Account> = {},
  crashAt?: CrashAt,
  between: Between = {},
): Promise<HuaweiDeployment> {
  const { clock, sandbox, account, adapter } = await sandboxOnClock(
    world,
    settings,
    between.sandbox,
  );
  const opened = openHuawei({
    ...adapter,
    left: () => app.left,
    ...(between.line === undefined ? {} : { fetch: between.line(clock, sandbox.fetch) }),
  });
  const provider = between.provider?.(opened) ?? opened;
  const app: InProcess = new InProcess({
    clock,
    accounts: [account.name, ...(between.names ?? [])].map((name) => ({
      ...account,
      name,
      callsPerSecond: between.engineRate ?? account.callsPerSecond,
    })),
    provider: () => provider,
    ...(crashAt === undefined ? {} : { crashAt }),
    ...(between.audits === undefined ? {} : { audits: between.audits }),
    ...(between.functionSeconds === undefined ? {} : { functionSeconds: between.functionSeconds }),
  });
  return { app, sandbox, close: sandbox.close };
}
