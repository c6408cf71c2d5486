import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { isOver, isReported, type Job } from '../../../shared/jobs/job.ts';
import { dueNotice } from '../../../shared/notices/notice.ts';
import { progressOf } from '../../../shared/jobs/job-progress.ts';
import type { Journal } from '../../../shared/renewal/journal.ts';
import type { LocalRun } from '../local-run/local-run.ts';
import type { ProgressView } from '../terminal/progress-view.ts';

const LOOK_EVERY_MS = 200;
/** Reading a large job's journals costs the run itself time: at most a tenth of it. */
const READING_SHARE = 10;

/**
 * Follows the job of a local run until nothing more happens by itself: it is over, or suspended
 * with its interim results written, and people were told so. Throws when the run cannot go on.
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
        const journals = isOver(job.status) && job.totals !== null ? [] : await journalsOf(job);
        view.show(job.status, progressOf(job, journals, currency));
        if (isAtRest(job)) return job;
      }
      const problem = fault();
      if (problem !== null) throw new Error(problem);
      await pause(LOOK_EVERY_MS);
    }
  } finally {
    view.end();
  }
}

function isAtRest(job: Job): boolean {
  const { status, interim, epoch } = job;
  const still = isReported(job) || (status === 'suspended' && interim === epoch);
  return still && dueNotice(job) === null;
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
