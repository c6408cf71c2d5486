import type { Reason } from '../reasons/reason.ts';
import type { Language } from '../reasons/entry.ts';
import type { Outcome } from '../renewal/outcome.ts';
import type { Totals } from '../renewal/books/books.ts';

/** The states of a job (vocabulary, section 3). The last four are final. */
export const JOB_STATES = [
  /** The file was dropped; it is being read and planned. */
  'planning',
  /** Planned; another job of the account is active. */
  'waiting',
  /** Its chunks are worked on. */
  'running',
  /** The account cannot go on: a person resumes it, or the tick does. */
  'suspended',
  /** Nothing new is begun; chunks are closed and the results written. */
  'finishing',
  /** Over: every row has its outcome. */
  'done',
  /** Over: the file was not accepted. */
  'rejected',
  /** Over: a person has cancelled it. */
  'cancelled',
  /** Over: its approval was no longer valid. */
  'expired',
] as const;

export type JobStatus = (typeof JOB_STATES)[number];

/** What can become of a job's results. */
export const SHEETS = [
  /** The job is over; they are about to be written. */
  'owed',
  /** The workbook stands. */
  'workbook',
  /** No workbook could be written: its rows stand alone, as text with commas. */
  'rows only',
  /** Not even those could be written. */
  'none',
  /** There are none: it ended while its file was being read. */
  'not begun',
] as const;

export type Sheet = (typeof SHEETS)[number];

/** How a finishing job will end. */
export type Ending = 'done' | 'rejected' | 'cancelled' | 'expired';

/** The object that was dropped; the version or, without versions, the event's sequencer pins it. */
export interface SourceObject {
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string | null;
  readonly eTag: string;
  readonly sequencer: string;
}

/** What a person can do to a job, besides what changes its state. */
export const ACTS = ['redrive', 'settle'] as const;

/** The engine's own name in a job's history. */
export const OURSELVES = 'renewsheet';

/** A change of a job's state, or an act of a person on it. The history is only ever added to. */
export interface HistoryEntry {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly event: JobStatus | (typeof ACTS)[number];
  /** Who did it: a person's name as far as it is known, or "renewsheet". */
  readonly by: string;
  /** Why, in a sentence; null where nothing is to be said. */
  readonly note: Reason | null;
}

/** How many rows of a job were handed back beside its results; zero: there is no such file. */
export interface RowsHandedBack {
  /** In the file of rows worth another try. */
  readonly retry: number;
  /** In the file of rows that wait for a person. */
  readonly review: number;
}

/** One approved quote being carried out for one account. Instants are epoch milliseconds. */
export interface Job {
  readonly id: string;
  readonly status: JobStatus;
  /** Raised by each resume; messages of another epoch are not for this run. */
  readonly epoch: number;
  readonly account: string;
  readonly source: SourceObject;
  /** The file's name without folders and ending. */
  readonly name: string;
  readonly droppedBy: string | null;
  readonly droppedAt: number;
  readonly createdAt: number;
  /** Content-hashed key of the pinned plan; null until planned. */
  readonly planKey: string | null;
  readonly rows: number;
  readonly chunkCount: number;
  readonly finishedChunks: readonly number[];
  readonly activeAt: number | null;
  readonly validUntil: number | null;
  /** Why it is suspended, rejected, cancelled or expired. */
  readonly reason: Reason | null;
  readonly ending: Ending | null;
  readonly totals: Totals | null;
  readonly resultsKey: string | null;
  readonly endedAt: number | null;
  /** Oldest first. */
  readonly history: readonly HistoryEntry[];
  /** What became of its last results; absent: a workbook stands under `resultsKey`, if anything. */
  readonly sheet?: Sheet | undefined;
  /** What was handed back beside its results; absent: nothing yet, or they are of an earlier release. */
  readonly again?: RowsHandedBack | undefined;
  /** Rows that the file itself decided, by outcome; absent: planned by a release that did not keep it. */
  readonly decidedByFile?: Readonly<Record<Outcome, number>> | undefined;
  /** Of the quote's headings; absent: they do not tell it, or it is of an earlier release. */
  readonly language?: Language | undefined;
  /** The epoch of which the interim workbook stands under `resultsKey`; absent: none was written. */
  readonly interim?: number | undefined;
  /** The kinds of charges that were read in it: no first payment of one is made alone any more. */
  readonly chargesRead?: readonly string[] | undefined;
  /** The mark of the notice that people were told last; absent: none. */
  readonly noticed?: string | undefined;
  /** The mark of the last reminder; absent: nobody was reminded of anything. */
  readonly reminded?: string | undefined;
}

/**
 * Whether nothing more of the job is to come by itself: it is over, and its results stand or were
 * given up. A job ends before they are written (money rule 12).
 */
export function isReported({ status, sheet }: Pick<Job, 'status' | 'sheet'>): boolean {
  return isOver(status) && sheet !== 'owed';
}

/** The key of the results that stand; of one whose last could not be written or are owed: null. */
export function resultsOf({ resultsKey, sheet }: Pick<Job, 'resultsKey' | 'sheet'>): string | null {
  // Under its key the workbook of an earlier moment may stand.
  return sheet === 'none' || sheet === 'owed' ? null : resultsKey;
}

/** Whether nothing more will happen to the job. */
export function isOver(status: JobStatus): status is Ending {
  switch (status) {
    case 'done':
    case 'rejected':
    case 'cancelled':
    case 'expired':
      return true;
    case 'planning':
    case 'waiting':
    case 'running':
    case 'suspended':
    case 'finishing':
      return false;
  }
}
