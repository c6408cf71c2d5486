import { isOver, type Job, OURSELVES } from '../../shared/jobs/job.ts';
import { eachToItsEnd } from '../../shared/engine/each-to-its-end.ts';
import { dueNotice } from '../../shared/notices/notice.ts';
import { expireIfPast } from '../../shared/jobs/expire-job.ts';
import { resumeJob } from '../../shared/jobs/resume-job.ts';
import { handOver, startJob, type StartServices } from '../../shared/jobs/start-job.ts';
import { tellPeople, type TellServices } from '../../shared/jobs/tell-people.ts';
import { tellAgeOfWork } from './age-of-work.ts';
import { remindPeople } from './remind-people.ts';
import { type OnwardServices, sendOnward } from './send-onward.ts';

/** What the tick needs. */
export interface TickServices extends StartServices, TellServices, OnwardServices {
  /** The accounts of the settings. */
  readonly accountNames: readonly string[];
  /** Hours after which a suspended job of an account is tried again; null: only by a person. */
  readonly resumeEveryHours: (account: string) => number | null;
}

/** The attempt from which finish-job leaves further looks to the tick. */
const LAST_ATTEMPT = 8;
const HOUR = 3_600_000;

/**
 * Every five minutes: does whatever no message does. Starts the job whose turn it is, sends chunks
 * on that had to wait or went quiet, looks again at orders paid but not completed, ends jobs past
 * their validity, resumes suspended ones where the account wants that, and frees accounts of jobs
 * that are over; asks for results that were lost; at last tells what was not told. Every step may be made again, and what fails for
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
  await eachToItsEnd(services.accountNames, async (account) => {
    ids.push(...(await seeToResults(account, services)));
  });
  // Only when all is moved on: a topic that fails must not hold up any account.
  const tellings = ids.map((id) => async () => {
    await tellPeople(id, services);
  });
  const reminding = async (): Promise<void> => {
    await remindPeople(services);
  };
  const measuring = async (): Promise<void> => {
    await tellAgeOfWork(services);
  };
  await eachToItsEnd([...tellings, reminding, measuring], async (tell) => {
    await tell();
  });
}

/** So many of an account's newest jobs are looked through for results and notices that are owed. */
const NEWEST = 20;
/** Whoever writes results has given up after less than that. */
const OWED_FOR_MS = 2 * HOUR;

/**
 * Jobs that are over stand in no line any more: asks for results of which no message stands, and
 * returns those of which people were not told.
 */
async function seeToResults(
  account: string,
  { jobs, dispatch, clock }: TickServices,
): Promise<readonly string[]> {
  const over = (await jobs.list(account, NEWEST)).filter(({ status }) => isOver(status));
  for (const { id, sheet, endedAt } of over) {
    const isLost = sheet === 'owed' && clock() - (endedAt ?? 0) > OWED_FOR_MS;
    if (isLost) await dispatch.finish({ job: id, kind: 'report' }, 0);
  }
  return over.filter((job) => isUntold(job)).map(({ id }) => id);
}

/** Jobs of the release before have no `sheet`; their notices are left as they are. */
function isUntold(job: Job): boolean {
  return job.sheet !== undefined && dueNotice(job) !== null;
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
