import type { Language } from '../../reasons/entry.ts';
import type { Money } from '../../values/money.ts';
import type { RowOutcome } from '../../renewal/outcome.ts';
import type { Reason } from '../../reasons/reason.ts';
import type { ColumnTold, FileSight, LooseRow, QuoteRow } from '../../jobs/quote.ts';
import type { CheckState } from '../../messages/check-answer.ts';

/** A row of the file and what would become of it. */
export interface CheckReportRow {
  readonly row: QuoteRow;
  /** One of the eight outcomes, as it is to be expected. Nothing is ever paid or ordered. */
  readonly outcome: RowOutcome;
  /** What its term costs today; null where it was not priced. */
  readonly price: Money | null;
  /** The provider's expiry today (epoch milliseconds); null where it does not show it. */
  readonly expiry: number | null;
}

/** The money that the rows to be renewed would take, in the account's currency. */
export interface CheckMoney {
  /** Today's prices of the rows that would be renewed. */
  readonly needed: Money;
  /** Null where the account has no balance of its own or it could not be read. */
  readonly balance: Money | null;
  /** What the balance falls short of it; null where nothing is missing or it is not known. */
  readonly missing: Money | null;
}

/**
 * All that the workbook of a dry run says, as plain data. Instants are epoch milliseconds and are
 * shown in `expiryZone`.
 */
export interface CheckReport {
  /** In which its words are: the account's, or that of the quote's headings. */
  readonly language: Language;
  readonly id: string;
  /** The dropped file's name as people know it. */
  readonly file: string;
  readonly account: string;
  readonly state: CheckState;
  /** Why it would be rejected or suspended. */
  readonly reason: Reason | null;
  readonly droppedAt: number;
  readonly droppedBy: string | null;
  readonly checkedAt: number;
  readonly approvedBy: string | null;
  readonly reference: string | null;
  /** ISO 4217 code of the account's currency. */
  readonly currency: string;
  readonly expiryZone: string;
  readonly money: CheckMoney;
  /** What a person should know beside the rows, such as a job that is open. */
  readonly remarks: readonly Reason[];
  /** Where a fresh quote with today's prices lies; null where none was needed. */
  readonly reprice: string | null;
  /** How each column of the file was understood; empty for a file that could not be read. */
  readonly told: readonly ColumnTold[];
  /** The first rows of a file that would be rejected for its headings; left out for any other. */
  readonly sight?: FileSight | undefined;
  /** The uploader's headings. */
  readonly columns: readonly string[];
  /** In the uploader's order. */
  readonly rows: readonly CheckReportRow[];
  readonly loose: readonly LooseRow[];
}
