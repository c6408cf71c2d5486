import type { BenchCloud } from '../bench-cloud.ts';
import type { Figures } from '../figures.ts';
import { median } from '../figures.ts';
import type { Counted, CountedJob } from './counted.ts';

type Named = { readonly functionName: string };

/** The function of the stack that a name of the deployment stands for. */
const KIND = /(Intake|RenewChunk|FinishJob|Tick|Operate|CheckQuote|ExportQuote)/u;

function kindOf({ functionName }: Named): string {
  return KIND.exec(functionName)?.[1] ?? functionName;
}

/** Counts what one job took, once it is over. */
export async function countJob(
  { run }: BenchCloud,
  { scenario, awsCalls, calls, chunks, handled }: Figures,
): Promise<CountedJob> {
  const job = (await run.jobs.jobs()).find(({ account }) => account === scenario.name)!;
  const journals = await run.jobs.journals(job.id);
  return {
    rows: scenario.rows,
    chunks: job.chunkCount,
    requests: countBy(awsCalls, ({ action }) => action),
    runs: countBy(handled, kindOf),
    runMs: sumBy(handled, kindOf, ({ from, to }) => to - from),
    providerCalls: countBy(calls, ({ api }) => api),
    chunkMs: Math.round(median(chunks.map(({ ms }) => ms))),
    bytes: {
      journal: Math.max(...journals.map((one) => JSON.stringify(one).length)),
      job: JSON.stringify(job).length,
    },
  };
}

/** Counts a tick that finds nothing to do. */
export async function countTick({ run, records }: BenchCloud): Promise<Counted['tick']> {
  const before = { calls: run.cloud.calls().length, handled: records.handled.length };
  await run.cloud.runSchedule('OnTheClock');
  const runs = records.handled.slice(before.handled);
  return {
    requests: countBy(run.cloud.calls().slice(before.calls), ({ action }) => action),
    ms: runs.reduce((sum, { from, to }) => sum + (to - from), 0),
  };
}

function countBy<T>(all: readonly T[], key: (one: T) => string): Record<string, number> {
  return sumBy(all, key, () => 1);
}

function sumBy<T>(
  all: readonly T[],
  key: (one: T) => string,
  value: (one: T) => number,
): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const one of all) sums[key(one)] = (sums[key(one)] ?? 0) + value(one);
  return Object.fromEntries(Object.entries(sums).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
