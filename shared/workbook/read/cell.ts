import type { Cell } from '../../jobs/quote.ts';
import { type Reason, reason } from '../../reasons/reason.ts';
import { problem, shownError, type FieldReading } from './field.ts';
import type { Column } from './column-headings.ts';
import { EMPTY, isBlankCell, type MergedCells, type SheetRow } from './sheet-table.ts';

/** A row's cell under a column. */
export function cellAt(row: SheetRow, column: Column): Cell {
  return row.cells[column.index] ?? EMPTY;
}

/** Whether anything stands under the column, be it a formula whose result is not in the file. */
export function isFilled(row: SheetRow, column: Column | null): boolean {
  if (column === null) return false;
  return !isBlankCell(cellAt(row, column)) || row.unsaved.includes(column.index);
}

/** A cell's reading, after what no field can use: errors and formulas without a saved result. */
export function readCell<T>(
  row: SheetRow,
  column: Column,
  read: (cell: Cell) => FieldReading<T>,
): FieldReading<T> {
  if (row.unsaved.includes(column.index)) {
    return problem(reason('formula-not-saved'));
  }
  const cell = cellAt(row, column);
  const error = shownError(cell);
  return error === null ? read(cell) : problem(reason('cell-shows-error', { error }));
}

/** What is said of a cell that is empty and must not be. */
export function emptyCell(row: SheetRow, column: Column, merged: readonly MergedCells[]): Reason {
  const index = row.line - 1;
  const covered = merged.some(
    ({ startRow, endRow, startCol, endCol }) =>
      startRow <= index && index <= endRow && startCol <= column.index && column.index <= endCol,
  );
  return reason(covered ? 'cell-merged' : 'cell-empty');
}
