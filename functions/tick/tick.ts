import { isOver, type Job } from '../../shared/domain/job.ts';
import { handOver, sendAll, startJob, type StartServices } from '../../shared/engine/start-job.ts';
import type { Log } from '../../shared/ports/log.ts';
import type { JournalStore } from '../../shared/ports/stores.ts';

/** What the tick needs. */
export interface TickServices extends StartServices {
  readonly journals: JournalStore;
  readonly log: Log;
  /** The accounts of the settings. */
  readonly accountNames: readonly string[];
}

/** A running job of which nothing was written for so long has lost its messages: longer than their visibility. */
const QUIET_MS = 15 * 60_000;
/** The attempt from which finish-job leaves further looks to the tick. */
const LAST_ATTEMPT = 8;

/**
 * Every five minutes: does whatever no message does. Starts the job whose turn it is, sends chunks
 * on that had to wait or went quiet, looks again at orders paid but not completed, ends jobs past
 * their validity, and frees accounts of jobs that are over. Every step may be made again.
 */
export async function tick(services: TickServices): Promise<void> {
  for (const account of services.accountNames) {
    const { active } = await services.accounts.read(account);
    const job = active === null ? null : await services.jobs.read(active);
    if (job !== null) await tickJob(job, services);
  }
}

async function tickJob(job: Job, services: TickServices): Promise<void> {
  if (isOver(job.status)) {
    await handOver(job, services);
    return;
  }
  switch (job.status) {
    case 'planning':
    case 'suspended':
      await expireIfPast(job, services);
      return;
    case 'waiting':
      await startJob(job, services);
      return;
    case 'running':
      if (!(await expireIfPast(job, services))) await sendOnward(job, services);
      return;
    case 'finishing':
      await finish(job, services);
      return;
  }
}

async function finish(job: Job, { dispatch }: TickServices): Promise<void> {
  await dispatch.finish({ job: job.id, kind: 'finish', attempt: LAST_ATTEMPT }, 0);
}

/** Ends a job past its validity; nothing more of it is paid. */
async function expireIfPast(job: Job, services: TickServices): Promise<boolean> {
  if (job.validUntil === null || services.clock() < job.validUntil) return false;
  const finishing = await services.jobs.move(job.id, {
    from: ['running', 'suspended'],
    to: 'finishing',
    set: {
      ending: 'expired',
      reason:
        'The approval was valid for a few days only, and they were over before all rows were renewed.',
    },
  });
  if (finishing !== null) await finish(finishing, services);
  return true;
}

async function sendOnward(job: Job, services: TickServices): Promise<void> {
  const now = services.clock();
  const journals = await services.journals.list(job.id);
  const live = journals.some(
    ({ lease, state, again }) =>
      (lease !== null && lease.until > now) || (state === 'open' && again !== null && again > now),
  );
  const lastWrite = Math.max(job.activeAt ?? 0, ...journals.map(({ savedAt }) => savedAt));
  if (!live && now - lastWrite > QUIET_MS) {
    services.log.warn('job went quiet, sending its chunks again', { job: job.id });
    await sendAll(job, services.dispatch);
    return;
  }
  const due = journals.filter(
    ({ state, again }) => state === 'open' && again !== null && again <= now,
  );
  await services.dispatch.chunks(
    due.map(({ chunk, version }) => ({
      job: job.id,
      account: job.account,
      chunk,
      epoch: job.epoch,
      // Another one for each state of the journal, so that no resend is swallowed as a repeat.
      turn: 1_000_000 + version,
    })),
  );
}
