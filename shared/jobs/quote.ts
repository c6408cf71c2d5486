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
  readonly verdict: RowOutcome | null;
}

/** A row that carries neither id nor expiry: a total or a note. Named, never counted. */
export interface LooseRow {
  readonly sheet: string;
  readonly line: number;
  readonly text: string;
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
}

/**
 * A quote, or the reason for which the file is rejected, with the quote where its rows could be read
 * all the same.
 */
export type QuoteReading =
  | { readonly kind: 'quote'; readonly quote: Quote }
  | { readonly kind: 'rejected'; readonly reason: Reason; readonly quote: Quote | null };
