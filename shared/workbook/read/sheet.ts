import type { Account } from '../../settings/account.ts';
import type { Cell, LooseRow } from '../../jobs/quote.ts';
import { saysYes } from './approval.ts';
import { priceColumns } from './approved-price.ts';
import { cellAt, isFilled, untrusted } from './cell.ts';
import { columnFor, repeatsHeadings, type Column, type Headings } from './column-headings.ts';
import { readId } from './id.ts';
import { isLabelRow } from './labels.ts';
import { readRow, type RowFields } from './row.ts';
import { cellText, isBlankCell, type SheetRow, type SheetTable } from './sheet-table.ts';

/** What the sheet says about paying for a row; `unsaid` where it has no Approved column. */
export type Approval = 'yes' | 'no' | 'hidden' | 'unsaid';

/** A row of one sheet, before the sheets are brought together. */
export interface SheetEntry extends RowFields {
  readonly sheet: string;
  readonly line: number;
  readonly cells: readonly Cell[];
  readonly approval: Approval;
}

/** The table of one sheet. */
export interface SheetReading {
  readonly name: string;
  readonly columns: readonly string[];
  readonly entries: readonly SheetEntry[];
  /** Lines with something in them that are no row of the table, above it and within it. */
  readonly loose: readonly LooseRow[];
  /** Those under the headings as they stand in the sheet, for the labels below a table. */
  readonly looseRows: readonly SheetRow[];
}

const TOTALS = /^(?:grand\s*)?(?:sub\s*-?)?totals?\b|^sum\b|^合\s*计|^总\s*计|^小\s*计/iu;

/** Whether a line has nothing in it, not even damage. */
export function isBlankRow(row: SheetRow): boolean {
  const damaged = Array.from(row.marks?.values() ?? []).some(({ damage }) => damage !== undefined);
  return row.unsaved.length === 0 && !damaged && row.cells.every(isBlankCell);
}

/**
 * Whether the row is about no resource: neither id nor expiry, a heading said again, or a total, a
 * label or a note that happens to start under the heading for ids.
 */
function isLoose(row: SheetRow, headings: Headings): boolean {
  const id = columnFor(headings, 'id')!;
  if (repeatsHeadings(row, headings)) return true;
  if (isFilled(row, columnFor(headings, 'expiry'))) return false;
  if (!isFilled(row, id)) return true;
  const cell = cellAt(row, id);
  if (TOTALS.test(cellText(cell))) return true;
  const priced = priceColumns(headings).some((column) => isFilled(row, column));
  if (priced || untrusted(row, id) !== null || cell.kind !== 'text') return false;
  return isLabelRow(row) || readId(cell, id.twoValues).kind === 'problem';
}

function looseText(row: SheetRow): string {
  const texts = row.cells.map((cell) => cellText(cell).replaceAll(/\s+/gu, ' '));
  return texts
    .filter((text) => text !== '')
    .join(' | ')
    .slice(0, 200);
}

/** A yes counts only if every Approved column of the sheet says it. */
function approvalOf(row: SheetRow, headings: Headings, account: Account): Approval {
  const columns = headings.columns.get('approved') ?? [];
  const says = (column: Column): boolean =>
    untrusted(row, column) === null && saysYes(cellAt(row, column));
  if (!columns.every(says)) return 'no';
  if (row.hidden && account.hiddenRows === 'skip') return 'hidden';
  return columns.length > 0 ? 'yes' : 'unsaid';
}

function filledWidth(cells: readonly Cell[]): number {
  return cells.findLastIndex((cell) => !isBlankCell(cell)) + 1;
}

/** Columns up to the last one with a heading or with something in a row. */
function widthOf(rows: readonly SheetRow[], headings: Headings): number {
  return rows.reduce(
    (width, row) => (row.cells.length > width ? Math.max(width, filledWidth(row.cells)) : width),
    headings.texts.findLastIndex((text) => text !== '') + 1,
  );
}

/** Reads the table under the headings of one sheet. */
export function readSheet(table: SheetTable, headings: Headings, account: Account): SheetReading {
  const rows = table.rows.slice(headings.row + 1).filter((row) => !isBlankRow(row));
  const width = widthOf(rows, headings);
  const context = { account, table, headings };
  const looseRows = rows.filter((row) => isLoose(row, headings));
  const apart = new Set(looseRows);
  const above = table.rows.slice(0, headings.row).filter((row) => !isBlankRow(row));
  return {
    name: table.name,
    columns: Array.from({ length: width }, (_, index) => headings.texts[index] ?? ''),
    entries: rows
      .filter((row) => !apart.has(row))
      .map((row) => ({
        ...readRow(row, context),
        sheet: table.name,
        line: row.line,
        cells: row.cells.slice(0, width),
        approval: approvalOf(row, headings, account),
      })),
    loose: [...above, ...looseRows].map((row) => ({
      sheet: table.name,
      line: row.line,
      text: looseText(row),
    })),
    looseRows,
  };
}
