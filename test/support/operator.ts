import type { Job } from '../../shared/jobs/job.ts';
import { cancelJob } from '../../shared/jobs/cancel-job.ts';
import { resumeJob } from '../../shared/jobs/resume-job.ts';
import type { InProcess } from './in-process.ts';

/** What acts of people on jobs need, in an in-process deployment. */
export function servicesOf({ jobs, journals, accounts, approvals, queues, clock }: InProcess) {
  let ids = 0;
  return {
    jobs,
    journals,
    accounts,
    approvals,
    dispatch: queues.dispatch,
    clock: clock.read,
    newId: () => `act-${(ids += 1)}`,
  };
}

/** Resumes a suspended job as a person would. Throws when it was not suspended. */
export async function resume(app: InProcess, { id }: Job = app.job): Promise<void> {
  const { kind } = await resumeJob(id, 'an operator', servicesOf(app));
  if (kind !== 'resumed') throw new Error(`job ${id}: ${kind}`);
}

/** Cancels a job as a person would. Throws when it cannot be cancelled. */
export async function cancel(app: InProcess, { id }: Job = app.job): Promise<void> {
  const { kind } = await cancelJob(id, 'an operator', servicesOf(app));
  if (kind !== 'cancelling') throw new Error(`job ${id}: ${kind}`);
}
