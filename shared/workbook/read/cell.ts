import type { Cell } from '../../jobs/quote.ts';
import { type Reason, reason } from '../../reasons/reason.ts';
import { problem, shortened, shownError, type FieldReading } from './field.ts';
import type { Column } from './column-headings.ts';
import {
  EMPTY,
  isBlankCell,
  type CellMarks,
  type Damage,
  type MergedCells,
  type SheetRow,
  type SheetTable,
} from './sheet-table.ts';

/** A row's cell under a column. */
export function cellAt(row: SheetRow, column: Column): Cell {
  return row.cells[column.index] ?? EMPTY;
}

/**
 * What is to be told of a cell apart from its content. The reader of files only states it; what it
 * means for a decision or a price is decided where those are read.
 */
export interface CellFacts extends CellMarks {
  /** Its column is hidden. */
  readonly hidden: boolean;
  /** The merged block that lies over it, where it is not the block's first cell, whose value shows. */
  readonly covered: MergedCells | null;
}

const NO_MARKS: CellMarks = {};

/** The merged block of which the cell is a part, be it the first cell or one of those covered. */
function mergedOver(
  row: SheetRow,
  index: number,
  merged: readonly MergedCells[],
): MergedCells | null {
  const line = row.line - 1;
  // A sheet may have thousands of blocks, and every cell is asked for its own.
  const over = (row.merged ?? merged).find(
    ({ startRow, endRow, startCol, endCol }) =>
      startRow <= line && line <= endRow && startCol <= index && index <= endCol,
  );
  return over ?? null;
}

/** The facts of the cell in a row's column, both counted from 0 within the sheet. */
export function factsAt(
  row: SheetRow,
  { index }: Pick<Column, 'index'>,
  table: SheetTable,
): CellFacts {
  const over = mergedOver(row, index, table.merged);
  const first = over !== null && over.startRow === row.line - 1 && over.startCol === index;
  return {
    ...(row.marks?.get(index) ?? NO_MARKS),
    hidden: table.hiddenColumns?.has(index) ?? false,
    covered: first ? null : over,
  };
}

/** Whether anything stands under the column, be it a formula whose result is not in the file. */
export function isFilled(row: SheetRow, column: Column | null): boolean {
  if (column === null) return false;
  const { index } = column;
  return (
    !isBlankCell(cellAt(row, column)) ||
    row.unsaved.includes(index) ||
    row.marks?.get(index)?.damage !== undefined
  );
}

const DAMAGES = {
  stale: reason('result-not-up-to-date'),
  'no such text': reason('cell-damaged'),
  'no value': reason('cell-damaged'),
} as const satisfies Readonly<Record<Damage, Reason>>;

/** Why the content that the file holds for a cell is not to be trusted, or null. */
export function untrusted(row: SheetRow, { index }: Pick<Column, 'index'>): Reason | null {
  if (row.unsaved.includes(index)) return reason('formula-not-saved');
  const damage = row.marks?.get(index)?.damage;
  return damage === undefined ? null : DAMAGES[damage];
}

/**
 * No id, price, term or date is longer, be it with a name before it. A cell may hold 32,767 characters,
 * over which patterns that are quick on what people write would take seconds.
 */
const LONGEST = 1000;

/** A cell's reading, after what no field can use: errors, damage, results that are not to be trusted. */
export function readCell<T>(
  row: SheetRow,
  column: Column,
  read: (cell: Cell) => FieldReading<T>,
): FieldReading<T> {
  const damage = untrusted(row, column);
  if (damage !== null) return problem(damage);
  const cell = cellAt(row, column);
  if (cell.kind === 'text' && cell.text.length > LONGEST) {
    return problem(reason('cell-too-long', { cell: shortened(cell.text.slice(0, 200)) }));
  }
  const error = shownError(cell);
  return error === null ? read(cell) : problem(reason('cell-shows-error', { error }));
}

/** What is said of a cell that is empty and must not be. */
export function emptyCell(row: SheetRow, column: Column, merged: readonly MergedCells[]): Reason {
  return reason(mergedOver(row, column.index, merged) === null ? 'cell-empty' : 'cell-merged');
}
