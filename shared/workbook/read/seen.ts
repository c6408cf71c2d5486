import type { Cell } from '../../jobs/quote.ts';
import { type Reason, reason } from '../../reasons/reason.ts';
import { type CellFacts, cellAt, factsAt, readCell, untrusted } from './cell.ts';
import { problem, type FieldReading } from './field.ts';
import type { Column } from './column-headings.ts';
import { rowAtLine } from './row-at-line.ts';
import { EMPTY, isBlankCell, type SheetRow, type SheetTable } from './sheet-table.ts';

/** A cell as people see it; `unseen` says why what stands there cannot decide anything. */
export interface SeenCell {
  readonly cell: Cell;
  readonly unseen: Reason | null;
}

/**
 * Why a cell with something in it does not decide: nobody can see it, or it is struck out. Pure over
 * the facts of the cell, so that each of them can be tried.
 */
function whyUnseen(facts: Pick<CellFacts, 'hidden' | 'struck' | 'unseen'>): Reason | null {
  if (facts.hidden) return reason('column-hidden');
  if (facts.struck !== undefined) return reason('cell-struck-through');
  return facts.unseen === true ? reason('cell-not-visible') : null;
}

/** Whether there is nothing to tell of a cell, as of nearly all of them. */
function isPlain(row: SheetRow, { index }: Column, table: SheetTable): boolean {
  return (
    row.marks?.get(index) === undefined &&
    (row.merged ?? table.merged).length === 0 &&
    table.hiddenColumns?.has(index) !== true
  );
}

/**
 * A row's cell under a column as people see it. What a merged block covers is not there, whatever
 * the file holds; the block's value, which is seen in all of its rows, counts in each.
 */
export function seenAt(row: SheetRow, column: Column, table: SheetTable): SeenCell {
  if (isPlain(row, column, table)) return { cell: cellAt(row, column), unseen: null };
  const facts = factsAt(row, column, table);
  const { covered } = facts;
  if (covered === null) {
    const cell = cellAt(row, column);
    return { cell, unseen: isBlankCell(cell) ? null : whyUnseen(facts) };
  }
  const first = rowAtLine(table, covered.startRow);
  if (first === null || (first.hidden && !row.hidden)) return { cell: EMPTY, unseen: null };
  const at = { ...column, index: covered.startCol };
  const cell = cellAt(first, at);
  return {
    cell,
    unseen:
      untrusted(first, at) ?? (isBlankCell(cell) ? null : whyUnseen(factsAt(first, at, table))),
  };
}

/**
 * A cell's reading as people see it: what is unseen or not to be trusted has none, and a merged
 * block's value counts in its first cell alone.
 */
export function readSeen<T>(
  row: SheetRow,
  column: Column,
  table: SheetTable,
  read: (cell: Cell) => FieldReading<T>,
): FieldReading<T> {
  const blank = isBlankCell(cellAt(row, column));
  if (!isPlain(row, column, table)) {
    const facts = factsAt(row, column, table);
    // What is covered is not there: neither its value nor what is wrong with it.
    if (facts.covered !== null) return { kind: 'empty' };
    const unseen = blank ? null : whyUnseen(facts);
    if (unseen !== null) return problem(unseen);
  }
  return blank && untrusted(row, column) === null ? { kind: 'empty' } : readCell(row, column, read);
}
