import type { Job } from './job.ts';
import { isOver } from './job.ts';
import { reason } from '../reasons/reason.ts';
import type { StartServices } from './start-job.ts';

/** What became of a wish to cancel a job. */
export type CancelEnd =
  /** It ends as soon as its unpaid orders are cancelled and its results written. */
  | { readonly kind: 'cancelling'; readonly job: Job }
  /** Its file is still being read: nothing is ordered yet. */
  | { readonly kind: 'being read'; readonly job: Job }
  | { readonly kind: 'ending'; readonly job: Job }
  | { readonly kind: 'over'; readonly job: Job }
  | { readonly kind: 'unknown job' };

/**
 * Ends a job that waits, runs or is suspended: nothing more of it is paid, its unpaid orders are
 * cancelled, what is paid stays paid. Made again for a job that is ending, it only hurries that.
 * `by` is for the history and the sheet.
 */
export async function cancelJob(
  id: string,
  by: string,
  { jobs, dispatch, clock }: Pick<StartServices, 'jobs' | 'dispatch' | 'clock'>,
): Promise<CancelEnd> {
  const cancelled = await jobs.move(id, {
    from: ['waiting', 'running', 'suspended'],
    to: 'finishing',
    at: clock(),
    by,
    set: { ending: 'cancelled', reason: reason('cancelled-by', { by }) },
  });
  const job = cancelled ?? (await jobs.read(id));
  if (job === null) return { kind: 'unknown job' };
  if (isOver(job.status)) return { kind: 'over', job };
  if (job.status !== 'finishing') return { kind: 'being read', job };
  await dispatch.finish({ job: id, kind: 'finish', attempt: 0 }, 0);
  return { kind: job.ending === 'cancelled' ? 'cancelling' : 'ending', job };
}
