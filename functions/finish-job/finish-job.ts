import type { Account } from '../../shared/domain/account.ts';
import type { Ending, Job } from '../../shared/domain/job.ts';
import type { Journal } from '../../shared/domain/journal.ts';
import { handOver, type StartServices } from '../../shared/engine/start-job.ts';
import type { QuotePlan } from '../../shared/messages/quote-plan.ts';
import { readPlan } from '../../shared/messages/quote-plan.ts';
import type { FinishMessage } from '../../shared/ports/dispatch.ts';
import type { Files } from '../../shared/ports/files.ts';
import type { Log } from '../../shared/ports/log.ts';
import type { JournalStore } from '../../shared/ports/stores.ts';
import type { CloseChunks } from './close-chunks.ts';
import type { WriteReport } from './write-report.ts';
import { unprovedRowsOf } from './unproved-rows.ts';

/** What finishing a job needs. */
export interface FinishServices extends StartServices {
  readonly journals: JournalStore;
  readonly files: Files;
  readonly log: Log;
  readonly settings: (account: string) => Account;
  readonly closeChunks: CloseChunks;
  readonly confirmChunks: CloseChunks;
  readonly writeReport: WriteReport;
}

/** What becomes of a finish message: done with, or to be looked at again after some seconds. */
export type FinishEnd =
  { readonly kind: 'done' } | { readonly kind: 'again'; readonly seconds: number };

/** After this many looks at unfinished orders the five-minute tick goes on. */
const MOST_ATTEMPTS = 8;

/**
 * Ends a job: closes its chunks, confirms what was paid, writes the results workbook and frees the
 * account. Each step may be made again, so two messages, or one after a crash, do no harm.
 */
export async function finishJob(
  message: FinishMessage,
  services: FinishServices,
): Promise<FinishEnd> {
  const job = await services.jobs.read(message.job);
  if (job === null) throw new Error(`job ${message.job} is not in the table`);
  switch (job.status) {
    case 'planning':
    case 'waiting':
      return { kind: 'done' };
    case 'suspended':
      return message.kind === 'interim' ? await interim(job, message, services) : { kind: 'done' };
    case 'running':
      return await finishRunning(job, message, services);
    case 'finishing':
      return await end(job, message, services);
    case 'done':
    case 'rejected':
    case 'cancelled':
    case 'expired':
      await handOver(job, services);
      return { kind: 'done' };
  }
}

async function finishRunning(
  job: Job,
  message: FinishMessage,
  services: FinishServices,
): Promise<FinishEnd> {
  if (job.finishedChunks.length < job.chunkCount) return { kind: 'done' };
  const finishing = await services.jobs.move(job.id, {
    from: ['running'],
    to: 'finishing',
    set: { ending: 'done' },
  });
  return finishing === null ? { kind: 'done' } : await end(finishing, message, services);
}

async function end(
  job: Job,
  { attempt }: FinishMessage,
  services: FinishServices,
): Promise<FinishEnd> {
  const closed = await services.closeChunks(job, services.settings(job.account));
  if (!closed) return await lookAgain(job, attempt, services);
  const journals = await services.journals.list(job.id);
  const ending: Ending = job.ending ?? 'done';
  const written = await services.writeReport({
    job,
    status: ending,
    account: services.settings(job.account),
    plan: await readPinnedPlan(job, services),
    journals,
    at: services.clock(),
  });
  await services.accounts.rememberUnproved(job.account, unprovedRowsOf(journals, services.clock()));
  const over = await services.jobs.move(job.id, {
    from: ['finishing'],
    to: ending,
    set: { ...written, endedAt: services.clock() },
  });
  services.log.info('job ended', {
    job: job.id,
    account: job.account,
    ending,
    ...written.totals.outcomes,
  });
  if (over !== null) await handOver(over, services);
  return { kind: 'done' };
}

async function lookAgain(job: Job, attempt: number, services: FinishServices): Promise<FinishEnd> {
  if (attempt < MOST_ATTEMPTS) {
    await services.dispatch.finish(
      { job: job.id, kind: 'finish', attempt: attempt + 1 },
      2 ** Math.min(attempt, 7),
    );
  }
  return { kind: 'done' };
}

/** After this many looks at paid orders the interim workbook is written as they stand. */
const MOST_INTERIM_ATTEMPTS = 4;

/**
 * An interim workbook, only while no worker is at the job, and once what was paid before it was
 * suspended is confirmed or does not get so in half a minute.
 */
async function interim(
  job: Job,
  { attempt }: FinishMessage,
  services: FinishServices,
): Promise<FinishEnd> {
  const account = services.settings(job.account);
  const confirmed = await services.confirmChunks(job, account);
  if (!confirmed && attempt < MOST_INTERIM_ATTEMPTS) {
    const next = { job: job.id, kind: 'interim', attempt: attempt + 1 } as const;
    await services.dispatch.finish(next, 2 ** (attempt + 1));
    return { kind: 'done' };
  }
  const journals = await services.journals.list(job.id);
  const now = services.clock();
  if (journals.some((journal) => isLeased(journal, now))) return { kind: 'again', seconds: 30 };
  const written = await services.writeReport({
    job,
    status: 'suspended',
    account,
    plan: await readPinnedPlan(job, services),
    journals,
    at: now,
  });
  await services.jobs.report(job.id, written);
  return { kind: 'done' };
}

function isLeased({ lease }: Journal, now: number): boolean {
  return lease !== null && lease.until > now;
}

async function readPinnedPlan(job: Job, { files }: FinishServices): Promise<QuotePlan> {
  const bytes = job.planKey === null ? null : await files.read(job.planKey);
  if (bytes === null) throw new Error(`the plan of job ${job.id} is missing`);
  return readPlan(bytes);
}
