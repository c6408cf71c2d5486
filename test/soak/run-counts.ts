import type { RunCounts } from './random-run.ts';

/** The counts of many runs. */
export interface ManyCounts extends RunCounts {
  readonly runs: number;
}

/** Before the first run. */
export const NO_RUNS: ManyCounts = { runs: 0, jobs: 0, crashes: 0, faults: 0, charges: 0 };

/** The counts of two lots of runs together. */
export function together(a: ManyCounts, b: ManyCounts): ManyCounts {
  return {
    runs: a.runs + b.runs,
    jobs: a.jobs + b.jobs,
    crashes: a.crashes + b.crashes,
    faults: a.faults + b.faults,
    charges: a.charges + b.charges,
  };
}

/** In words: `200 runs, 412 jobs, 305 crashes, 1203 faults, 640 charges`. */
export function countsText({ runs, jobs, crashes, faults, charges }: ManyCounts): string {
  return `${runs} runs, ${jobs} jobs, ${crashes} crashes, ${faults} faults, ${charges} charges`;
}
