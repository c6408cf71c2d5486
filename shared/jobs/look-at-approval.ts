import type { Job } from './job.ts';
import type { Dispatch } from '../ports/dispatch.ts';
import type { Approvals } from '../ports/files.ts';
import { instantText } from '../notices/notice-words.ts';
import type { Clock } from '../ports/services.ts';
import type { JobStore } from '../ports/stores.ts';
import { type Reason, reason } from '../reasons/reason.ts';

/** What looking at an approval needs. */
export interface ApprovalServices {
  readonly jobs: JobStore;
  readonly dispatch: Dispatch;
  readonly clock: Clock;
  readonly approvals: Approvals;
}

/** What the bucket says of the approval of a job that has not begun or is suspended. */
export type ApprovalLook =
  /** Or the job has moved on meanwhile, and nothing was changed. */
  | { readonly kind: 'stands' }
  /** The file is gone or replaced: the job ends as cancelled, and what it ordered is taken back. */
  | { readonly kind: 'withdrawn'; readonly job: Job }
  | { readonly kind: 'not visible'; readonly reason: Reason };

/**
 * The approval is the object that stands there now (money rule 3): looks at it, and ends a waiting
 * or suspended job whose file was removed or replaced. May be made again.
 */
export async function lookAtApproval(job: Job, services: ApprovalServices): Promise<ApprovalLook> {
  const standing = await services.approvals.standing(job.source);
  switch (standing.kind) {
    case 'stands':
      return { kind: 'stands' };
    case 'gone':
      return await withdraw(job, reason('file-withdrawn'), services);
    case 'replaced':
      return await withdraw(
        job,
        reason('file-replaced', { at: instantText(standing.at) }),
        services,
      );
    case 'unreadable':
      return {
        kind: 'not visible',
        reason: reason('approval-not-visible', { refusal: standing.code }),
      };
  }
}

async function withdraw(
  { id }: Job,
  why: Reason,
  { jobs, dispatch, clock }: ApprovalServices,
): Promise<ApprovalLook> {
  const job = await jobs.move(id, {
    from: ['waiting', 'suspended'],
    to: 'finishing',
    at: clock(),
    set: { ending: 'cancelled', reason: why },
  });
  if (job === null) return { kind: 'stands' };
  // Where another one moved it and died, the tick sends this message.
  await dispatch.finish({ job: id, kind: 'finish', attempt: 0 }, 0);
  return { kind: 'withdrawn', job };
}
