import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { isOver, type Job } from '../../shared/domain/job.ts';
import { progressOf } from './job-progress.ts';
import type { Journal } from '../../shared/domain/journal.ts';
import type { LocalRun } from './local-run.ts';
import type { ProgressView } from './progress-view.ts';

const LOOK_EVERY_MS = 200;
/** Reading a large job's journals costs the run itself time: at most a tenth of it. */
const READING_SHARE = 10;

/**
 * Follows the job of a local run until nothing more happens by itself: it is over, or suspended
 * with its interim results written. Throws when the run cannot go on.
 */
export async function watchJob(
  run: LocalRun,
  currency: string,
  view: ProgressView,
  fault: () => string | null,
): Promise<Job> {
  const journalsOf = sparingly(async (job: Job) => await run.jobs.journals(job.id));
  try {
    let job: Job | null = null;
    for (;;) {
      job = job === null ? ((await run.jobs.jobs())[0] ?? null) : await run.jobs.job(job.id);
      if (job !== null) {
        const journals = job.totals === null ? await journalsOf(job) : [];
        view.show(job.status, progressOf(job, journals, currency));
        if (isOver(job.status)) return job;
        if (job.status === 'suspended' && job.resultsKey !== null) return job;
      }
      const problem = fault();
      if (problem !== null) throw new Error(problem);
      await pause(LOOK_EVERY_MS);
    }
  } finally {
    view.end();
  }
}

/** Reads anew only when ten times as long has passed as the last reading took. */
function sparingly(
  read: (job: Job) => Promise<readonly Journal[]>,
): (job: Job) => Promise<readonly Journal[]> {
  let known: readonly Journal[] = [];
  let next = 0;
  return async (job) => {
    const before = performance.now();
    if (before < next) return known;
    known = await read(job);
    const now = performance.now();
    next = now + READING_SHARE * (now - before);
    return known;
  };
}
