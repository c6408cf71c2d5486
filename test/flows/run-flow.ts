import type { HuaweiCall } from '../../infra/sandboxes/huawei/sandbox.ts';
import { startHuaweiSandbox } from '../../infra/sandboxes/huawei/server.ts';
import type { HuaweiSandbox } from '../../infra/sandboxes/huawei/sandbox.ts';
import type { HuaweiAccount } from '../../shared/providers/huawei/connection.ts';
import type { Account } from '../../shared/settings/account.ts';
import type { Outcome } from '../../shared/renewal/outcome.ts';
import type { QuoteRow } from '../../shared/jobs/quote.ts';
import { sendAll } from '../../shared/jobs/start-job.ts';
import type { ReservingProvider } from '../../shared/ports/provider.ts';
import type { Fetch } from '../../shared/providers/wire/exchange.ts';
import { openHuawei } from '../../shared/providers/huawei/open-huawei.ts';
import { violations } from '../support/books-of-the-run.ts';
import { InProcess } from '../support/in-process.ts';
import { TestClock } from '../support/test-clock.ts';
import { quoteOf, quoteRow, testAccount, worldResource } from '../support/quote-rows.ts';
import { told, type ToldOutcome } from '../support/told.ts';

/** What a flow is made of besides its world. */
export interface FlowPlan {
  /** The quote; one row for each resource of {@link resources} by default. */
  readonly rows?: readonly QuoteRow[];
  readonly settings?: Partial<Account>;
  /** How many calls the engine makes side by side; the adapter's own rate is not slowed down. */
  readonly wave?: number;
  /** Sets hooks and the like before anything is dropped. */
  readonly prepare?: (sandbox: HuaweiSandbox, app: InProcess) => void;
  /** Goes on after the job has ended or is suspended for the first time. */
  readonly afterwards?: (sandbox: HuaweiSandbox, app: InProcess) => Promise<void>;
}

/** A quote carried through sandbox, adapter, engine and report, and what may be asked of the run. */
export interface Flow {
  readonly app: InProcess;
  readonly sandbox: HuaweiSandbox;
  /** Of each row, in the order of the quote, in the words of the sheet. */
  readonly outcomes: readonly ToldOutcome[];
  readonly words: readonly Outcome[];
  /** What is wrong with the books; empty for every run there is. */
  readonly wrong: readonly string[];
  /** The sandbox's calls of one API, or of all, in the order of arrival. */
  readonly calls: (api?: HuaweiCall['api']) => HuaweiCall[];
}

/** Resources that {@link quoteRow} fits, by position. */
export function resources(
  count: number,
  more: (position: number) => Readonly<Record<string, unknown>> = () => ({}),
): Record<string, unknown>[] {
  return Array.from({ length: count }, (_, position) => worldResource(position, more(position)));
}

/** Rows that fit {@link resources}. */
export function rowsFor(count: number, approved = '10.00'): QuoteRow[] {
  return Array.from({ length: count }, (_, position) => quoteRow(position, { approved }));
}

const KEYS = { accessKey: 'TESTACCESSKEY000001', secretKey: 'test-secret-key' };

/** The adapter as production opens it, anew for each piece of work. */
function opens(fetch: Fetch, clock: TestClock, account: HuaweiAccount): () => ReservingProvider {
  const wait = async (milliseconds: number): Promise<void> => {
    clock.now += milliseconds;
    await Promise.resolve();
  };
  const common = { wait, fetch, keys: KEYS, clock: clock.read, httpTimeoutSeconds: 20 };
  return () => openHuawei({ ...common, account, random: () => 0.5 });
}

/** Runs a quote to its end, or to its suspension, with everything on one fake clock. */
export async function runFlow(
  world: Readonly<Record<string, unknown>> & { readonly resources: readonly unknown[] },
  { rows, settings, wave = 1000, prepare, afterwards }: FlowPlan = {},
): Promise<Flow> {
  const clock = new TestClock();
  const sandbox = await startHuaweiSandbox({
    world: { ...KEYS, balance: '1000000', ...world },
    clock: clock.read,
    port: null,
  });
  const account = testAccount({ endpoint: sandbox.url, ...settings });
  const provider = opens(sandbox.fetch, clock, account);
  const app = new InProcess({
    clock,
    provider,
    // A wave holds what the account's rate lets through in five seconds.
    accounts: [{ ...account, callsPerSecond: wave / 5 }],
  });
  try {
    prepare?.(sandbox, app);
    await app.drop('main', quoteOf(rows ?? rowsFor(world.resources.length)));
    await app.settle();
    await afterwards?.(sandbox, app);
    const calls = sandbox.calls();
    const outcomes = app.report.rows.map(({ outcome }) => told(outcome));
    return {
      app,
      sandbox,
      outcomes,
      words: outcomes.map(({ outcome }) => outcome),
      wrong: violations(app.report, sandbox),
      calls: (api) => calls.filter((call) => api === undefined || call.api === api),
    };
  } finally {
    await sandbox.close();
  }
}

/** Resumes the suspended job as an operator would, and works until it is over or suspended again. */
export async function resume(app: InProcess): Promise<void> {
  const { id, epoch } = app.job;
  const running = await app.jobs.move(id, {
    from: ['suspended'],
    to: 'running',
    at: app.clock.now,
    set: { epoch: epoch + 1, reason: null },
  });
  if (running === null) throw new Error('the job is not suspended');
  await sendAll(running, app.queues.dispatch);
  await app.settle();
}
