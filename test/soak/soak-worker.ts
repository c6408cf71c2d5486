import type { RunCounts } from './random-run.ts';
import { seededRun } from './seeded-run.ts';

/** What a worker tells of each run; a run with violations is its last one. */
export interface WorkerReport {
  readonly seed: number;
  readonly counts: RunCounts;
  readonly wrong: readonly string[];
  readonly told: readonly string[];
}

/** The worker's share: every `step`-th seed from `first` until the last one or the end of time. */
export interface WorkerShare {
  readonly first: number;
  readonly step: number;
  /** The seed after the last one; null: none. */
  readonly end: number | null;
  /** Epoch milliseconds. */
  readonly until: number;
}

async function work({ first, step, end, until }: WorkerShare): Promise<void> {
  const mayBegin = (seed: number): boolean => (end ?? Infinity) > seed && Date.now() < until;
  for (let seed = first; mayBegin(seed); seed += step) {
    const { counts, wrong, told } = await seededRun(seed);
    const report: WorkerReport = { seed, counts, wrong, told };
    process.send!(report);
    if (wrong.length > 0) break;
  }
  process.disconnect();
}

await work(JSON.parse(process.argv[2]!) as WorkerShare);
