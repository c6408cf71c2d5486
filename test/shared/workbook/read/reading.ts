import type { Account } from '../../../../shared/settings/account.ts';
import type { Quote, QuoteRow } from '../../../../shared/jobs/quote.ts';
import { readQuote } from '../../../../shared/workbook/read/read-quote.ts';
import { testAccount } from '../../../support/quote-rows.ts';
import {
  QUOTE_HEADINGS,
  quoteWorkbook,
  type RowIn,
  type SheetIn,
} from '../../../support/quote-workbook.ts';
import { told, wordsOf } from '../../../support/told.ts';
import { HUAWEI } from '../../../../shared/providers/huawei/traits.ts';

/** Reads bytes that must be a quote. */
export async function quoteOf(
  bytes: Uint8Array,
  different: Partial<Account> = {},
  name = 'quote.xlsx',
): Promise<Quote> {
  const reading = await readQuote({ name, bytes }, testAccount(different), HUAWEI);
  if (reading.kind === 'rejected') throw new Error(wordsOf(reading.reason));
  return reading.quote;
}

/** Reads bytes that must be rejected, and gives the sentence. */
export async function refusalOf(
  bytes: Uint8Array,
  different: Partial<Account> = {},
  name = 'quote.xlsx',
): Promise<string> {
  const reading = await readQuote({ name, bytes }, testAccount(different), HUAWEI);
  if (reading.kind === 'quote') throw new Error('the file was read');
  return wordsOf(reading.reason);
}

/** Reads a workbook of one sheet with the usual headings (and more) and these rows. */
export async function readRows(
  rows: readonly RowIn[],
  more: readonly string[] = [],
  sheet: Partial<SheetIn> = {},
  different: Partial<Account> = {},
): Promise<Quote> {
  const headings = [...QUOTE_HEADINGS, ...more];
  return await quoteOf(await quoteWorkbook({ headings, rows, ...sheet }), different);
}

/** The word and the reason of a row's verdict in one text, or "payable". */
export function verdictOf(row: QuoteRow | undefined): string {
  if (row === undefined) return 'no such row';
  return row.verdict === null ? 'payable' : `${row.verdict.outcome}: ${told(row.verdict).reason}`;
}
