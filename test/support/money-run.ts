import { onTestFinished } from 'vitest';
import type { HuaweiSandbox } from '../../infra/sandboxes/huawei/sandbox.ts';
import type { Account } from '../../shared/settings/account.ts';
import type { QuoteRow } from '../../shared/jobs/quote.ts';
import type { ReportRow } from '../../shared/workbook/results/results-report.ts';
import { violations } from './books-of-the-run.ts';
import { type Between, huaweiDeployment } from './huawei-deployment.ts';
import type { InProcess } from './in-process.ts';
import { quoteOf, quoteRow, worldResource } from './quote-rows.ts';

/** A deployment with a sandbox of so many equal resources, closed with the test. */
export interface MoneyRun {
  readonly app: InProcess;
  readonly sandbox: HuaweiSandbox;
  /** Drops a quote of all the resources, or of the given rows. */
  readonly drop: (rows?: readonly QuoteRow[]) => Promise<void>;
  /** Drops and works until the job is over or suspended. */
  readonly finish: (rows?: readonly QuoteRow[]) => Promise<void>;
  /** The outcomes' words of the last report, in the quote's order. */
  readonly words: () => string[];
  /** What must never be, of the last report. */
  readonly wrong: () => string[];
  /** A row of the last report. */
  readonly row: (index: number) => ReportRow;
}

/** What differs from so many resources at 10 dollars a month. */
export interface MoneyWorld {
  readonly rows: number;
  readonly behaviour?: Readonly<Record<string, unknown>>;
  readonly faults?: readonly Readonly<Record<string, unknown>>[];
  readonly world?: Readonly<Record<string, unknown>>;
  readonly resource?: (index: number) => Readonly<Record<string, unknown>>;
  readonly settings?: Partial<Account>;
  readonly between?: Between;
}

/** Starts it. */
export async function moneyRun(options: MoneyWorld): Promise<MoneyRun> {
  const { rows, behaviour = {}, faults = [], world = {}, resource, settings = {} } = options;
  const resources = Array.from({ length: rows }, (_, index) =>
    worldResource(index, resource?.(index) ?? {}),
  );
  const { app, sandbox, close } = await huaweiDeployment(
    { behaviour, faults, resources, ...world },
    settings,
    undefined,
    options.between,
  );
  onTestFinished(close);
  const all = Array.from({ length: rows }, (_, index) => quoteRow(index));
  const drop = async (given: readonly QuoteRow[] = all): Promise<void> => {
    await app.drop('main', quoteOf(given));
  };
  return {
    app,
    sandbox,
    drop,
    finish: async (given) => {
      await drop(given);
      await app.settle();
    },
    words: () => app.report.rows.map(({ outcome }) => outcome.outcome),
    wrong: () => violations(app.report, sandbox),
    row: (index) => app.report.rows[index]!,
  };
}

/** Does something once, when the sandbox comes to that call. */
export function once(
  sandbox: HuaweiSandbox,
  at: { readonly api: string; readonly phase: 'before' | 'after' },
  act: () => void | Promise<void>,
): void {
  const off = sandbox.onCall(async ({ api, phase }) => {
    if (api !== at.api || phase !== at.phase) return;
    off();
    await act();
  });
}
