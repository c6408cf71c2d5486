import { setTimeout as pause } from 'node:timers/promises';
import type { Job } from '../../../shared/jobs/job.ts';
import { worldQuote } from '../../support/world-quote.ts';
import type { BenchCloud } from '../bench-cloud.ts';
import type { OnProgress } from '../carry-out.ts';
import type { Usage } from '../../support/process-entry.ts';
import type { Scenario } from '../scenario.ts';

const LOOK_EVERY_MS = 200;

/**
 * Has the account's resources exported and its quote checked, before the quote is carried out, and
 * returns what the functions for that used, by their names. Throws when either cannot be done.
 */
export async function lookAtLargest(
  cloud: BenchCloud,
  { name, rows, remarkColumns }: Scenario,
  onProgress: OnProgress,
): Promise<ReadonlyMap<string, Usage>> {
  await cloud.startOver();
  const { run } = cloud;
  await run.cloud.invoke('Operate', { command: 'export', account: name, due: '60d', by: 'bench' });
  await written(cloud, `exports/${name}/`, '.xlsx');
  onProgress(1, 2);
  await run.check(name, 'quote.xlsx', await worldQuote(rows, remarkColumns));
  await written(cloud, `results/${name}/`, '.check.xlsx');
  onProgress(2, 2);
  await run.cloud.idle();
  return new Map(cloud.records.usage);
}

async function written({ run, records }: BenchCloud, prefix: string, ending: string) {
  while (!(await run.keys(prefix)).some((key) => key.endsWith(ending))) {
    const [failure] = records.failures;
    if (failure !== undefined) throw new Error(failure);
    await pause(LOOK_EVERY_MS);
  }
}

/** Asks of a job what is long: its state, its list of rows and its journals. */
export async function askOfJob({ run }: BenchCloud, { id: job }: Job): Promise<void> {
  for (const command of ['status', 'journal', 'rows'] as const) {
    await run.cloud.invoke('Operate', { command, job });
  }
}

/** The most of both, by the functions' names. */
export function mostOf(
  one: ReadonlyMap<string, Usage>,
  other: ReadonlyMap<string, Usage>,
): ReadonlyMap<string, Usage> {
  const names = new Set([...one.keys(), ...other.keys()]);
  return new Map(
    [...names].map((name) => {
      const used = [one, other].flatMap((each) => each.get(name) ?? []);
      const most = (of: (usage: Usage) => number): number => Math.max(...used.map(of));
      return [name, { peakMemory: most((u) => u.peakMemory), cpuMs: most((u) => u.cpuMs) }];
    }),
  );
}
