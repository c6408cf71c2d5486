import type { HuaweiSandbox } from '../../infra/sandboxes/huawei/sandbox.ts';
import type { Account } from '../../shared/settings/account.ts';
import { violationsOfAll } from './books-of-the-account.ts';
import type { CrashAt } from './crashing.ts';
import { type Deliveries, watchDeliveries } from './deliveries.ts';
import { huaweiDeployment } from './huawei-deployment.ts';
import type { InProcess } from './in-process.ts';
import { mortalOperator } from './mortal-operator.ts';
import { cancel, resume } from './operator.ts';
import { quoteOf, quoteRow, testAccount } from './quote-rows.ts';
import type { Ended, Meddling, PlacedPoint, Scenario, Stage, Trouble } from './scenario.ts';
import { SlowLine } from './slow-line.ts';

/** More resumes than any scenario needs. */
const MOST_RESUMES = 6;

/** Carries a scenario to the end of all its jobs, with so much going wrong. */
export async function runScenario(scenario: Scenario, trouble: Trouble = {}): Promise<Ended> {
  const points: PlacedPoint[] = [];
  const reach = (by: () => string): CrashAt => {
    return (point) => {
      points.push({ ...point, function: by() });
      return trouble.crashAt?.(point) ?? false;
    };
  };
  const { app, sandbox, close, line, deliveries } = await open(scenario, trouble, reach);
  const operate = mortalOperator(
    app,
    reach(() => 'operator'),
  );
  const stage = { app, sandbox, operate };
  const { settings = {}, play = dropOne(scenario.rows) } = scenario;
  try {
    const unending = await untilOver(stage, play, deliveries, line);
    return {
      points,
      calls: sandbox.calls(),
      deliveries: deliveries.count(),
      wrong: [...unending, ...booksOfAll(stage, deliveries, settings)],
      status: statusOf(app),
    };
  } finally {
    await close();
  }
}

/** Sets the stage: the deployment with its line, its watched deliveries, and all that is to go wrong. */
async function open(
  { world, settings, engineRate, misdelivery }: Scenario,
  trouble: Trouble,
  reach: (by: () => string) => CrashAt,
) {
  const lines: SlowLine[] = [];
  let place = tick;
  const faults = [...((world['faults'] ?? []) as unknown[]), ...(trouble.faults ?? [])];
  const deployed = await huaweiDeployment(
    { ...world, faults },
    settings,
    reach(() => place()),
    {
      ...(engineRate === undefined ? {} : { engineRate }),
      ...(trouble.provider === undefined ? {} : { provider: trouble.provider }),
      line: (clock, send) => {
        const line = new SlowLine(clock, trouble.silence ?? null, send);
        lines.push(line);
        return line.fetch;
      },
    },
  );
  const deliveries = watchDeliveries(deployed.app, trouble.misdelivery ?? misdelivery ?? null);
  place = deliveries.function;
  trouble.doubles?.(deployed.app);
  if (trouble.meddling !== undefined) meddle(deployed.sandbox, trouble.meddling);
  return { ...deployed, deliveries, line: lines[0]! };
}

/** Whatever is neither an upload nor a message is the tick's. */
function tick(): string {
  return 'tick';
}

function meddle(sandbox: HuaweiSandbox, { api, number, phase, act }: Meddling): void {
  sandbox.onCall((moment) => {
    if (moment.api !== api || moment.number !== number || moment.phase !== phase) return;
    try {
      act(sandbox);
    } catch {
      // The sandbox refuses what cannot be done now, such as renewing what an order holds.
    }
  });
}

function dropOne(rows: number): (stage: Stage) => Promise<void> {
  return async ({ app }) => {
    const quote = quoteOf(Array.from({ length: rows }, (_, index) => quoteRow(index)));
    await app.drop('main', quote);
  };
}

/** Plays, then works on until every job is over; a suspended one is topped up and resumed. */
async function untilOver(
  stage: Stage,
  play: (stage: Stage) => Promise<void>,
  deliveries: Deliveries,
  line: SlowLine,
): Promise<string[]> {
  const { app, sandbox, operate } = stage;
  try {
    await play(stage);
    await app.settle();
    for (let tries = 0; tries < MOST_RESUMES && app.job.status === 'suspended'; tries += 1) {
      sandbox.act.topUp({ amount: '20' });
      await operate(resume);
      await deliveries.repeat('after a resume');
      await app.settle();
    }
    if (app.job.status === 'suspended') await operate(cancel);
    await app.settle();
    await line.arrive(true);
    await deliveries.repeat('after the end');
    await app.settle();
  } catch (error) {
    return [`the run broke off: ${String(error)}`];
  }
  return [];
}

function booksOfAll(
  { app, sandbox }: Stage,
  { quotes }: Deliveries,
  settings: Partial<Account>,
): string[] {
  const books = app.jobs.all().map((job) => ({
    job,
    quote: quotes.get(job.source.versionId) ?? quoteOf([]),
    report: app.reports.findLast((report) => report.job === job.id) ?? null,
  }));
  return violationsOfAll(books, sandbox, testAccount(settings));
}

/** How the jobs ended, and how many of their rows were renewed and left to a person. */
function statusOf(app: InProcess): string {
  const jobs = app.jobs.all();
  const words = jobs.flatMap(({ id }) => {
    const report = app.reports.findLast(({ job }) => job === id);
    return report?.rows.map(({ outcome }) => outcome.outcome) ?? [];
  });
  const count = (word: string): number => words.filter((one) => one === word).length;
  const ends = jobs.map(({ status }) => status).join(' and ');
  return `${ends}, ${count('renewed')} renewed, ${count('needs review')} to review`;
}
