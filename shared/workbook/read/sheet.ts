import type { Cell, LooseRow } from '../../jobs/quote.ts';
import type { Reason } from '../../reasons/reason.ts';
import { isOwnLine } from './own-lines.ts';
import { priceColumns } from './price-columns.ts';
import { titleSays } from './notes-and-titles.ts';
import { cellAt, isFilled, untrusted } from './cell.ts';
import { columnFor, repeatsHeadings, type Headings } from './column-headings.ts';
import { columnHabits } from './column-habits.ts';
import { headingKey } from './heading-key.ts';
import { readId } from './id.ts';
import { isLabelRow } from './labels.ts';
import { type Approval, rowApproval } from './row-approval.ts';
import type { ReadFor, RowContext } from './row-context.ts';
import { readRow, type RowFields } from './row.ts';
import type { SheetTables, TableBlock } from './sheet-blocks.ts';
import { cellText, EMPTY, isBlankCell, oneLine, type SheetRow } from './sheet-table.ts';

export type { Approval } from './row-approval.ts';

/** A row of one sheet, before the sheets are brought together. */
export interface SheetEntry extends RowFields {
  readonly sheet: string;
  readonly line: number;
  readonly cells: readonly Cell[];
  readonly approval: Approval;
  /** Why it is not approved, where more is to be said than that nobody said yes. */
  readonly why: Reason | null;
}

/** The tables of one sheet, under the headings of all of them. */
export interface SheetReading {
  readonly name: string;
  readonly columns: readonly string[];
  readonly entries: readonly SheetEntry[];
  readonly loose: readonly LooseRow[];
  /** The same rows as they stand in the sheet, for the labels beside a table. */
  readonly looseRows: readonly SheetRow[];
  /** Words in columns of decisions that are in no list, each once. */
  readonly unknownAnswers: readonly string[];
}

const TOTALS = /^(?:grand\s*)?(?:sub\s*-?)?totals?\b|^sum\b|^合\s*计|^总\s*计|^小\s*计/iu;

/** Whether there is nothing in a row, be it damaged. */
export function isBlankRow(row: SheetRow): boolean {
  const damaged = Array.from(row.marks?.values() ?? []).some(({ damage }) => damage !== undefined);
  return row.unsaved.length === 0 && !damaged && row.cells.every(isBlankCell);
}

/** The single text of a row that is a title, or null. */
function titleOf(row: SheetRow): string | null {
  const first = row.cells.findIndex((cell) => !isBlankCell(cell));
  const cell = row.cells[first];
  if (cell?.kind !== 'text') return null;
  const alone = row.cells.findLastIndex((other) => !isBlankCell(other)) === first;
  return alone ? cellText(cell) : null;
}

/**
 * Whether the row is about no resource: neither id nor expiry, a heading said again, or a total, a
 * label or a note that happens to start under the heading for ids.
 */
export function isLoose(
  row: SheetRow,
  headings: Headings,
  { isName }: Pick<ReadFor, 'isName'>,
): boolean {
  const id = columnFor(headings, 'id')!;
  if (repeatsHeadings(row, headings)) return true;
  if (isFilled(row, columnFor(headings, 'expiry'))) return false;
  const ids = headings.columns.get('id')!;
  if (!ids.some((column) => isFilled(row, column))) return true;
  const cell = cellAt(row, id);
  if (TOTALS.test(cellText(cell).slice(0, 60))) return true;
  const title = titleOf(row);
  if (title !== null && titleSays(title) !== null) return true;
  const priced = priceColumns(headings).some((column) => isFilled(row, column));
  if (priced || untrusted(row, id) !== null || cell.kind !== 'text') return false;
  return isLabelRow(row) || readId(cell, id.twoValues, isName).kind === 'problem';
}

/** A row that was not counted, as it is named. */
function looseText(row: SheetRow): string {
  const texts = row.cells.map(oneLine);
  return texts
    .filter((text) => text !== '')
    .join(' | ')
    .slice(0, 200);
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

/** What the titles say as one goes down the rows: the one that says no, until another says yes. */
function titleTracker(first: string | null): (row: SheetRow) => string | null {
  let current = first;
  return (row) => {
    const text = titleOf(row);
    const says = text === null ? null : titleSays(text);
    if (says !== null) current = says === 'no' ? text : null;
    return current;
  };
}

/** Where a block's columns stand among those of its sheet's first block; new ones come behind. */
function placesIn(columns: string[], own: readonly string[]): readonly number[] {
  const free = new Set(columns.keys());
  const keys = columns.map((heading) => headingKey(heading));
  return own.map((heading) => {
    const key = headingKey(heading);
    const known = [...free].find((at) => keys[at] === key);
    const at = known ?? columns.push(heading) - 1;
    free.delete(at);
    return at;
  });
}

function placed(cells: readonly Cell[], places: readonly number[]): readonly Cell[] {
  if (places.every((place, at) => place === at)) return cells;
  const all: Cell[] = Array.from({ length: Math.max(...places) + 1 }, () => EMPTY);
  for (const [at, cell] of cells.entries()) all[places[at]!] = cell;
  return all;
}

interface BlockReading {
  readonly entries: readonly SheetEntry[];
  readonly looseRows: readonly SheetRow[];
  readonly unknown: ReadonlySet<string>;
}

function readBlock(
  block: TableBlock,
  sheet: SheetTables,
  columns: string[],
  whom: ReadFor,
): BlockReading {
  const { table } = sheet;
  const { headings } = block;
  const rows = block.rows.filter((row) => !isBlankRow(row));
  const width = widthOf(rows, headings);
  const own = Array.from({ length: width }, (_, index) => headings.texts[index] ?? '');
  const places = placesIn(columns, own);
  const looseRows: SheetRow[] = [];
  const unknown = new Set<string>();
  const titled = titleTracker(block.title);
  const context: RowContext = { ...whom, table, headings, ...columnHabits(rows, headings) };
  const entries: SheetEntry[] = [];
  for (const row of rows) {
    if (isLoose(row, headings, whom)) {
      looseRows.push(row);
      titled(row);
      continue;
    }
    const title = sheet.against ?? titled(row);
    const { approval, why, unknown: word } = rowApproval(row, headings, table, whom.account, title);
    if (word !== null && unknown.size < 20) unknown.add(word);
    entries.push({
      ...readRow(row, context),
      sheet: table.name,
      line: row.line,
      cells: placed(row.cells.slice(0, width), places),
      approval,
      why,
    });
  }
  return { entries, looseRows, unknown };
}

/** Reads the tables of one sheet, each under its own headings. */
export function readSheet(sheet: SheetTables, whom: ReadFor): SheetReading {
  const columns: string[] = [];
  const blocks = sheet.blocks.map((block) => readBlock(block, sheet, columns, whom));
  const looseRows = [...sheet.above, ...blocks.flatMap((block) => block.looseRows)].toSorted(
    (one, other) => one.line - other.line,
  );
  const width = columns.length;
  const name = sheet.table.name;
  return {
    name,
    columns,
    // A sheet's rows are as wide as all of its tables together.
    entries: blocks
      .flatMap(({ entries }) => entries)
      .map((entry) => ({ ...entry, cells: entry.cells.slice(0, width) })),
    loose: looseRows
      .filter((row) => !(sheet.above.includes(row) && isOwnLine(row)))
      .map((row) => ({ sheet: name, line: row.line, text: looseText(row) })),
    looseRows,
    unknownAnswers: [...new Set(blocks.flatMap(({ unknown }) => [...unknown]))],
  };
}
