import type { Account } from '../../shared/settings/account.ts';
import type { Job } from '../../shared/jobs/job.ts';
import { oneRowEach } from '../../shared/jobs/one-row-each.ts';
import { planChunks } from '../../shared/jobs/plan-chunks.ts';
import { traitsOf } from '../../shared/providers/traits.ts';
import { decidedByFile } from '../../shared/jobs/decided-by-file.ts';
import { newJournal } from '../../shared/engine/new-journal.ts';
import { startJob } from '../../shared/jobs/start-job.ts';
import { tellPeople } from '../../shared/jobs/tell-people.ts';
import { jobIdentity } from '../../shared/jobs/job-identity.ts';
import { APPROVED, type DroppedKey, planKey, readDroppedKey } from '../../shared/store/keys.ts';
import { nameAccount, type NamedAccount } from '../../shared/settings/name-account.ts';
import { type QuotePlan, readPlan, writePlan } from '../../shared/store/quote-plan.ts';
import { passedOver } from '../../shared/messages/passed-over.ts';
import type { Upload } from '../../shared/messages/upload-event.ts';
import { languageOfHeadings } from '../../shared/workbook/read/quote-language.ts';
import { LIMITS } from '../../shared/workbook/read/limits.ts';
import { REJECTIONS } from '../../shared/workbook/read/rejections.ts';
import { reason } from '../../shared/reasons/reason.ts';
import { answerChange } from './answer-change.ts';
import type { IntakeServices } from './intake-services.ts';

/** One less than the queue allows: the last delivery must still tell people something. */
const LAST_TRY = 4;
/** A workbook that ended two runs, as for want of memory, is not tried again. */
const REPORT_TRIES = 2;

/** Raised where the file cannot be read: it is tried again, and rejected at the last try. */
export class FileUnreadable extends Error {
  override readonly name = 'FileUnreadable';
}

/**
 * Turns a dropped file into a job and its plan, starts it and tells people. Each step is conditional
 * and may be made again, so a crash anywhere is mended by the event coming back; `received` counts
 * its deliveries, from 1. Throws {@link FileUnreadable} for a file that it may not read, until the
 * last of them.
 */
export async function intake(
  upload: Upload,
  received: number,
  services: IntakeServices,
): Promise<void> {
  const key = readDroppedKey(upload.source.key, APPROVED);
  if (key === null) return;
  const none = passedOver(upload.source.key, upload.size ?? null);
  if (none !== null) {
    services.log.info('file passed over', { key: upload.source.key, why: none });
    // No quote, but the one that stood in its place is gone.
    await answerChange(upload.source.key, null, services);
    return;
  }
  const named = nameAccount(key, services.settings, APPROVED);
  const job = await services.jobs.create(newJob(upload, key, named.name, services.clock()));
  await takeIn(job, key, named, received, services);
  await answerChange(upload.source.key, job.id, services);
  await tellPeople(job.id, services);
}

async function takeIn(
  job: Job,
  key: DroppedKey,
  named: NamedAccount,
  received: number,
  services: IntakeServices,
): Promise<void> {
  switch (job.status) {
    case 'planning':
      break;
    case 'rejected':
      if (job.sheet !== 'owed') return;
      // A run broke off at its results: written once more, or given up.
      if (received <= REPORT_TRIES) break;
      await services.jobs.report(job, { sheet: 'none' });
      return;
    case 'waiting':
    case 'running':
      await startJob(job, services);
      return;
    case 'suspended':
    case 'finishing':
    case 'done':
    case 'cancelled':
    case 'expired':
      return;
  }
  if (named.account === null) {
    await services.reject(job, named.problem, null);
    return;
  }
  await plan(job, key, named.account, received, services);
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
  received: number,
  services: IntakeServices,
): Promise<void> {
  const planned =
    job.planKey === null ? await readAndPin(job, key, account, received, services) : job;
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
  received: number,
  services: IntakeServices,
): Promise<Job | null> {
  const source = await services.files.readSource(job.source, LIMITS.packed);
  switch (source.kind) {
    case 'gone':
      await services.reject(job, reason('file-gone'), null);
      return null;
    case 'too large':
      await services.reject(job, REJECTIONS.tooLarge, null);
      return null;
    case 'unreadable':
      if (received < LAST_TRY) throw new FileUnreadable(`reading is refused: ${source.code}`);
      await services.reject(job, reason('file-unreadable', { refusal: source.code }), null);
      return null;
    case 'read':
      break;
  }
  const reading = await services.readQuote({ name: key.file, bytes: source.bytes }, account);
  if (reading.kind === 'rejected') {
    const { told, sight } = reading;
    await services.reject(job, reading.reason, reading.quote, { told, sight });
    return null;
  }
  const quote = oneRowEach(reading.quote, traitsOf(account).idKey);
  if (job.status === 'rejected') {
    // Refused before for what has changed since: it stays as it was told.
    await services.reject(job, job.reason ?? reason('file-gone'), quote);
    return null;
  }
  const body: QuotePlan = { version: 1, job: job.id, quote, chunks: planChunks(quote.rows) };
  const written = writePlan(body);
  const at = planKey(job.id, services.hash(written));
  await services.files.write(at, written, 'application/json');
  return await services.jobs.pinPlan(job.id, {
    planKey: at,
    rows: quote.rows.length,
    chunkCount: body.chunks.length,
    decidedByFile: decidedByFile(quote.rows),
    language: languageOfHeadings(quote.columns) ?? undefined,
  });
}
