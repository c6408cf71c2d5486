import { startHuaweiSandbox } from '../../infra/sandboxes/huawei/server.ts';
import type { HuaweiSandbox } from '../../infra/sandboxes/huawei/sandbox.ts';
import type { Account } from '../../shared/settings/account.ts';
import { testAccount } from './quote-rows.ts';
import { TestClock } from './test-clock.ts';

const random = (): number => 0.5;

const KEYS = { accessKey: 'TESTACCESSKEY000001', secretKey: 'test-secret-key' };

/** Where a sandbox keeps its history, or goes on from one, and the moment at which it does. */
export interface KeptSandbox {
  readonly history: string;
  readonly now?: number;
}

/** A sandbox with one account, and all that an adapter to it is opened with, on one fake clock. */
export async function sandboxOnClock(
  world: Readonly<Record<string, unknown>>,
  settings: Partial<Account> = {},
  kept: KeptSandbox | null = null,
) {
  const clock = new TestClock(kept?.now);
  const sandbox: HuaweiSandbox = await startHuaweiSandbox({
    world: { ...KEYS, balance: '1000000', ...world },
    clock: clock.read,
    port: null,
    ...(kept === null ? {} : { history: kept.history }),
  });
  const account = testAccount({ endpoint: sandbox.url, ...settings });
  const wait = async (milliseconds: number): Promise<void> => {
    clock.now += milliseconds;
    await Promise.resolve();
  };
  const adapter = {
    account,
    wait,
    random,
    keys: KEYS,
    clock: clock.read,
    httpTimeoutSeconds: 20,
    fetch: sandbox.fetch,
  };
  return { clock, sandbox, account, adapter };
}
