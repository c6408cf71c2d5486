import type { Cell } from '../../../jobs/quote.ts';
import { LIMITS } from '../limits.ts';
import { REJECTIONS } from '../rejections.ts';
import { EMPTY, type CellMarks, type MergedCells, type SheetRow } from '../sheet-table.ts';
import { Unreadable } from '../unreadable.ts';
import type { CellContent } from './cell-content.ts';
import { MergedLines } from './merged-lines.ts';
import { readReference, referenceOf, SHEET } from './reference.ts';

/** Counts the cells of all sheets of a file. */
export class CellBudget {
  #cells = 0;

  take(): void {
    if (++this.#cells > LIMITS.cells) throw new Unreadable(REJECTIONS.tooMuch);
  }
}

function damaged(): never {
  throw new Unreadable(REJECTIONS.damaged);
}

const NOTHING: readonly never[] = [];

/** The rows of a sheet while it is read. Lines and columns count from 1 here, as in the file. */
export class RowCollector {
  readonly #budget: CellBudget;
  readonly #mostLines: number;
  readonly #filled: SheetRow[] = [];
  readonly #lines = new Set<number>();
  readonly #merged: MergedCells[] = [];
  readonly #hidden = new Set<number>();
  readonly #told = new Set<number>();
  #othersHidden = false;
  #line = 0;
  #column = 0;
  #rowHidden = false;
  #cells: Cell[] = [];
  #columns = new Set<number>();
  #unsaved: number[] = [];
  #marks: Map<number, CellMarks> | null = null;
  #hasContent = false;

  constructor(budget: CellBudget, mostLines: number) {
    this.#budget = budget;
    this.#mostLines = mostLines;
  }

  beginRow(number: string | null, hidden: boolean): void {
    if (number !== null && !/^\s*\d{1,7}\s*$/u.test(number)) damaged();
    this.#line = number === null ? this.#line + 1 : Number(number);
    if (this.#line < 1 || this.#line > SHEET.lines || this.#lines.has(this.#line)) damaged();
    this.#lines.add(this.#line);
    this.#column = 0;
    this.#rowHidden = hidden;
    this.#cells = [];
    this.#columns = new Set();
    this.#unsaved = [];
    this.#marks = null;
    this.#hasContent = false;
  }

  /** The column of the cell that begins; without a reference it follows the one before it. */
  column(reference: string | null): number {
    if (reference === null) this.#column++;
    else {
      const place = readReference(reference.trim());
      if (place === null || place.line !== this.#line) return damaged();
      this.#column = place.column;
    }
    if (this.#column > SHEET.columns || this.#columns.has(this.#column)) damaged();
    this.#columns.add(this.#column);
    return this.#column;
  }

  add(column: number, { cell, unsaved, marks }: CellContent): void {
    if (cell.kind === 'empty' && !unsaved && marks === null) return;
    if (column > LIMITS.columns || this.#line > LIMITS.lines) {
      const far = referenceOf({ line: this.#line, column });
      throw new Unreadable(REJECTIONS.farAway(far));
    }
    this.#budget.take();
    this.#hasContent = true;
    while (this.#cells.length < column - 1) this.#cells.push(EMPTY);
    this.#cells[column - 1] = cell;
    if (unsaved) this.#unsaved.push(column - 1);
    if (marks !== null) (this.#marks ??= new Map()).set(column - 1, marks);
  }

  endRow(): void {
    if (!this.#hasContent) return;
    this.#filled.push({
      line: this.#line,
      hidden: this.#rowHidden,
      cells: this.#cells,
      unsaved: this.#unsaved.length === 0 ? NOTHING : this.#unsaved,
      ...(this.#marks === null ? {} : { marks: this.#marks }),
    });
    if (this.#filled.length > this.#mostLines) {
      throw new Unreadable(REJECTIONS.tooManyLines(this.#filled.length, this.#mostLines));
    }
  }

  columns(min: number, max: number, hidden: boolean): void {
    for (let column = min; column <= Math.min(max, LIMITS.columns); column++) {
      this.#told.add(column - 1);
      if (hidden) this.#hidden.add(column - 1);
    }
  }

  /** Columns of which nothing is told have no width. */
  hideOtherColumns(): void {
    this.#othersHidden = true;
  }

  merge(reference: string): void {
    const [from = '', to = from] = reference.split(':');
    const [start, end] = [readReference(from), readReference(to)];
    if (start === null || end === null) return;
    if (this.#merged.length >= LIMITS.merges) throw new Unreadable(REJECTIONS.tooMuch);
    this.#merged.push({
      startRow: Math.min(start.line, end.line) - 1,
      endRow: Math.max(start.line, end.line) - 1,
      startCol: Math.min(start.column, end.column) - 1,
      endCol: Math.max(start.column, end.column) - 1,
    });
  }

  get merged(): readonly MergedCells[] {
    return this.#merged;
  }

  get hiddenColumns(): ReadonlySet<number> {
    if (!this.#othersHidden) return this.#hidden;
    const all = Array.from({ length: LIMITS.columns }, (_, column) => column);
    return new Set(all.filter((column) => this.#hidden.has(column) || !this.#told.has(column)));
  }

  /** All lines down to the last one with something in it, in their order. */
  rows(): SheetRow[] {
    const rows: SheetRow[] = [];
    const over = new MergedLines(this.#merged);
    for (const row of this.#filled.toSorted((a, b) => a.line - b.line)) {
      while (rows.length < row.line - 1) rows.push(blank(rows.length + 1));
      rows.push({ ...row, merged: over.at(row.line) });
    }
    return rows;
  }
}

function blank(line: number): SheetRow {
  return { line, hidden: false, cells: NOTHING, unsaved: NOTHING };
}
