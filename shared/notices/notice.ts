import type { Language } from '../reasons/entry.ts';
import type { RowSum, Shortage } from '../renewal/books/open-rows.ts';
import type { Reason } from '../reasons/reason.ts';
import type { Totals } from '../renewal/books/books.ts';
import type { JobWait } from '../jobs/job-waits.ts';
import {
  isReported,
  type Ending,
  type Job,
  type JobStatus,
  type RowsHandedBack,
  type Sheet,
} from '../jobs/job.ts';

/** What every notice says: which job, of which file. */
export interface NoticeFacts {
  readonly job: string;
  readonly account: string;
  readonly bucket: string;
  /** The key of the dropped file, as people see it in the bucket. */
  readonly key: string;
  readonly droppedBy: string | null;
  /** Rows of the quote. */
  readonly rows: number;
  /** Of the quote's headings; left out: they do not tell it. */
  readonly language?: Language | undefined;
}

/** The job of the account that another one waits for. */
export interface WaitedFor {
  readonly job: string;
  readonly key: string;
  readonly status: JobStatus;
}

/** What became of the results that a notice points to. */
export type SheetTold = Exclude<Sheet, 'owed'>;

/** What people are told of a job. Sums per currency; instants are epoch milliseconds. */
export type Notice = NoticeFacts &
  (
    | {
        readonly kind: 'accepted' | 'started';
        readonly toRenew: RowSum;
        readonly validUntil: number | null;
      }
    | {
        readonly kind: 'waiting';
        readonly toRenew: RowSum;
        readonly waitsFor: WaitedFor;
        /** 1: the next one. */
        readonly place: number;
      }
    | {
        readonly kind: 'suspended';
        readonly reason: Reason;
        readonly totals: Totals | null;
        readonly open: RowSum;
        readonly short: Shortage | null;
        readonly resultsKey: string | null;
        readonly sheet: SheetTold;
        readonly validUntil: number | null;
      }
    | {
        readonly kind: 'resumed';
        readonly totals: Totals | null;
        readonly open: RowSum;
        readonly validUntil: number | null;
      }
    | {
        /** The file of a running job was removed or replaced, which does not stop the job. */
        readonly kind: 'file changed';
        readonly standing: 'gone' | 'replaced';
      }
    | {
        readonly kind: 'rejected';
        readonly reason: Reason;
        readonly totals: Totals | null;
        readonly resultsKey: string | null;
        readonly sheet: SheetTold;
      }
    | {
        /** A reminder: the approval is about to end, and rows are still to be done. */
        readonly kind: 'approval ends';
        readonly status: JobStatus;
        readonly open: RowSum;
        readonly validUntil: number;
      }
    | {
        /** A reminder: nothing of it came a step on for a quarter of an hour. */
        readonly kind: 'no progress';
        readonly status: JobStatus;
        readonly open: RowSum;
        readonly wait: JobWait;
      }
    | {
        /** A reminder: nobody has said yet what became of rows that need review. */
        readonly kind: 'rows unsettled';
        readonly unsettled: number;
        readonly resultsKey: string | null;
        readonly sheet: SheetTold;
      }
    | {
        readonly kind: 'finished';
        readonly ending: Exclude<Ending, 'rejected'>;
        readonly reason: Reason | null;
        /** Null: they are not known here, as where no results could be written. */
        readonly totals: Totals | null;
        readonly resultsKey: string | null;
        readonly sheet: SheetTold;
        /** Rows in the files beside the results; left out where none are known. */
        readonly again?: RowsHandedBack | undefined;
      }
  );

/** What a notice is about; also the value by which subscribers choose. */
export type NoticeKind = Notice['kind'];

/** The notices that a state of a job asks for; the others are reminders, or answer a change of its file. */
export type StateNoticeKind = Exclude<
  NoticeKind,
  'approval ends' | 'no progress' | 'rows unsettled' | 'file changed'
>;

/** A notice that the state of a job asks for, and the mark that says that it was told. */
export interface DueNotice {
  readonly kind: StateNoticeKind;
  readonly mark: string;
}

/**
 * The notice that the job's state asks for, whoever brought it there; null where it asks for none
 * or where it was told already. Derived from the stored job alone, so that whoever comes next tells
 * what a crash has swallowed, and nobody tells it once more.
 */
export function dueNotice(job: Job): DueNotice | null {
  const due = noticeOf(job);
  return due === null || due.mark === job.noticed ? null : due;
}

function noticeOf(job: Job): DueNotice | null {
  const { status, epoch } = job;
  switch (status) {
    case 'planning':
    case 'finishing':
      return null;
    case 'waiting':
      return { kind: 'waiting', mark: 'waiting' };
    case 'running':
      return running(job);
    case 'suspended':
      // Told with the interim workbook, not before it can be read.
      return job.interim === epoch ? { kind: 'suspended', mark: `suspended#${epoch}` } : null;
    case 'rejected':
      return isReported(job) ? { kind: 'rejected', mark: status } : null;
    case 'done':
    case 'cancelled':
    case 'expired':
      // Told with the results, or once it is known that there will be none.
      return isReported(job) ? { kind: 'finished', mark: endMark(job) } : null;
  }
}

/** Results that lacked and were written later are told once more. */
function endMark({ status, sheet }: Job): string {
  return sheet === 'none' || sheet === 'rows only' ? `${status}#${sheet}` : status;
}

/** Of a job that was told to wait, its start is news; of one that runs at once, that it was taken. */
function running({ epoch, noticed }: Job): DueNotice {
  if (epoch > 1) return { kind: 'resumed', mark: `resumed#${epoch}` };
  const waited = noticed === 'waiting' || noticed === 'started';
  return waited ? { kind: 'started', mark: 'started' } : { kind: 'accepted', mark: 'accepted' };
}
