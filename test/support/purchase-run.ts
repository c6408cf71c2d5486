import { startAlibabaSandbox } from '../../infra/sandboxes/alibaba/server.ts';
import type { AlibabaSandbox } from '../../infra/sandboxes/alibaba/sandbox.ts';
import type { Provider, Purchases } from '../../shared/ports/provider.ts';
import type { AlibabaAccount } from '../../shared/providers/alibaba/connection.ts';
import { openAlibaba } from '../../shared/providers/alibaba/open-alibaba.ts';
import type { Quote, QuoteRow } from '../../shared/jobs/quote.ts';
import type { CrashAt, CrashPoint } from './crashing.ts';
import { InProcess } from './in-process.ts';
import { cancel, resume } from './operator.ts';
import { purchaseViolations } from './books-of-purchases.ts';
import { quoteOf, quoteRow, testAccount } from './quote-rows.ts';
import { TestClock } from './test-clock.ts';

const KEYS = { accessKey: 'LTAITEST', secretKey: 'SKTEST' };
const YEAR = { unit: 'year', count: 1 } as const;

/** A world, the rows that are dropped, and what happens meanwhile. */
export interface PurchaseScenario {
  readonly name: string;
  readonly world: Readonly<Record<string, unknown>>;
  readonly rows: readonly QuoteRow[];
  readonly settings?: Partial<AlibabaAccount>;
  /** Drops what is to be dropped; one quote by default. */
  readonly play?: (stage: PurchaseStage) => Promise<void>;
}

/** What a scenario plays with. */
export interface PurchaseStage {
  readonly app: InProcess;
  readonly sandbox: AlibabaSandbox;
}

/** What goes wrong in one run of a scenario; nothing by default. */
export interface PurchaseTrouble {
  readonly crashAt?: CrashAt;
  /** Faults of the sandbox's world. */
  readonly faults?: readonly unknown[];
  /** Switches of the sandbox's world. */
  readonly behaviour?: Readonly<Record<string, unknown>>;
  /** A double around the adapter. */
  readonly provider?: (provider: Provider<Purchases>) => Provider<Purchases>;
  /** Each run of a function is in a process of its own, which has seen nothing yet. */
  readonly forgetful?: boolean;
  /** Before anything is dropped. */
  readonly before?: (stage: PurchaseStage) => void;
}

/** What a run came to. */
export interface PurchaseEnd {
  readonly points: readonly CrashPoint[];
  readonly calls: ReturnType<AlibabaSandbox['calls']>;
  readonly app: InProcess;
  readonly ledger: ReturnType<AlibabaSandbox['ledger']>;
  /** Violations of what must hold after any run; empty when all is well. */
  readonly wrong: readonly string[];
  /** How the jobs ended, and what became of their rows. */
  readonly status: string;
}

/** A row of the quote for an instance of 10.00 a month. */
export function instanceRow(position: number, id: string, more: Partial<QuoteRow> = {}): QuoteRow {
  return { ...quoteRow(position), resourceId: id, ...more };
}

/** A row of the quote for a domain of 12.00 a year. */
export function domainRow(position: number, name: string, more: Partial<QuoteRow> = {}): QuoteRow {
  return { ...quoteRow(position, { approved: '12.00' }), resourceId: name, term: YEAR, ...more };
}

/** An instance of 10.00 a month that fits {@link instanceRow}. */
export function worldInstance(id: string, product: string, more: object = {}) {
  return { id, product, expires: '2026-12-20T15:59:59Z', price: '10.00', ...more };
}

/** A domain of 12.00 a year that fits {@link domainRow}. */
export function worldDomain(name: string, more: object = {}) {
  return { name, expires: '2026-12-20T15:59:59Z', price: '12.00', ...more };
}

/** The account of such runs, which renews what nobody tells a price of. */
export function purchaseAccount(settings: Partial<AlibabaAccount> = {}): AlibabaAccount {
  const { iamUser: _, expirePolicy: __, orderUrl: ___, ...general } = testAccount();
  return {
    ...general,
    provider: 'alibaba',
    endpoint: 'http://127.0.0.1:1',
    site: 'international',
    allowUnpriced: true,
    domainTasks: 'single',
    hosts: {},
    ...settings,
  };
}

/** More resumes than any scenario needs. */
const MOST_RESUMES = 6;

/** Carries a scenario to the end of all its jobs, with so much going wrong. */
export async function runPurchases(
  scenario: PurchaseScenario,
  trouble: PurchaseTrouble = {},
): Promise<PurchaseEnd> {
  const points: CrashPoint[] = [];
  const clock = new TestClock();
  const { world, rows, settings, play = dropOne(rows) } = scenario;
  const faults = [...((world['faults'] ?? []) as unknown[]), ...(trouble.faults ?? [])];
  const behaviour = { ...(world['behaviour'] as object | undefined), ...trouble.behaviour };
  const sandbox = await startAlibabaSandbox({
    world: { provider: 'alibaba', balance: '100000.00', ...KEYS, ...world, behaviour, faults },
    clock: clock.read,
    port: null,
  });
  const account = purchaseAccount({ ...settings, endpoint: sandbox.url });
  const wait = async (milliseconds: number): Promise<void> => {
    clock.now += milliseconds;
    await Promise.resolve();
  };
  const open = (): Provider<Purchases> => {
    const opened = openAlibaba({
      account,
      keys: KEYS,
      clock: clock.read,
      httpTimeoutSeconds: 20,
      fetch: sandbox.fetch,
      random: () => 0.5,
      wait,
    });
    return trouble.provider?.(opened) ?? opened;
  };
  const known = open();
  const app = new InProcess({
    clock,
    accounts: [account],
    provider: () => (trouble.forgetful === true ? open() : known),
    crashAt: (point) => {
      points.push(point);
      return trouble.crashAt?.(point) ?? false;
    },
  });
  const stage = { app, sandbox };
  try {
    trouble.before?.(stage);
    const unending = await untilOver(stage, play);
    // What was begun comes to its end, whatever the sheets say by then.
    clock.now += 3 * 86_400_000;
    return {
      points,
      calls: sandbox.calls(),
      app,
      ledger: sandbox.ledger(),
      wrong: [...unending, ...purchaseViolations(app, sandbox, rows, account)],
      status: statusOf(app),
    };
  } finally {
    await sandbox.close();
  }
}

function dropOne(rows: readonly QuoteRow[]): (stage: PurchaseStage) => Promise<void> {
  const quote: Quote = quoteOf(rows);
  return async ({ app }) => {
    await app.drop('main', quote);
  };
}

/** Plays, then works on until every job is over; a suspended one is topped up and resumed. */
async function untilOver(
  stage: PurchaseStage,
  play: (stage: PurchaseStage) => Promise<void>,
): Promise<string[]> {
  const { app, sandbox } = stage;
  try {
    await play(stage);
    await app.settle();
    for (let tries = 0; tries < MOST_RESUMES && app.job.status === 'suspended'; tries += 1) {
      sandbox.act.topUp({ amount: '20' });
      sandbox.act.setPayment({ payment: 'balance' });
      await resume(app);
      await app.settle();
    }
    if (app.job.status === 'suspended') await cancel(app);
    await app.settle();
  } catch (error) {
    return [`the run broke off: ${String(error)}`];
  }
  return [];
}

function statusOf(app: InProcess): string {
  return app.jobs
    .all()
    .map(({ id, status }) => {
      const report = app.reports.findLast(({ job }) => job === id);
      const counts = new Map<string, number>();
      for (const { outcome } of report?.rows ?? []) {
        counts.set(outcome.outcome, (counts.get(outcome.outcome) ?? 0) + 1);
      }
      const words = [...counts].map(([word, count]) => `${count} ${word}`).join(', ');
      return `${status}: ${words}`;
    })
    .join(' and ');
}
