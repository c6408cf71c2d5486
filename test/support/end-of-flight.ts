import type { HuaweiSandbox } from '../../infra/sandboxes/huawei/sandbox.ts';
import { isOver, type Job } from '../../shared/jobs/job.ts';
import { money, sum } from '../../shared/values/money.ts';
import { readPlan } from '../../shared/store/quote-plan.ts';
import type { ReportRow } from '../../shared/workbook/results/results-report.ts';
import { violationsOfAll } from './books-of-the-account.ts';
import { deploymentInFlight, type FlightEnd, type InFlight, uploadsOf } from './in-flight.ts';
import type { InProcess } from './in-process.ts';
import { cancel, resume } from './operator.ts';
import { quoteOf, testAccount } from './quote-rows.ts';

/** More resumes than any of them needs. */
const MOST_RESUMES = 6;

/**
 * Carries a job in flight on to the end of all jobs; suspended ones are topped up and resumed. `wrong`:
 * what must never be.
 */
export async function endOfFlight(
  flight: InFlight,
): Promise<{ readonly end: FlightEnd; readonly wrong: readonly string[] }> {
  const { app, sandbox, close } = await deploymentInFlight(flight);
  try {
    for (const { upload, quote } of uploadsOf(flight)) await app.upload(upload, quote);
    await app.settle();
    await resumeAll(app, sandbox);
    const books = app.jobs.all().map((job) => ({
      job,
      quote: planOf(app, job)?.quote ?? quoteOf([]),
      report: app.reports.findLast((report) => report.job === job.id) ?? null,
    }));
    const wrong = violationsOfAll(books, sandbox, testAccount(flight.settings));
    return { end: endOf(app, sandbox), wrong: [...wrong, ...app.faults.map(String)] };
  } finally {
    await close();
  }
}

async function resumeAll(app: InProcess, sandbox: HuaweiSandbox): Promise<void> {
  const suspended = (): Job | undefined =>
    app.jobs.all().find(({ status }) => status === 'suspended');
  let tries = 0;
  for (let job = suspended(); job !== undefined; job = suspended()) {
    sandbox.act.topUp({ amount: '20' });
    await (tries < MOST_RESUMES ? resume(app, job) : cancel(app, job));
    tries += 1;
    await app.settle();
  }
}

function planOf(app: InProcess, { planKey }: Job): ReturnType<typeof readPlan> | null {
  const bytes = planKey === null ? undefined : app.objects.get(planKey);
  return bytes === undefined ? null : readPlan(bytes);
}

function endOf(app: InProcess, sandbox: HuaweiSandbox): FlightEnd {
  const jobs = app.jobs.all().map(({ id, status }) => {
    const report = app.reports.findLast(({ job }) => job === id);
    return {
      id,
      status: isOver(status) ? status : `${status} (not over)`,
      rows: report?.rows.map(rowEnd) ?? [],
    };
  });
  const charges = sandbox.ledger().filter(({ through }) => through === 'pay');
  const resources = charges.flatMap((charge) =>
    charge.resources.map(({ resourceId }) => resourceId),
  );
  const amounts = charges.map(({ amount, currency }) => money(amount, currency));
  return {
    jobs: jobs.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    charged: { resources: resources.toSorted(), total: sum(amounts, 'USD').amount },
  };
}

function rowEnd({ row, outcome }: ReportRow): FlightEnd['jobs'][number]['rows'][number] {
  return {
    resource: row.resourceId,
    outcome: outcome.outcome,
    code: outcome.code,
    paid: outcome.paid?.amount ?? null,
    newExpiry: outcome.newExpiry === null ? null : new Date(outcome.newExpiry).toISOString(),
  };
}
