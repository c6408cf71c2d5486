import type { Account } from '../../settings/account.ts';
import { exceeds, display, sum } from '../../values/money.ts';
import type { Quote, QuoteReading, UnreadSheet } from '../../jobs/quote.ts';
import { type Reason, reason } from '../../reasons/reason.ts';
import { mergeSheets } from './merge-sheets.ts';
import { priceColumns } from './approved-price.ts';
import { columnFor, doubledHeading, findHeadings, type Headings } from './column-headings.ts';
import { readLabels, type Labels } from './labels.ts';
import { isBlankRow, readSheet } from './sheet.ts';
import { readTables } from './tables.ts';
import { rejection, REJECTIONS } from './rejections.ts';
import {
  cellText,
  type QuoteFile,
  type SheetRow,
  type SheetTable,
  type TablesReading,
} from './sheet-table.ts';

interface Found {
  readonly table: SheetTable;
  readonly headings: Headings;
}

type Tables = Extract<TablesReading, { readonly kind: 'tables' }>;

function isComplete({ headings }: Found): boolean {
  return columnFor(headings, 'expiry') !== null && priceColumns(headings).length > 0;
}

/** What no file may lack. A sheet that lacks it beside a complete one only adds to that one. */
function refusal(found: readonly Found[]): Reason | null {
  const [first] = found;
  if (first === undefined) return REJECTIONS.noId;
  for (const { table, headings } of found) {
    const doubled = doubledHeading(headings);
    if (doubled !== null) return REJECTIONS.twice(table.name, doubled);
  }
  if (found.some(isComplete)) return null;
  return columnFor(first.headings, 'expiry') === null
    ? REJECTIONS.noExpiry(first.table.name)
    : REJECTIONS.noPrice(first.table.name);
}

/** Who approved the quote and its reference: said beside a table, else in a column of it. */
function labelsOf(
  tables: readonly SheetTable[],
  found: readonly Found[],
  below: readonly SheetRow[],
): Labels {
  const above = tables.flatMap(({ rows, name }) => {
    const headings = found.find(({ table }) => table.name === name)?.headings;
    return rows.slice(0, headings?.row ?? 50);
  });
  const beside = readLabels([...above, ...below]);
  const inColumn = (meaning: 'approvedBy' | 'reference'): string | null => {
    const said = new Set<string>();
    for (const { table, headings } of found) {
      const column = columnFor(headings, meaning);
      if (column === null) continue;
      for (const row of table.rows.slice(headings.row + 1)) {
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
function unreadSheets(reading: Tables, found: readonly Found[]): UnreadSheet[] {
  const without = reading.tables.flatMap((table) => {
    const lines = table.rows.filter((row) => !isBlankRow(row)).length;
    return lines === 0 || found.some((each) => each.table === table)
      ? []
      : [{ sheet: table.name, reason: reason('sheet-without-ids', { lines: String(lines) }) }];
  });
  return [...(reading.unread ?? []), ...without];
}

function quoteOf(reading: Tables, found: readonly Found[], account: Account): Quote {
  const { tables } = reading;
  // Complete sheets first, so that the cells shown and read are theirs.
  const ranked = [...found.filter(isComplete), ...found.filter((each) => !isComplete(each))];
  const sheets = ranked.map(({ table, headings }) => readSheet(table, headings, account));
  const asked = found.some(({ headings }) => headings.columns.has('approved'));
  const below = sheets.flatMap(({ looseRows }) => looseRows);
  return {
    ...mergeSheets(sheets, asked),
    loose: sheets.flatMap(({ loose }) => loose),
    unread: unreadSheets(reading, found),
    ...labelsOf(tables, found, below),
  };
}

/**
 * Reads an approved quote for an account: every row with what was approved, or with the verdict that
 * keeps it from being paid; or the reason for which the file is rejected. Nothing here
 * asks the provider, and the file's formulas and macros are never run: results saved with it count.
 */
export async function readQuote(file: QuoteFile, account: Account): Promise<QuoteReading> {
  const reading = await readTables(file, account.maxRows);
  if (reading.kind === 'rejected') return { ...reading, quote: null };
  const { tables } = reading;
  const found = tables.flatMap((table) => {
    const headings = findHeadings(table);
    return headings === null ? [] : [{ table, headings }];
  });
  const refused = refusal(found);
  if (refused !== null) return { ...rejection(refused), quote: null };
  const quote = quoteOf(reading, found, account);
  const why = quote.rows.length === 0 ? REJECTIONS.noRows : aboveCeiling(quote, account);
  return why === null ? { kind: 'quote', quote } : { ...rejection(why), quote };
}
