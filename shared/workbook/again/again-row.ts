import type { Language } from '../../reasons/entry.ts';
import type { QuoteRow } from '../../jobs/quote.ts';
import type { Money } from '../../values/money.ts';
import type { KnownNames } from '../read/heading-key.ts';

/** A row of a file that is handed back, to be dropped once more. */
export interface AgainRow {
  readonly row: QuoteRow;
  /** What it costs now where that is not what the file says; null: the file's price stands. */
  readonly price: Money | null;
  /** Whether the file's approval goes on holding: resource, term and price are as they were. */
  readonly approved: boolean;
}

/** Rows of one file with all that their sheet is made of. */
export interface AgainRows<Row extends AgainRow = AgainRow> {
  /** The uploader's headings. */
  readonly headings: readonly string[];
  /** In the order in which they are shown. */
  readonly rows: readonly Row[];
  /** The headings that the account knows. */
  readonly known: KnownNames;
  /** ISO 4217 code of the account's currency. */
  readonly currency: string;
  /** The account's zone, in which its expiry dates are told. */
  readonly zone: string;
  /** In which the words are that are ours. */
  readonly language: Language;
}

/** The price for which a row is to be approved, or is. */
export function priceOf({ row, price }: AgainRow): Money | null {
  return price ?? row.approved;
}
