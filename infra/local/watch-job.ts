import { setTimeout as pause } from 'node:timers/promises';
import { isOver, type Job } from '../../shared/domain/job.ts';
import { progressOf } from './job-progress.ts';
import type { LocalRun } from './local-run.ts';
import type { ProgressView } from './progress-view.ts';

const LOOK_EVERY_MS = 200;

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
  try {
    let job: Job | null = null;
    for (;;) {
      job = job === null ? ((await run.jobs.jobs())[0] ?? null) : await run.jobs.job(job.id);
      if (job !== null) {
        const journals = job.totals === null ? await run.jobs.journals(job.id) : [];
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
