import type { Cell, UnreadSheet } from '../../jobs/quote.ts';
import type { Reason } from '../../reasons/reason.ts';

/** The file that was dropped. */
export interface QuoteFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Why the saved content of a cell is not what its sheet shows, or cannot be told: `stale` is a
 * formula's result in a file that says it must be worked out anew when it is opened; `no such text`
 * a number of a shared text that the file does not hold; `no value` a value that is none of its type.
 */
export type Damage = 'stale' | 'no such text' | 'no value';

/** What is told of a cell besides its content; what is left out is not so. */
export interface CellMarks {
  /** Struck through, in whole or in a part of its text. */
  readonly struck?: 'whole' | 'part';
  /** Nobody can see it: in the colour of its ground, in a format that shows nothing, or in tiny print. */
  readonly unseen?: true;
  readonly damage?: Damage;
}

/** One line of a sheet as it was saved. */
export interface SheetRow {
  /** The row number that people see in the spreadsheet program. */
  readonly line: number;
  /** Hidden by hand, by a filter or by a closed group: a file does not tell which. */
  readonly hidden: boolean;
  readonly cells: readonly Cell[];
  /** Columns (from 0) with a formula whose result the file does not hold. */
  readonly unsaved: readonly number[];
  /** By column (from 0), of the few cells of which there is anything to tell. */
  readonly marks?: ReadonlyMap<number, CellMarks>;
  /** The merged blocks that lie over this line; left out where a format has none. */
  readonly merged?: readonly MergedCells[];
}

/** A merged block of cells; only its first cell has the value. All bounds count from 0, inclusive. */
export interface MergedCells {
  readonly startRow: number;
  readonly endRow: number;
  readonly startCol: number;
  readonly endCol: number;
}

/** A visible sheet of whatever format. */
export interface SheetTable {
  readonly name: string;
  readonly rows: readonly SheetRow[];
  readonly merged: readonly MergedCells[];
  /** Columns (from 0) that are hidden or have no width. */
  readonly hiddenColumns?: ReadonlySet<number>;
  /** The serial number of 1970-01-01 in this workbook, which may count days from 1900 or 1904. */
  readonly epochSerial: number;
}

/** The visible sheets of a file, or why it cannot be read. */
export type TablesReading =
  | {
      readonly kind: 'tables';
      readonly tables: readonly SheetTable[];
      /** Visible sheets that are none of cells, or whose part is not in the file. */
      readonly unread?: readonly UnreadSheet[];
    }
  | { readonly kind: 'rejected'; readonly reason: Reason };

/** The cell without anything in it. */
export const EMPTY: Cell = { kind: 'empty' };

/** Whether a cell has nothing in it that could be seen; cheaper than asking for its text. */
export function isBlankCell(cell: Cell): boolean {
  return cell.kind === 'empty' || (cell.kind === 'text' && cell.text.trim() === '');
}

/** A cell as plain text for names, notes and labels; empty for an empty one. */
export function cellText(cell: Cell): string {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'text':
      return cell.text.trim();
    case 'number':
      return String(Number(cell.number.toPrecision(15)));
    case 'boolean':
      return cell.boolean ? 'TRUE' : 'FALSE';
    case 'date':
      return cell.wall.replace('T', ' ').replace(' 00:00:00', '');
  }
}

/** The same in one line, as headings and remarks are told. */
export function oneLine(cell: Cell): string {
  return cellText(cell).replaceAll(/\s+/gu, ' ');
}
