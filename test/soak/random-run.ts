import type { ApiName } from '../../infra/sandboxes/huawei/api.ts';
import { isOver, type Job } from '../../shared/jobs/job.ts';
import { jobIdentity } from '../../shared/jobs/job-identity.ts';
import { type JobBooks, violationsOfAll } from '../support/books-of-the-account.ts';
import { Crash } from '../support/crashing.ts';
import type { InProcess } from '../support/in-process.ts';
import { type Deployments, startDeployments } from './deployments.ts';
import { happen } from './happenings.ts';
import { mishapAt, PortFault } from './mishaps.ts';
import { RunDriver } from './run-driver.ts';
import type { RunPlan } from './run-plan.ts';
import { isForced, secondViolations } from './second-reading-books.ts';

/** How often something happened in a run, or in many. */
export interface RunCounts {
  readonly jobs: number;
  readonly crashes: number;
  /** Calls of the provider, and port calls, that went wrong on purpose. */
  readonly faults: number;
  readonly charges: number;
}

/** How a random run ended. */
export interface RunEnd {
  readonly counts: RunCounts;
  /** What must never be; empty for every run there is. */
  readonly wrong: readonly string[];
  /** What happened, for a person who looks at a failure. */
  readonly told: readonly string[];
}

/**
 * Carries out a plan: deployments on a fake clock, with the real adapter at a real sandbox. Never
 * throws for what the product does.
 */
export async function randomRun(plan: RunPlan): Promise<RunEnd> {
  let quiet = false;
  const started = await startDeployments(
    plan,
    mishapAt(plan.mishaps, () => !quiet),
  );
  try {
    watch(plan, started, () => quiet);
    const driver = new RunDriver(plan, started, () => {
      quiet = true;
    });
    const failure = await driver.carryOut().then(
      () => [],
      (error: unknown) => [String(error)],
    );
    const books = started.apps.flatMap((app) => booksOf(app, driver));
    const { sandbox, account, apps } = started;
    const wrong = [
      ...violationsOfAll(books, sandbox, account).filter((one) => !isForced(plan, one)),
      ...secondViolations(plan, books, sandbox),
    ];
    return {
      wrong: [...failure, ...apps.flatMap(unforeseen), ...wrong],
      counts: countsOf(started),
      told: books.map(tell),
    };
  } finally {
    await started.sandbox.close();
  }
}

/** Lets the planned things happen while calls are at the provider. */
function watch(plan: RunPlan, { sandbox, apps }: Deployments, quiet: () => boolean): void {
  const scene = {
    sandbox,
    app: apps[0],
    other: apps[1] ?? null,
    resources: plan.world.resources.length,
  };
  let calls = -1;
  const callsOf = new Map<ApiName, number>();
  let happening = false;
  sandbox.onCall(async ({ phase, api }) => {
    // Calls that are made within a happening count for nothing: there is one thing at a time.
    if (happening || quiet()) return;
    if (phase === 'before') {
      calls += 1;
      callsOf.set(api, (callsOf.get(api) ?? -1) + 1);
    }
    const due = plan.happenings.filter(({ call, at, phase: planned }) => {
      if (planned !== phase || (at !== undefined && at !== api)) return false;
      return call === (at === undefined ? calls : callsOf.get(at));
    });
    happening = true;
    for (const one of due) await happen(one, scene);
    happening = false;
  });
}

function booksOf(app: InProcess, { quotes }: RunDriver): JobBooks[] {
  return app.jobs.all().map((job) => ({
    job,
    quote: quotes.get(jobIdentity(job.account, job.source))!,
    report: app.reports.findLast((report) => report.job === job.id) ?? null,
  }));
}

/** Errors that no plan has made, each once. */
function unforeseen({ faults }: InProcess): string[] {
  const errors = faults
    .filter((error) => !(error instanceof Crash) && !(error instanceof PortFault))
    .map((error) => `a function failed: ${error instanceof Error ? error.stack : String(error)}`);
  return [...new Set(errors)];
}

function countsOf({ sandbox, apps }: Deployments): RunCounts {
  const failed = apps.flatMap(({ faults }) => faults);
  const disturbed = sandbox.calls().filter(({ faults }) => faults.length > 0).length;
  return {
    jobs: apps.reduce((all, app) => all + app.jobs.all().length, 0),
    crashes: failed.filter((error) => error instanceof Crash).length,
    faults: disturbed + failed.filter((error) => error instanceof PortFault).length,
    charges: sandbox.ledger().length,
  };
}

function tell({ job, report }: { readonly job: Job; readonly report: JobBooks['report'] }): string {
  const outcomes = report?.rows.map(
    ({ row, outcome }) =>
      `${row.resourceId} ${outcome.outcome}${named(outcome.order)}, ${outcome.reason.id}`,
  );
  const over = isOver(job.status) ? '' : ' (not over)';
  return `${job.id} ${job.name}: ${job.status}${over}; ${outcomes?.join('; ') ?? 'no results'}`;
}

function named(order: string | null): string {
  return order === null ? '' : ` (${order})`;
}
