import type { Account } from '../../shared/settings/account.ts';
import type { Job } from '../../shared/jobs/job.ts';
import { planChunks } from '../../shared/jobs/plan-chunks.ts';
import type { QuoteReading } from '../../shared/jobs/quote.ts';
import { newJournal } from '../../shared/engine/new-journal.ts';
import { startJob, type StartServices } from '../../shared/jobs/start-job.ts';
import { tellPeople, type TellServices } from '../../shared/jobs/tell-people.ts';
import { jobIdentity } from '../../shared/jobs/job-identity.ts';
import { APPROVED, type DroppedKey, planKey, readDroppedKey } from '../../shared/store/keys.ts';
import { nameAccount, type NamedAccount } from '../../shared/settings/name-account.ts';
import { type QuotePlan, readPlan, writePlan } from '../../shared/store/quote-plan.ts';
import { passedOver } from '../../shared/messages/passed-over.ts';
import type { Upload } from '../../shared/messages/upload-event.ts';
import { LIMITS } from '../../shared/workbook/read/limits.ts';
import { REJECTIONS } from '../../shared/workbook/read/rejections.ts';
import type { Files } from '../../shared/ports/files.ts';
import type { Log } from '../../shared/ports/log.ts';
import type { JournalStore } from '../../shared/ports/stores.ts';
import { reason } from '../../shared/reasons/reason.ts';
import type { RejectJob } from './write-rejection.ts';

/** What intake needs. */
export interface IntakeServices extends StartServices, TellServices {
  readonly settings: readonly Account[];
  readonly journals: JournalStore;
  readonly files: Files;
  readonly log: Log;
  readonly hash: (bytes: Uint8Array) => string;
  readonly readQuote: (
    file: { readonly name: string; readonly bytes: Uint8Array },
    account: Account,
  ) => Promise<QuoteReading>;
  readonly reject: RejectJob;
}

/**
 * Turns a dropped file into a job and its plan, starts it and tells people. Each step is conditional
 * and may be made again, so a crash anywhere is mended by the event coming back.
 */
export async function intake(upload: Upload, services: IntakeServices): Promise<void> {
  const key = readDroppedKey(upload.source.key, APPROVED);
  if (key === null) return;
  const none = passedOver(upload.source.key, upload.size ?? null);
  if (none !== null) {
    services.log.info('file passed over', { key: upload.source.key, why: none });
    return;
  }
  const named = nameAccount(key, services.settings, APPROVED);
  const job = await services.jobs.create(newJob(upload, key, named.name, services.clock()));
  await takeIn(job, key, named, services);
  await tellPeople(job.id, services);
}

async function takeIn(
  job: Job,
  key: DroppedKey,
  named: NamedAccount,
  services: IntakeServices,
): Promise<void> {
  switch (job.status) {
    case 'planning':
      break;
    case 'waiting':
    case 'running':
      await startJob(job, services);
      return;
    case 'suspended':
    case 'finishing':
    case 'done':
    case 'rejected':
    case 'cancelled':
    case 'expired':
      return;
  }
  if (named.account === null) {
    await services.reject(job, named.problem, null);
    return;
  }
  await plan(job, key, named.account, services);
}

function newJob(upload: Upload, key: DroppedKey, account: string, now: number): Job {
  return {
    id: jobIdentity(account, upload.source),
    status: 'planning',
    epoch: 1,
    account,
    source: upload.source,
    name: key.name,
    droppedBy: upload.droppedBy,
    droppedAt: upload.droppedAt,
    createdAt: now,
    planKey: null,
    rows: 0,
    chunkCount: 0,
    finishedChunks: [],
    activeAt: null,
    validUntil: null,
    reason: null,
    ending: null,
    totals: null,
    resultsKey: null,
    endedAt: null,
    history: [{ at: now, event: 'planning', by: upload.droppedBy ?? 'unknown', note: null }],
  };
}

async function plan(
  job: Job,
  key: DroppedKey,
  account: Account,
  services: IntakeServices,
): Promise<void> {
  const planned = job.planKey === null ? await readAndPin(job, key, account, services) : job;
  if (planned === null || planned.planKey === null) return;
  const bytes = await services.files.read(planned.planKey);
  if (bytes === null) throw new Error(`the plan ${planned.planKey} of job ${job.id} is missing`);
  for (const [chunk, rows] of readPlan(bytes).chunks.entries()) {
    await services.journals.create(newJournal(job, chunk, rows));
  }
  const waiting = await services.jobs.move(job.id, {
    from: ['planning'],
    to: 'waiting',
    at: services.clock(),
  });
  services.log.info('job planned', {
    job: job.id,
    account: job.account,
    rows: planned.rows,
    chunks: planned.chunkCount,
  });
  if (waiting !== null) await startJob(waiting, services);
}

/** The job with its pinned plan; null when the file was rejected. */
async function readAndPin(
  job: Job,
  key: DroppedKey,
  account: Account,
  services: IntakeServices,
): Promise<Job | null> {
  const bytes = await services.files.readSource(job.source, LIMITS.packed);
  if (bytes === null) {
    await services.reject(job, reason('file-gone'), null);
    return null;
  }
  if (bytes === 'too large') {
    await services.reject(job, REJECTIONS.tooLarge, null);
    return null;
  }
  const reading = await services.readQuote({ name: key.file, bytes }, account);
  if (reading.kind === 'rejected') {
    await services.reject(job, reading.reason, reading.quote);
    return null;
  }
  const { quote } = reading;
  const body: QuotePlan = { version: 1, job: job.id, quote, chunks: planChunks(quote.rows) };
  const written = writePlan(body);
  const at = planKey(job.id, services.hash(written));
  await services.files.write(at, written, 'application/json');
  return await services.jobs.pinPlan(job.id, {
    planKey: at,
    rows: quote.rows.length,
    chunkCount: body.chunks.length,
  });
}
