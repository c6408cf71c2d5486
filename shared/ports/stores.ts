import type { Language } from '../reasons/entry.ts';
import type { Totals } from '../renewal/books/books.ts';
import type { Ending, HistoryEntry, Job, JobStatus, RowsHandedBack, Sheet } from '../jobs/job.ts';
import type { Journal } from '../renewal/journal.ts';
import type { Reason } from '../reasons/reason.ts';
import type { AccountState } from '../jobs/account-state.ts';

/** A change that is only made while the job is in one of `from`, and in `epoch` where given. */
export interface JobMove {
  readonly from: readonly JobStatus[];
  readonly epoch?: number;
  readonly to: JobStatus;
  /** When, for the job's history; epoch milliseconds. */
  readonly at: number;
  /** A person's name for the history; renewsheet itself by default. */
  readonly by?: string;
  readonly set?: {
    readonly reason?: Reason | null;
    readonly ending?: Ending | null;
    readonly totals?: Totals | null;
    readonly resultsKey?: string;
    readonly sheet?: Sheet;
    readonly activeAt?: number;
    readonly validUntil?: number;
    readonly endedAt?: number;
    readonly epoch?: number;
    readonly language?: Language;
  };
}

/** What became of a job's results. What is left out stays as it is. */
export interface StoredReport {
  readonly totals?: Totals;
  readonly resultsKey?: string;
  readonly sheet: Sheet;
  readonly again?: RowsHandedBack;
  /** The epoch of which an interim workbook stands. */
  readonly interim?: number;
}

/** The jobs. Every write is a single conditional one and right alone. */
export interface JobStore {
  /** Stores a new job, or returns the one that is there: the same event twice is the same job. */
  create(job: Job): Promise<Job>;
  /** A consistent read. */
  read(id: string): Promise<Job | null>;
  /** Jobs of an account, newest first, at most so many; one just made may not be shown yet. */
  list(account: string, most: number): Promise<readonly Job[]>;
  /** Pins the plan unless one is pinned already; returns the job with the pinned one. */
  pinPlan(
    id: string,
    plan: {
      readonly planKey: string;
      readonly rows: number;
      readonly chunkCount: number;
      readonly decidedByFile: NonNullable<Job['decidedByFile']>;
      readonly language?: Job['language'];
    },
  ): Promise<Job>;
  /** The job after the change, or null when it was not in a state that allows it. */
  move(id: string, move: JobMove): Promise<Job | null>;
  /** Adds an act of a person to the job's history, whatever its state. */
  note(id: string, entry: HistoryEntry): Promise<void>;
  /**
   * Counts a chunk as finished, repeatably, and adds the kinds of charges that were read in it;
   * returns how many chunks are.
   */
  finishChunk(id: string, chunk: number, chargesRead?: readonly string[]): Promise<number>;
  /** Stores what became of the results, unless the job has moved on from state or epoch: false. */
  report(job: Pick<Job, 'id' | 'status' | 'epoch'>, report: StoredReport): Promise<boolean>;
  /**
   * Remembers which notice people were told last, unless the job has moved on from the state and
   * epoch given: then another notice is due, and its own mark stands.
   */
  markNoticed(job: Pick<Job, 'id' | 'status' | 'epoch'>, mark: string): Promise<void>;
  /** Remembers of what people were reminded last, under the same condition. */
  markReminded(job: Pick<Job, 'id' | 'status' | 'epoch'>, mark: string): Promise<void>;
}

/** The journals of a job's chunks. */
export interface JournalStore {
  /** Stores a new journal unless there is one. */
  create(journal: Journal): Promise<void>;
  /** A consistent read. */
  read(job: string, chunk: number): Promise<Journal | null>;
  /** Consistent reads of all of a job's journals, by chunk. */
  list(job: string): Promise<readonly Journal[]>;
  /**
   * Replaces the journal if its stored version is `journal.version - 1`. `lost` means that someone
   * else has written; a write whose answer was lost is recognised by its nonce as our own.
   */
  save(journal: Journal): Promise<'saved' | 'lost'>;
}

/** What is known of an account between jobs. */
export interface AccountStore {
  read(account: string): Promise<AccountState>;
  /** Puts the job in line; it is active at once when no other is. Repeatable. */
  enlist(account: string, job: string): Promise<AccountState>;
  /** Takes the job out of the line; the next one becomes active. Repeatable. */
  release(account: string, job: string): Promise<AccountState>;
  /** Holds the account for a reason, or frees it again with null. Repeatable. */
  hold(account: string, reason: Reason | null): Promise<void>;
  /** Remembers how many ids a renew call of this account takes. */
  learnRung(account: string, rung: number): Promise<void>;
  /**
   * Forgets that a row of a job is unproved, as releases before the memory of orders wrote it: a
   * person has looked. Repeatable.
   */
  forgetUnproved(account: string, row: Omit<UnprovedRow, 'at'>): Promise<void>;
  /** Rows that such a release left unproved, of other jobs than this one. */
  unproved(account: string, exceptJob: string): Promise<readonly UnprovedRow[]>;
}

/** A (resource, approved expiry day) pair that a job ordered and could not prove. */
export interface UnprovedRow {
  readonly resourceId: string;
  readonly expiryDay: string;
  readonly job: string;
  /** Epoch milliseconds. */
  readonly at: number;
}
