import type { Job } from '../../shared/jobs/job.ts';
import { isLong, waitOf } from '../../shared/jobs/job-waits.ts';
import { AGE_OF_WORK } from '../../shared/notices/alarms.ts';
import type { Log } from '../../shared/ports/log.ts';
import type { Clock } from '../../shared/ports/services.ts';
import type { AccountStore, JobStore, JournalStore } from '../../shared/ports/stores.ts';

/** What measuring needs. */
export interface AgeServices {
  readonly jobs: Pick<JobStore, 'read'>;
  readonly accounts: Pick<AccountStore, 'read'>;
  readonly journals: Pick<JournalStore, 'list'>;
  readonly accountNames: readonly string[];
  readonly clock: Clock;
  readonly log: Log;
}

const MINUTE = 60_000;

/**
 * Logs for how many minutes the oldest unfinished work has not come a step on: a metric with an alarm,
 * so that an empty queue hides nothing (money rule 11). 0 where nothing is to be done, or a person is
 * waited for.
 */
export async function tellAgeOfWork(services: AgeServices): Promise<void> {
  const { accounts, accountNames, jobs, log } = services;
  let oldest: { readonly job: Job; readonly minutes: number } | null = null;
  for (const account of accountNames) {
    const { active } = await accounts.read(account);
    const job = active === null ? null : await jobs.read(active);
    const minutes = job === null ? 0 : await ageOf(job, services);
    if (job !== null && minutes > (oldest?.minutes ?? 0)) oldest = { job, minutes };
  }
  log.info('age of the oldest work', {
    metric: AGE_OF_WORK,
    minutes: oldest?.minutes ?? 0,
    ...(oldest === null ? {} : { job: oldest.job.id, account: oldest.job.account }),
  });
}

async function ageOf(job: Job, { journals, clock }: AgeServices): Promise<number> {
  const now = clock();
  const wait = waitOf(job, await journals.list(job.id), now);
  return wait === null || !isLong(wait, now) ? 0 : Math.floor((now - wait.since) / MINUTE);
}
