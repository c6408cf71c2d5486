import { type Job, resultsOf } from './job.ts';
import type { Journal } from '../renewal/journal.ts';
import type { Notice, NoticeFacts, SheetTold, StateNoticeKind } from '../notices/notice.ts';
import { openRows, shortage, rowsToRenew } from '../renewal/books/open-rows.ts';
import { asTold } from '../reasons/reason.ts';
import { isShortBalance } from '../renewal/books/short-balance.ts';
import type { AccountStore, JobStore, JournalStore } from '../ports/stores.ts';

/** Where a notice takes its figures from. */
export interface NoticeSources {
  readonly jobs: JobStore;
  readonly journals: JournalStore;
  readonly accounts: AccountStore;
}

/** The notice of that kind on the job as it stands; null where there is nothing to tell any more. */
export async function readNotice(
  job: Job,
  kind: StateNoticeKind,
  sources: NoticeSources,
): Promise<Notice | null> {
  const { totals, validUntil } = job;
  const sheet = sheetOf(job);
  const resultsKey = resultsOf(job);
  const facts = noticeFactsOf(job);
  const journals = async (): Promise<readonly Journal[]> => await sources.journals.list(job.id);
  switch (kind) {
    case 'accepted':
    case 'started':
      return { ...facts, kind, validUntil, toRenew: rowsToRenew(await journals()) };
    case 'waiting':
      return await readWaiting(job, rowsToRenew(await journals()), sources);
    case 'suspended': {
      const read = await journals();
      const short = isShortBalance(job.reason) ? shortage(read, job.epoch) : null;
      const reason = job.reason ?? asTold('');
      const open = openRows(read);
      return { ...facts, kind, reason, totals, open, short, resultsKey, sheet, validUntil };
    }
    case 'resumed':
      return { ...facts, kind, totals, validUntil, open: openRows(await journals()) };
    case 'rejected':
      return { ...facts, kind, totals, resultsKey, sheet, reason: job.reason ?? asTold('') };
    case 'finished':
      return {
        ...facts,
        kind,
        totals,
        resultsKey,
        sheet,
        ...(sheet === 'workbook' && job.again !== undefined && { again: job.again }),
        reason: job.reason,
        ending: job.status === 'cancelled' || job.status === 'expired' ? job.status : 'done',
      };
  }
}

/** What notices say became of its results. Jobs of the release before do not say; then a workbook was written if there is a key. */
export function sheetOf({ sheet }: Job): SheetTold {
  return sheet === undefined || sheet === 'owed' ? 'workbook' : sheet;
}

/** What every notice says of a job. */
export function noticeFactsOf(job: Job): NoticeFacts {
  const { id, account, source, droppedBy, rows, totals, language } = job;
  const { bucket, key } = source;
  const facts = { job: id, account, bucket, key, droppedBy, rows: totals?.rows ?? rows };
  return language === undefined ? facts : { ...facts, language };
}

async function readWaiting(
  job: Job,
  toRenew: Extract<Notice, { kind: 'waiting' }>['toRenew'],
  { jobs, accounts }: NoticeSources,
): Promise<Notice | null> {
  const { active, waiting } = await accounts.read(job.account);
  const place = waiting.indexOf(job.id) + 1;
  const other = active === null ? null : await jobs.read(active);
  // Its turn has come meanwhile: whoever starts it tells so.
  if (place === 0 || other === null) return null;
  const waitsFor = { job: other.id, key: other.source.key, status: other.status };
  return { ...noticeFactsOf(job), kind: 'waiting', toRenew, waitsFor, place };
}
