import type { ProviderTraits } from '../../renewal/traits.ts';
import type { Account } from '../../settings/account.ts';
import { exceeds, display, sum } from '../../values/money.ts';
import type { Quote, QuoteReading, UnreadSheet } from '../../jobs/quote.ts';
import { type Reason, reason } from '../../reasons/reason.ts';
import {
  hasAddedColumns,
  isCoverOfOurs,
  isOwnLine,
  isPriceToApprove,
  isSheetOfOurs,
} from './own-lines.ts';
import { type Asked, mergeSheets } from './merge-sheets.ts';
import { columnFor } from './column-headings.ts';
import { knownNames } from './heading-key.ts';
import { ownReport } from './own-reports.ts';
import type { ReadFor } from './row-context.ts';
import { readLabels, type Labels } from './labels.ts';
import { isComplete, readAllStatements, refusal, toldColumns } from './refusals.ts';
import { isBlankRow, isLoose, readSheet, type SheetReading } from './sheet.ts';
import { findTables, type SheetTables } from './sheet-blocks.ts';
import { sightFor } from './sight.ts';
import { readStatements } from './statements.ts';
import { readTables } from './tables.ts';
import { rejection, REJECTIONS } from './rejections.ts';
import {
  cellText,
  type QuoteFile,
  type SheetRow,
  type SheetTable,
  type TablesReading,
} from './sheet-table.ts';

type Tables = Extract<TablesReading, { readonly kind: 'tables' }>;

/** Who approved the quote and its reference: said beside a table, else in a column of it. */
function labelsOf(
  unread: readonly SheetTable[],
  found: readonly SheetTables[],
  sheets: readonly SheetReading[],
): Labels {
  const beside = readLabels([
    ...unread.flatMap(({ rows }) => rows.slice(0, 50)),
    ...sheets.flatMap(({ looseRows }) => looseRows),
  ]);
  const inColumn = (meaning: 'approvedBy' | 'reference'): string | null => {
    const said = new Set<string>();
    for (const { headings, rows } of found.flatMap(({ blocks }) => blocks)) {
      const column = columnFor(headings, meaning);
      if (column === null) continue;
      for (const row of rows) {
        const cell = row.cells[column.index];
        if (cell !== undefined && said.size < 5) said.add(cellText(cell).slice(0, 200));
      }
    }
    said.delete('');
    return said.size === 0 ? null : [...said].join(', ');
  };
  return {
    approvedBy: beside.approvedBy ?? inColumn('approvedBy'),
    reference: beside.reference ?? inColumn('reference'),
  };
}

/** The account's ceilings over the whole file; both count before anything is paid. */
function aboveCeiling({ rows }: Quote, account: Account): Reason | null {
  const { maxRows, maxJobAmount, currency } = account;
  if (rows.length > maxRows) return REJECTIONS.tooManyRows(rows.length, maxRows);
  if (maxJobAmount === null) return null;
  const payable = rows.filter(({ verdict }) => verdict === null).map((row) => row.approved!);
  const total = sum(payable, currency);
  return exceeds(total, { amount: maxJobAmount, currency })
    ? REJECTIONS.tooDear(display(total), maxJobAmount, currency)
    : null;
}

/** The visible sheets of which nothing was read, with why; those without anything in them are none. */
function unreadSheets(reading: Tables, unread: readonly SheetTable[]): UnreadSheet[] {
  const without = unread.flatMap(({ name, rows }) => {
    const lines = rows.filter((row) => !isBlankRow(row)).length;
    if (lines === 0) return [];
    const isOurs = isSheetOfOurs({ name, rows });
    const why = isOurs
      ? reason('sheet-of-ours')
      : reason('sheet-without-ids', { lines: String(lines) });
    return [{ sheet: name, reason: why }];
  });
  return [...(reading.unread ?? []), ...without];
}

function remarksOn(sheets: readonly SheetReading[]): readonly Reason[] {
  const words = [...new Set(sheets.flatMap(({ unknownAnswers }) => unknownAnswers))];
  if (words.length === 0) return [];
  const answers = words
    .slice(0, 20)
    .map((word) => `"${word}"`)
    .join(', ');
  return [reason('answers-not-known', { answers })];
}

/** Lines beside a sheet's tables: those above, and those among and below the rows. */
function besideTables(
  { above, blocks }: SheetTables,
  whom: Pick<ReadFor, 'isName'>,
): readonly SheetRow[] {
  const among = blocks.flatMap(({ rows, headings }) =>
    rows.filter((row) => isLoose(row, headings, whom)),
  );
  return [...above, ...among];
}

/** A quote of ours without the column of approvals that it came with approves nothing. */
function askedIn(found: readonly SheetTables[], unread: readonly SheetTable[]): Asked {
  const headings = found.flatMap(({ blocks }) => blocks.map((block) => block.headings));
  if (headings.some(({ columns }) => columns.has('approved'))) return 'by a column';
  const isOurs =
    unread.some(isCoverOfOurs) ||
    found.some(({ above }) => above.some(isOwnLine)) ||
    headings.some(
      ({ columns, texts }) =>
        columns.get('approvedPrice')?.some(isPriceToApprove) === true || hasAddedColumns(texts),
    );
  return isOurs ? 'by the quote' : 'nowhere';
}

function quoteOf(
  reading: Tables,
  unread: readonly SheetTable[],
  found: readonly SheetTables[],
  whom: ReadFor,
): Quote {
  // Complete sheets first, so that the cells shown and read are theirs.
  const ranked = [...found.filter(isComplete), ...found.filter((each) => !isComplete(each))];
  const sheets = ranked.map((each) => readSheet(each, whom));
  const remarks = remarksOn(sheets);
  return {
    ...mergeSheets(sheets, askedIn(found, unread), whom.idKey),
    loose: sheets.flatMap(({ loose }) => loose),
    unread: unreadSheets(reading, unread),
    ...labelsOf(unread, found, sheets),
    ...(remarks.length > 0 && { remarks }),
  };
}

/** What a sheet without a table, such as a cover, says to all rows of the file: its no, or null. */
function saidOnCovers(unread: readonly SheetTable[], account: Account): string | null {
  const known = knownNames(account.headings);
  for (const { name, rows } of unread) {
    // With columns of its own it need say nothing: only a no in so many words counts.
    const said = { term: true, approval: true };
    const { against } = readStatements(rows.slice(0, 100), name, said, account.currency, known);
    if (against !== null) return against;
  }
  return null;
}

/**
 * Reads an approved quote for an account: every row with what was approved, or with the verdict that
 * keeps it from being paid; or the reason for which the file is rejected. Nothing here
 * asks the provider, and the file's formulas and macros are never run: results saved with it count.
 */
export async function readQuote(
  file: QuoteFile,
  account: Account,
  traits: Pick<ProviderTraits, 'idKey' | 'longestTerm' | 'isName' | 'productKey'>,
): Promise<QuoteReading> {
  const reading = await readTables(file, account.maxRows);
  if (reading.kind === 'rejected') return { ...reading, quote: null };
  const { tables } = reading;
  const own = ownReport(file.name, tables);
  // Nobody is told of columns that they have not made.
  if (own !== null) return { ...rejection(own), quote: null };
  const seen = tables.map((table) => ({ table, found: findTables(table, account, traits) }));
  const found = seen.flatMap((each) => each.found ?? []);
  const unread = seen.flatMap((each) => (each.found === null ? [each.table] : []));
  const told = toldColumns(found);
  const lines = readAllStatements(found, (each) => besideTables(each, traits), account);
  const known = knownNames(account.headings);
  const refused = refusal(found, unread, known) ?? lines.refused;
  if (refused !== null) {
    const sight = sightFor(refused, found, unread, known);
    return { ...rejection(refused), quote: null, told, sight };
  }
  const cover = saidOnCovers(unread, account);
  const judged = found.map((each) => ({
    ...each,
    against: each.against ?? cover ?? lines.against.get(each) ?? null,
  }));
  const quote = quoteOf(reading, unread, judged, { account, ...traits });
  const why = quote.rows.length === 0 ? REJECTIONS.noRows : aboveCeiling(quote, account);
  return why === null ? { kind: 'quote', quote, told } : { ...rejection(why), quote, told };
}
