import { isOver, type Job, OURSELVES } from '../../shared/domain/job.ts';
import { eachToItsEnd } from '../../shared/engine/each-to-its-end.ts';
import { resumeJob } from '../../shared/engine/resume-job.ts';
import { handOver, sendAll, startJob, type StartServices } from '../../shared/engine/start-job.ts';
import { tellPeople, type TellServices } from '../../shared/engine/tell-people.ts';
import type { Log } from '../../shared/ports/log.ts';
import type { JournalStore } from '../../shared/ports/stores.ts';

/** What the tick needs. */
export interface TickServices extends StartServices, TellServices {
  readonly journals: JournalStore;
  readonly log: Log;
  /** The accounts of the settings. */
  readonly accountNames: readonly string[];
  /** Hours after which a suspended job of an account is tried again; null: only by a person. */
  readonly resumeEveryHours: (account: string) => number | null;
}

/** A running job of which nothing was written for so long has lost its messages: longer than their visibility. */
const QUIET_MS = 15 * 60_000;
/** The attempt from which finish-job leaves further looks to the tick. */
const LAST_ATTEMPT = 8;
const HOUR = 3_600_000;

/**
 * Every five minutes: does whatever no message does. Starts the job whose turn it is, sends chunks
 * on that had to wait or went quiet, looks again at orders paid but not completed, ends jobs past
 * their validity, resumes suspended ones where the account wants that, and frees accounts of jobs
 * that are over; at last tells what was not told. Every step may be made again, and what fails for
 * one job keeps no other from its turn; then the first fault is thrown.
 */
export async function tick(services: TickServices): Promise<void> {
  const ids: string[] = [];
  await eachToItsEnd(services.accountNames, async (account) => {
    const { active, waiting } = await services.accounts.read(account);
    const line = [...(active === null ? [] : [active]), ...waiting];
    ids.push(...line);
    await eachToItsEnd(line, async (id) => {
      const job = await services.jobs.read(id);
      if (job !== null) await tickJob(job, services);
    });
  });
  // Only when all is moved on: a topic that fails must not hold up any account.
  await eachToItsEnd(ids, async (id) => {
    await tellPeople(id, services);
  });
}

async function tickJob(job: Job, services: TickServices): Promise<void> {
  if (isOver(job.status)) {
    await handOver(job, services);
    return;
  }
  switch (job.status) {
    case 'planning':
      await expireIfPast(job, services);
      return;
    case 'suspended':
      if (!(await expireIfPast(job, services))) await tickSuspended(job, services);
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

/** Whoever suspended the job may have died before asking for its interim workbook. */
async function writeInterim(
  { id, epoch, interim }: Job,
  { dispatch }: TickServices,
): Promise<void> {
  if (interim === epoch) return;
  await dispatch.finish({ job: id, kind: 'interim', attempt: 0 }, 0);
}

async function tickSuspended(job: Job, services: TickServices): Promise<void> {
  if (await isDueForResuming(job, services)) await resumeJob(job.id, OURSELVES, services);
  else await writeInterim(job, services);
}

/** Never where the account is held: only a person may say that a wrong charge was looked at. */
async function isDueForResuming(
  { account, interim, epoch, history }: Job,
  { accounts, clock, resumeEveryHours }: TickServices,
): Promise<boolean> {
  const hours = resumeEveryHours(account);
  const suspendedAt = history.findLast(({ event }) => event === 'suspended')?.at;
  if (hours === null || suspendedAt === undefined || interim !== epoch) return false;
  if (clock() < suspendedAt + hours * HOUR) return false;
  return (await accounts.read(account)).held === undefined;
}

/** Ends a job past its validity; nothing more of it is paid. */
async function expireIfPast(job: Job, services: TickServices): Promise<boolean> {
  if (job.validUntil === null || services.clock() < job.validUntil) return false;
  const finishing = await services.jobs.move(job.id, {
    from: ['running', 'suspended'],
    to: 'finishing',
    at: services.clock(),
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
  const leased = journals.some(({ lease }) => lease !== null && lease.until > now);
  const idle = journals.filter(
    ({ chunk, again }) => again === null && !job.finishedChunks.includes(chunk),
  );
  const touched = Math.max(job.activeAt ?? 0, ...idle.map(({ savedAt }) => savedAt));
  // Others that wait must not hide a chunk whose own message was lost.
  if (!leased && idle.length > 0 && now - touched > QUIET_MS) {
    await sendAll(
      job,
      services.dispatch,
      idle.map(({ chunk }) => chunk),
    );
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
