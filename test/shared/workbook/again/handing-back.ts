import { readXlsx } from 'hucre/xlsx';
import { HUAWEI } from '../../../../shared/providers/huawei/traits.ts';
import type { QuoteRow } from '../../../../shared/jobs/quote.ts';
import { asTold } from '../../../../shared/reasons/reason.ts';
import { type Outcome, rowOutcome } from '../../../../shared/renewal/outcome.ts';
import { money } from '../../../../shared/values/money.ts';
import { knownNames } from '../../../../shared/workbook/read/heading-key.ts';
import { readQuote } from '../../../../shared/workbook/read/read-quote.ts';
import { retryRows, reviewRows } from '../../../../shared/workbook/again/which-rows.ts';
import { writeRetry } from '../../../../shared/workbook/again/write-retry.ts';
import { writeReview } from '../../../../shared/workbook/again/write-review.ts';
import type { ReadBack } from '../../../../shared/workbook/again/write-forms.ts';
import type {
  ReportRow,
  ResultsReport,
} from '../../../../shared/workbook/results/results-report.ts';
import { testAccount } from '../../../support/quote-rows.ts';
import { quoteWorkbook, type SheetIn } from '../../../support/quote-workbook.ts';
import { quoteOf } from '../read/reading.ts';
import { sampleReport } from '../results/results-sample.ts';

const known = knownNames(testAccount().headings);

/** Reads a file as an account of the tests does. */
export const readBack: ReadBack = async (bytes) =>
  await readQuote({ name: 'again.xlsx', bytes }, testAccount(), HUAWEI);

/** What becomes of a row of a file, and what it costs now. */
export type Fate = readonly [outcome: Outcome, price?: string];

function became(row: QuoteRow, [outcome, price]: Fate): ReportRow {
  return {
    row,
    outcome: row.verdict ?? rowOutcome(outcome, asTold(`It is ${outcome}.`, 'See to it.')),
    price: price === undefined ? null : money(price, 'USD'),
  };
}

/** The report of a job whose file has these sheets and of whose rows, in turn, this becomes. */
export async function reportOn(
  sheets: readonly SheetIn[],
  fates: readonly Fate[],
  more: Partial<ResultsReport> = {},
): Promise<ResultsReport> {
  const quote = await quoteOf(await quoteWorkbook(...sheets));
  return {
    ...sampleReport(0),
    currency: 'USD',
    account: 'main',
    columns: quote.columns,
    approvedBy: quote.approvedBy,
    reference: quote.reference,
    rows: quote.rows.map((row, at) => became(row, fates[at % fates.length]!)),
    quoted: null,
    ...more,
  };
}

/** The retry workbook of a report. */
export async function retryOf(report: ResultsReport): Promise<Uint8Array> {
  return await writeRetry(report, retryRows(report), known, readBack);
}

/** The review workbook of a report. */
export async function reviewOf(report: ResultsReport): Promise<Uint8Array> {
  return await writeReview(report, reviewRows(report), known, readBack);
}

/** The lines of a sheet with something in them, without empty cells at their ends. */
export async function linesOf(bytes: Uint8Array, name: string): Promise<readonly unknown[][]> {
  const { sheets } = await readXlsx(bytes);
  const rows = sheets.find((sheet) => sheet.name === name)?.rows ?? [];
  return rows.map((row) => {
    const last = row.findLastIndex((value) => value !== null && value !== undefined);
    return row.slice(0, last + 1).map((value) => value ?? null);
  });
}

/** What is read of a file, row by row: id, price, term and whether it would be paid. */
export async function readAs(bytes: Uint8Array): Promise<readonly string[]> {
  const { rows } = await quoteOf(bytes);
  return rows.map(
    ({ resourceId, approved, term, verdict }) =>
      `${resourceId?.slice(-2)}: ${approved?.amount ?? '-'} for ${term?.count ?? '-'} ${term?.unit ?? ''}, ${verdict?.outcome ?? 'approved'}`,
  );
}
