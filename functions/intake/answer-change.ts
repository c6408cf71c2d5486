import { lookAtApproval } from '../../shared/jobs/look-at-approval.ts';
import type { Job } from '../../shared/jobs/job.ts';
import { noticeFactsOf } from '../../shared/jobs/read-notice.ts';
import { nameAccount } from '../../shared/settings/name-account.ts';
import { APPROVED, readDroppedKey } from '../../shared/store/keys.ts';
import type { IntakeServices } from './intake-services.ts';

/**
 * Answers that a file under `approved/` was removed or replaced: jobs of it that wait or are
 * suspended end, nothing paid; one that runs goes on, and people are told how to stop it. `newJob`
 * is the one that the newer file has become, null where there is none. Only a look at the bucket
 * decides, so an event that is late or comes twice does no harm.
 */
export async function answerChange(
  key: string,
  newJob: string | null,
  services: IntakeServices,
): Promise<void> {
  const dropped = readDroppedKey(key, APPROVED);
  if (dropped === null) return;
  const { account } = nameAccount(dropped, services.settings, APPROVED);
  if (account === null) return;
  const { active, waiting } = await services.accounts.read(account.name);
  for (const id of [...(active === null ? [] : [active]), ...waiting]) {
    const job = id === newJob ? null : await services.jobs.read(id);
    if (job?.source.key === key) await answerFor(job, services);
  }
}

async function answerFor(job: Job, services: IntakeServices): Promise<void> {
  switch (job.status) {
    case 'waiting':
    case 'suspended':
      await lookAtApproval(job, services);
      return;
    case 'running':
      await tellOfChange(job, services);
      return;
    case 'planning':
      // It is about to be read, and then missed.
      return;
    case 'finishing':
    case 'done':
    case 'rejected':
    case 'cancelled':
    case 'expired':
      // Nothing more of it is ordered.
      return;
  }
}

async function tellOfChange(job: Job, { approvals, notices }: IntakeServices): Promise<void> {
  const { kind: standing } = await approvals.standing(job.source);
  if (standing !== 'gone' && standing !== 'replaced') return;
  await notices.send({ ...noticeFactsOf(job), kind: 'file changed', standing });
}
