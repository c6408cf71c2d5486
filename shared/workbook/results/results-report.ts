import type { Language } from '../../reasons/entry.ts';
import type { Audit } from '../../audit/audit.ts';
import type { RowSum, Shortage } from '../../renewal/books/open-rows.ts';
import type { Ending, HistoryEntry } from '../../jobs/job.ts';
import type { Money } from '../../values/money.ts';
import type { RenewalPolicy } from '../../renewal/policy.ts';
import type { RowOutcome } from '../../renewal/outcome.ts';
import type { Reason } from '../../reasons/reason.ts';
import type { ColumnTold, FileSight, LooseRow, QuoteRow } from '../../jobs/quote.ts';

/** How a job stands when its results are written; `suspended` makes an interim workbook. */
export type ReportStatus = Ending | 'suspended';

/** A row of the approved quote and what became of it. */
export interface ReportRow {
  readonly row: QuoteRow;
  readonly outcome: RowOutcome;
  /** Of a held row what it costs now; null or left out where that is not known to exceed its approval. */
  readonly price?: Money | null | undefined;
}

/** An order of the job as the Summary sheet lists it. */
export interface ReportOrder {
  readonly id: string;
  /** In plain words: "paid and completed", "cancelled, nothing paid". */
  readonly state: string;
  /** What the order costs or would have cost; null where it was never read. */
  readonly amount: Money | null;
  /**
   * What was really charged; null where nothing was or where it is not known. The sum over all
   * orders is checked against the sum of the rows' `paid` and a difference is shown in red.
   */
  readonly charged: Money | null;
  /** How many rows of the quote it covers; null where that is not proven. */
  readonly rows: number | null;
  readonly note: string | null;
}

/** A file of rows that lies beside the results. */
export interface HandedBackFile {
  /** Its name without folders; null: it could not be written. */
  readonly file: string | null;
  readonly rows: number;
  /** Of these: nobody has approved them as they stand there. */
  readonly asked: number;
}

/** What was read from the quote when it was planned, counted apart from the rows given here. */
export interface QuotedTotals {
  readonly rows: number;
  /** Sums over rows with a readable price, one per currency. */
  readonly approved: readonly Money[];
}

/**
 * All that the results workbook says, as plain data. Instants are epoch milliseconds and are shown
 * in `expiryZone`, which the sheets name. Text may come from anywhere: the writer makes it inert.
 */
export interface ResultsReport {
  /** In which its words are: the account's, or that of the quote's headings. */
  readonly language: Language;
  readonly job: string;
  /** The dropped file's name as people know it. */
  readonly file: string;
  readonly account: string;
  readonly status: ReportStatus;
  /** Why it is suspended, rejected, cancelled or expired. */
  readonly reason: Reason | null;
  readonly droppedAt: number;
  readonly droppedBy: string | null;
  readonly startedAt: number | null;
  /** The end; of a suspended job the moment whose state the interim workbook shows. */
  readonly endedAt: number | null;
  readonly approvedBy: string | null;
  readonly reference: string | null;
  /** ISO 4217 code of the account's currency. */
  readonly currency: string;
  /** What a row may cost above its approval; left out: nothing. */
  readonly tolerance?: RenewalPolicy['priceTolerance'] | undefined;
  /** A zone name such as `Asia/Shanghai`; an unknown one throws a RangeError. */
  readonly expiryZone: string;
  /** The account's `orderUrl`: links are made for https only, anything else is left out. */
  readonly orderUrl: string | null;
  /** The account's balance when the job began; null where the account has none or it was not read. */
  readonly balance: Money | null;
  /** What a job that is suspended for its balance lacks; null for any other. */
  readonly short: Shortage | null;
  /** What a job that goes on has still to do; null or left out for one that is over. */
  readonly open?: RowSum | null | undefined;
  /** Null where the quote was never planned; then only the rows themselves are summed. */
  readonly quoted: QuotedTotals | null;
  /** What people should know of the file as a whole, beside its rows. */
  readonly remarks?: readonly Reason[] | undefined;
  /** The uploader's headings; empty for a file that could not be read. */
  readonly columns: readonly string[];
  /** In the uploader's order. */
  readonly rows: readonly ReportRow[];
  /** Rows with neither id nor expiry: named, never counted. */
  readonly loose: readonly LooseRow[];
  readonly orders: readonly ReportOrder[];
  /** What the audit after the end came to; null or left out: there was nothing to confirm. */
  readonly audit?: Audit | null | undefined;
  /** Rows worth another try, and rows that wait for a person; null or left out: there are none. */
  readonly retry?: HandedBackFile | null | undefined;
  readonly review?: HandedBackFile | null | undefined;
  /** Of a file that is rejected for its headings: how its columns were read, and its first rows. */
  readonly told?: readonly ColumnTold[] | undefined;
  readonly sight?: FileSight | undefined;
  /** What happened to the job until then, oldest first. */
  readonly history: readonly HistoryEntry[];
}
