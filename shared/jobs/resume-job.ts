import type { Job } from './job.ts';
import { lookAtApproval } from './look-at-approval.ts';
import { type Reason, reason } from '../reasons/reason.ts';
import { sendAll, type StartServices } from './start-job.ts';

/** What became of a wish to resume a job. */
export type ResumeEnd =
  | { readonly kind: 'resumed'; readonly job: Job }
  | { readonly kind: 'not suspended'; readonly job: Job }
  /** Its approval is over: it is about to end as expired. */
  | { readonly kind: 'approval over'; readonly job: Job }
  /** Its file was removed or replaced: it ends as cancelled. */
  | { readonly kind: 'withdrawn'; readonly job: Job; readonly reason: Reason }
  /** Whether its file still stands cannot be seen: it stays suspended. */
  | { readonly kind: 'approval not visible'; readonly job: Job; readonly reason: Reason }
  | { readonly kind: 'unknown job' };

/**
 * Lets a suspended job go on at its first unpaid row, in a new epoch, so that messages of the run
 * before are not taken for this one's. Orders made before are paid, made anew or cancelled by what
 * they read. A file that was removed or replaced meanwhile is no approval any more: the job ends.
 * Resuming lifts what held the account: a person has looked. `by` is for the history.
 */
export async function resumeJob(
  id: string,
  by: string,
  services: Pick<StartServices, 'jobs' | 'accounts' | 'dispatch' | 'clock' | 'approvals'>,
): Promise<ResumeEnd> {
  const { jobs, accounts, dispatch, clock } = services;
  const job = await jobs.read(id);
  if (job === null) return { kind: 'unknown job' };
  if (job.status !== 'suspended') return { kind: 'not suspended', job };
  if (job.validUntil === null || clock() >= job.validUntil) return { kind: 'approval over', job };
  const look = await lookAtApproval(job, services);
  switch (look.kind) {
    case 'withdrawn':
      return { ...look, reason: look.job.reason ?? reason('file-withdrawn') };
    case 'not visible':
      return { kind: 'approval not visible', job, reason: look.reason };
    case 'stands':
      break;
  }
  const running = await jobs.move(id, {
    from: ['suspended'],
    epoch: job.epoch,
    to: 'running',
    at: clock(),
    by,
    set: { epoch: job.epoch + 1, reason: null },
  });
  if (running === null) return { kind: 'not suspended', job };
  // Not before: one that comes second must not lift a hold that nobody has looked at.
  await accounts.hold(job.account, null);
  await sendAll(running, dispatch);
  return { kind: 'resumed', job: running };
}
