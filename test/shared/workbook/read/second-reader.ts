import { read, SSF, type WorkBook } from '@e965/xlsx';
import type { Cell } from '../../../../shared/jobs/quote.ts';
import type { SheetTable } from '../../../../shared/workbook/read/sheet-table.ts';

/** What another reader, SheetJS, finds in a workbook; null where it refuses it. */
export function readElsewhere(bytes: Uint8Array): WorkBook | null {
  try {
    return read(bytes, { type: 'array', dense: true, cellNF: true, cellDates: false });
  } catch {
    return null;
  }
}

interface Elsewhere {
  readonly t: string;
  readonly v?: unknown;
  readonly w?: string;
}

/** The wall time of a serial number, to the second. */
function wallOf(serial: number, book: WorkBook): string {
  const { y, m, d, H, M, S } = SSF.parse_date_code(serial, {
    date1904: book.Workbook?.WBProps?.date1904 === true,
  });
  return new Date(Date.UTC(y, m - 1, d, H, M, Math.round(S))).toISOString().slice(0, 19);
}

/** The same in the words of the other reader, as far as it has them. */
function ours(cell: Cell): unknown {
  switch (cell.kind) {
    case 'empty':
      return null;
    case 'text':
      return cell.text;
    case 'number':
      return cell.number;
    case 'boolean':
      return cell.boolean;
    case 'date':
      return cell.wall;
  }
}

function theirs(cell: Elsewhere | undefined, like: Cell, book: WorkBook): unknown {
  if (cell === undefined || cell.v === undefined || cell.v === '' || cell.t === 'z') return null;
  if (cell.t === 'e') return cell.w;
  return like.kind === 'date' && typeof cell.v === 'number' ? wallOf(cell.v, book) : cell.v;
}

/** Where the two readers differ over a sheet, cell by cell; damaged cells are left out. */
export function differencesOver(table: SheetTable, book: WorkBook): string[] {
  const data = (book.Sheets[table.name]?.['!data'] ?? []) as (Elsewhere | undefined)[][];
  const found: string[] = [];
  const rows = Math.max(table.rows.length, data.length);
  for (let row = 0; row < rows; row++) {
    const mine = table.rows[row];
    const width = Math.max(mine?.cells.length ?? 0, data[row]?.length ?? 0);
    for (let column = 0; column < width; column++) {
      if (mine?.unsaved.includes(column) === true) continue;
      if (mine?.marks?.get(column)?.damage !== undefined) continue;
      const cell = mine?.cells[column] ?? { kind: 'empty' };
      const [a, b] = [ours(cell), theirs(data[row]?.[column], cell, book)];
      if (a !== b) {
        found.push(`${table.name} ${row + 1}/${column + 1}: ${String(a)} and ${String(b)}`);
      }
    }
  }
  return found;
}
