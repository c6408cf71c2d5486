import type { Job } from './job.ts';
import type { Dispatch } from '../ports/dispatch.ts';
import type { Clock } from '../ports/services.ts';
import type { JobStore } from '../ports/stores.ts';
import { reason } from '../reasons/reason.ts';

/** What expiring a job needs. */
export interface ExpireServices {
  readonly jobs: JobStore;
  readonly dispatch: Dispatch;
  readonly clock: Clock;
}

/** Ends a job past its validity: nothing more of it is paid. False where it is still valid. */
export async function expireIfPast(
  { id, validUntil }: Job,
  { jobs, dispatch, clock }: ExpireServices,
): Promise<boolean> {
  if (validUntil === null || clock() < validUntil) return false;
  const finishing = await jobs.move(id, {
    from: ['running', 'suspended'],
    to: 'finishing',
    at: clock(),
    set: { ending: 'expired', reason: reason('approval-over') },
  });
  // Where another one moved it and died, the tick sends this message.
  if (finishing !== null) await dispatch.finish({ job: id, kind: 'finish', attempt: 0 }, 0);
  return true;
}
