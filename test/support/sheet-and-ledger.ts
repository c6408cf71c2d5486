import { parseCsv } from 'hucre/csv';
import { readXlsx, type Workbook } from 'hucre/xlsx';
import type { LocalRun } from '../../infra/cli/local-run/local-run.ts';
import type { LedgerEntry } from '../../infra/sandboxes/frame/ledger.ts';
import type { Job } from '../../shared/jobs/job.ts';
import { money, sum } from '../../shared/values/money.ts';

/**
 * The rows of a job's results by their headings: of its workbook, or of the plain rows that stand
 * where runs broke off too often to write one.
 */
export async function resultRows(
  run: Pick<LocalRun, 'readObject'>,
  { resultsKey }: Job,
): Promise<Record<string, unknown>[]> {
  const bytes = await run.readObject(resultsKey!);
  if (!resultsKey!.endsWith('.csv')) return sheetRows(await readXlsx(bytes));
  const lines = parseCsv(new TextDecoder().decode(bytes)).map((line) =>
    line.map((cell) => (/^\d+(?:\.\d+)?$/u.test(String(cell)) ? Number(cell) : cell)),
  );
  return underHeadings(lines);
}

/** The rows of a sheet by their headings, below so many lines. */
export function sheetRows(
  { sheets }: Workbook,
  called = 'Results',
  above = 0,
): Record<string, unknown>[] {
  const sheet = sheets.find(({ name }) => name === called)!;
  return underHeadings(sheet.rows.slice(above));
}

function underHeadings(lines: readonly (readonly unknown[])[]): Record<string, unknown>[] {
  const [headings = [], ...rows] = lines;
  return rows.map((row) =>
    Object.fromEntries(headings.map((heading, index) => [String(heading), row[index]])),
  );
}

/** Whether a renewed row says nothing of its charge. */
export function isUntold(row: Readonly<Record<string, unknown>>): boolean {
  return (row['Paid (allocated)'] ?? null) === null;
}

/** The id of a row, under whichever heading of the quote it stands. */
export function idOf(row: Readonly<Record<string, unknown>>): string {
  return ['Resource ID', 'Instance ID', '域名'].map((name) => row[name]).find(Boolean) as string;
}

/**
 * In what a job's workbook and the ledger of its account (in dollars) disagree, empty where in
 * nothing: each renewed row charged once and no other at all, and the sums the same to the cent, but
 * for the charges of rows of which the workbook says that it knows none.
 */
export async function sheetAgainstLedger(
  run: Pick<LocalRun, 'readObject'>,
  job: Job,
  ledger: readonly LedgerEntry[],
): Promise<readonly string[]> {
  const rows = await resultRows(run, job);
  const wrong: string[] = [];
  if (rows.length !== job.totals!.rows) wrong.push(`${rows.length} rows of ${job.totals!.rows}`);
  const renewed = rows.filter((row) => row['Outcome'] === 'renewed');
  const ids = new Set(renewed.map(idOf));
  const charged = ledger.flatMap(({ resources }) => resources.map((one) => one.resourceId));
  for (const id of rows.map(idOf)) {
    const times = charged.filter((one) => one === id).length;
    if (times !== (ids.has(id) ? 1 : 0)) wrong.push(`${id} was charged ${times} times`);
  }
  const untold = new Set(renewed.filter(isUntold).map(idOf));
  const told = ledger.filter(
    ({ resources }) => !resources.every((one) => untold.has(one.resourceId)),
  );
  const sums = [
    renewed
      .filter((row) => !isUntold(row))
      .map((row) => money(Number(row['Paid (allocated)']), 'USD')),
    told.map(({ amount }) => money(amount, 'USD')),
    job.totals!.paid,
  ].map((amounts) => sum(amounts, 'USD').amount);
  if (new Set(sums).size > 1) wrong.push(`sheet, ledger and job say ${sums.join(', ')}`);
  return wrong;
}
