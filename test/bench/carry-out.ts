import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { isReported, type Job } from '../../shared/jobs/job.ts';
import { worldQuote } from '../support/world-quote.ts';
import type { BenchCloud } from './bench-cloud.ts';
import type { ChunkFigures, Figures } from './figures.ts';
import type { Handled, WorkedOn } from './function-records.ts';
import type { Scenario } from './scenario.ts';

/** Hears how far a scenario is. */
export type OnProgress = (chunksDone: number, chunks: number) => void;

const LOOK_EVERY_MS = 50;
/** The actions that write to the table. */
export const WRITES: ReadonlySet<string> = new Set([
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
]);

/** Drops the scenario's quote and measures until its results are written. Throws when it cannot. */
export async function carryOut(
  cloud: BenchCloud,
  scenario: Scenario,
  onProgress: OnProgress,
): Promise<Figures> {
  const { run, records, sandbox } = cloud;
  const bytes = await worldQuote(scenario.rows, scenario.remarkColumns);
  await cloud.startOver();
  const before = { aws: run.cloud.calls().length, handled: records.handled.length };
  const cpuBefore = process.cpuUsage();
  const start = performance.now();
  await run.drop(scenario.name, 'quote.xlsx', bytes);
  const job = await ended(cloud, scenario, onProgress);
  const wallMs = performance.now() - start;
  const { user, system } = process.cpuUsage(cpuBefore);
  await run.cloud.idle();
  await run.cloud.runSchedule('OnTheClock');

  const handled = records.handled.slice(before.handled);
  const awsCalls = run.cloud.calls().slice(before.aws);
  const calls = sandbox(scenario).calls();
  const usage = new Map(records.usage);
  return {
    scenario,
    status: job.status,
    outcomes: job.totals?.outcomes ?? null,
    wallMs,
    functionsCpuMs: [...usage.values()].reduce((sum, { cpuMs }) => sum + cpuMs, 0),
    cloudCpuMs: (user + system) / 1000,
    calls,
    awsCalls,
    usage,
    handled: handled.filter(({ functionName }) => !functionName.includes('Tick')),
    chunks: handled
      .filter(({ functionName }) => functionName.includes('RenewChunk'))
      .flatMap((one) => spans(one, records.workedOn))
      .map((one) => chunkFigures(one, calls, awsCalls)),
  };
}

async function ended(
  { run, records }: BenchCloud,
  { name }: Scenario,
  onProgress: OnProgress,
): Promise<Job> {
  let job: Job | null = null;
  for (;;) {
    if (job === null) job = (await run.jobs.jobs()).find(({ account }) => account === name) ?? null;
    else job = await run.jobs.job(job.id);
    if (job !== null) {
      onProgress(job.finishedChunks.length, job.chunkCount);
      if (isReported(job) || job.status === 'suspended') return job;
    }
    const [failure] = records.failures;
    if (failure !== undefined) throw new Error(failure);
    await pause(LOOK_EVERY_MS);
  }
}

/**
 * The time of an event, cut where a chunk was worked on: one begins while the one before is paid, so
 * that each span but the first and the last has the end of one and the begin of the next.
 */
function spans(event: Handled, workedOn: readonly WorkedOn[]): Handled[] {
  const { functionName, from, to } = event;
  const ends = workedOn.filter(
    (one) => one.functionName === functionName && one.at >= from && one.at <= to,
  );
  return ends.map(({ at }, place) => ({
    functionName,
    from: place === 0 ? from : ends[place - 1]!.at,
    to: place === ends.length - 1 ? to : at,
  }));
}

/** One account at a time: what falls into the span belongs to the chunk. */
function chunkFigures(
  { functionName, from, to }: Handled,
  calls: Figures['calls'],
  awsCalls: Figures['awsCalls'],
): ChunkFigures {
  const during = ({ at }: { readonly at: number }): boolean => at >= from && at <= to;
  const own = awsCalls.filter((call) => call.function === functionName && during(call));
  return {
    calls: calls.filter(during),
    writes: own.filter(({ action }) => WRITES.has(action)).length,
    awsRequests: own,
    from,
    ms: to - from,
  };
}
