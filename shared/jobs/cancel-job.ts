import type { Job } from './job.ts';
import { isOver } from './job.ts';
import { reason } from '../reasons/reason.ts';
import type { StartServices } from './start-job.ts';

/** What became of a wish to cancel a job. */
export type CancelEnd =
  /** It ends as soon as its unpaid orders are cancelled and its results written. */
  | { readonly kind: 'cancelling'; readonly job: Job }
  /** Its file was being read: it has ended, and nothing was ordered. */
  | { readonly kind: 'cancelled'; readonly job: Job }
  | { readonly kind: 'ending'; readonly job: Job }
  | { readonly kind: 'over'; readonly job: Job }
  | { readonly kind: 'unknown job' };

/**
 * Ends a job in any state: nothing more of it is paid, its unpaid orders are cancelled, what is paid
 * stays paid. One whose file is still being read is over at once. Made again for a job that is
 * ending, it only hurries that: what it has in hand is already being settled. `by` is for the
 * history and the sheet.
 */
export async function cancelJob(
  id: string,
  by: string,
  services: Pick<StartServices, 'jobs' | 'dispatch' | 'clock'>,
): Promise<CancelEnd> {
  const { jobs, dispatch, clock } = services;
  const now = clock();
  const set = { ending: 'cancelled', reason: reason('cancelled-by', { by }) } as const;
  const unread = await jobs.move(id, {
    from: ['planning'],
    to: 'cancelled',
    at: now,
    by,
    set: { ...set, endedAt: now, sheet: 'not begun' },
  });
  if (unread !== null && unread.endedAt === now) return { kind: 'cancelled', job: unread };
  const cancelled = await jobs.move(id, {
    from: ['waiting', 'running', 'suspended'],
    to: 'finishing',
    at: now,
    by,
    set,
  });
  const job = cancelled ?? (await jobs.read(id));
  if (job === null) return { kind: 'unknown job' };
  if (isOver(job.status)) return { kind: 'over', job };
  await dispatch.finish({ job: id, kind: 'finish', attempt: 0 }, 0);
  return { kind: job.ending === 'cancelled' ? 'cancelling' : 'ending', job };
}
