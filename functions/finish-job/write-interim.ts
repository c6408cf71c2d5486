import type { Job } from '../../shared/jobs/job.ts';
import { isLeased } from '../../shared/renewal/states/chunk-state.ts';
import type { FinishEnd, FinishServices } from './finish-services.ts';
import { reportJob } from './report-job.ts';

/** After this many looks at paid orders the interim workbook is written as they stand. */
const MOST_ATTEMPTS = 4;

/** From this delivery on no workbook is tried: it may be what ends each run, as for want of memory. */
const ROWS_FROM = 8;

/**
 * Writes the interim workbook of a suspended job, once for each suspension: only while no worker is
 * at the job, and once what was paid before is confirmed or does not get so in half a minute. Where
 * it cannot be written its rows are, for people must hear of the suspension; `received` counts the
 * deliveries of the message.
 */
export async function writeInterim(
  job: Job,
  attempt: number,
  received: number,
  services: FinishServices,
): Promise<FinishEnd> {
  // It came back for the notice alone.
  if (job.interim === job.epoch) return { kind: 'done' };
  const confirmed = await services.confirmChunks(job, services.settings(job.account));
  if (!confirmed && attempt < MOST_ATTEMPTS) {
    const next = { job: job.id, kind: 'interim', attempt: attempt + 1 } as const;
    await services.dispatch.finish(next, 2 ** (attempt + 1));
    return { kind: 'done' };
  }
  const now = services.clock();
  const journals = await services.journals.list(job.id);
  if (journals.some(({ work }) => isLeased(work, now))) return { kind: 'again', seconds: 30 };
  const forms =
    received < ROWS_FROM ? (['workbook', 'rows only'] as const) : (['rows only', 'none'] as const);
  const report = await reportJob(job, 'suspended', forms, services);
  if (report === null) return { kind: 'again', seconds: 60 };
  const stored = await services.jobs.report(job, { ...report.written, interim: job.epoch });
  // Resumed meanwhile: it may have ended, and this workbook may have replaced its last one.
  return stored ? { kind: 'done' } : { kind: 'again', seconds: 180 };
}
