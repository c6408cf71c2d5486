import type { Money } from '../values/money.ts';
import type { RowOutcome } from '../renewal/outcome.ts';
import type { Reason } from '../reasons/reason.ts';
import type { Term } from '../values/term.ts';
import type { WallTime } from '../values/wall-time.ts';

/** A cell as the uploader had it, for showing it again: dates as ISO text marked as such. */
export type Cell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number; readonly format: string | null }
  | { readonly kind: 'boolean'; readonly boolean: boolean }
  /** Wall time without a zone, `yyyy-MM-ddTHH:mm:ss`. */
  | { readonly kind: 'date'; readonly wall: string; readonly format: string | null };

/**
 * A row of the approved quote after the sheets were merged. What could not be read is null and
 * `verdict` says so; a row without a verdict is complete and goes into a chunk.
 */
export interface QuoteRow {
  /** Position among the counted rows of the file, from 0. */
  readonly position: number;
  readonly sheet: string;
  /** The row number that people see in the spreadsheet program. */
  readonly line: number;
  readonly cells: readonly Cell[];
  readonly resourceId: string | null;
  readonly name: string | null;
  readonly term: Term | null;
  readonly approved: Money | null;
  readonly expiry: WallTime | null;
  /** The product that the row says it is of; left out where it names none that is known. */
  readonly product?: string | undefined;
  readonly verdict: RowOutcome | null;
}

/** A row that carries neither id nor expiry: a total or a note. Named, never counted. */
export interface LooseRow {
  readonly sheet: string;
  readonly line: number;
  readonly text: string;
}

/** How a column of the file was understood, for people. */
export interface ColumnTold {
  readonly sheet: string;
  /** The letters by which spreadsheets call it. */
  readonly column: string;
  /** Empty for a column without one. */
  readonly heading: string;
  /** What the reader takes it for, as it names it; null: it comes back as it was. */
  readonly meaning: string | null;
  /** Why the file is refused for it; null: it is not. */
  readonly refused: Reason | null;
}

/** A visible sheet of the file from which no row was read, and why. */
export interface UnreadSheet {
  readonly sheet: string;
  readonly reason: Reason;
}

/** All that was read from an approved quote. */
export interface Quote {
  /** Headings of the sheet the rows come from, in the uploader's order. */
  readonly columns: readonly string[];
  readonly rows: readonly QuoteRow[];
  readonly loose: readonly LooseRow[];
  /** Left out in plans of earlier releases, which did not look. */
  readonly unread?: readonly UnreadSheet[] | undefined;
  readonly approvedBy: string | null;
  readonly reference: string | null;
  /** What people should know of the file as a whole; left out where there is nothing. */
  readonly remarks?: readonly Reason[] | undefined;
}

/** What stands in the first lines of a sheet for which its file is refused, and where it is wrong. */
export interface FileSight {
  readonly sheet: string;
  /** Lines with something in them, as text; the columns from A on. */
  readonly lines: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** The line that looks most like headings; null: none does. */
  readonly headings: number | null;
  /**
   * Columns (from 0) that are not understood, stand there twice or may be meant for a missing one, and
   * lines that are refused.
   */
  readonly columns: readonly number[];
  readonly wrongLines: readonly number[];
}

/**
 * A quote, or the reason for which the file is rejected, with the quote where its rows could be read
 * all the same. `told`: how each column of the sheets that were read was understood.
 */
export type QuoteReading =
  | {
      readonly kind: 'quote';
      readonly quote: Quote;
      readonly told?: readonly ColumnTold[] | undefined;
    }
  | {
      readonly kind: 'rejected';
      readonly reason: Reason;
      readonly quote: Quote | null;
      /** Left out where the file is refused for something else than its headings and lines. */
      readonly sight?: FileSight | undefined;
      readonly told?: readonly ColumnTold[] | undefined;
    };
