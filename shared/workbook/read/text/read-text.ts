import type { Cell } from '../../../jobs/quote.ts';
import { LIMITS } from '../limits.ts';
import { rejection, REJECTIONS } from '../rejections.ts';
import { EMPTY, type SheetRow, type TablesReading } from '../sheet-table.ts';
import { Unreadable } from '../unreadable.ts';
import { delimiterOf, lines } from './delimited.ts';
import { decodeText } from './encoding.ts';

function toRow(fields: readonly string[], line: number): SheetRow {
  const cells = fields.map((text): Cell => (text === '' ? EMPTY : { kind: 'text', text }));
  return { line, hidden: false, cells, unsaved: [] };
}

/** The rows of a text, counted while they are read: nothing beyond a limit is ever laid out. */
function readRows(text: string, mostLines: number): SheetRow[] {
  const { delimiter, from } = delimiterOf(text);
  // A line that names the delimiter is a line of the sheet, as the program that wrote it counts.
  const rows: SheetRow[] = from > 0 ? [toRow([], 1)] : [];
  let [filled, cells, characters] = [0, 0, 0];
  for (const fields of lines(text, delimiter, from)) {
    if (fields.length > 0) filled++;
    for (const field of fields) {
      if (field !== '') cells++;
      characters += field.length;
    }
    if (filled > mostLines || rows.length >= LIMITS.lines) {
      throw new Unreadable(REJECTIONS.tooManyLines(Math.max(filled, rows.length), mostLines));
    }
    if (cells > LIMITS.cells || characters > LIMITS.characters) {
      throw new Unreadable(REJECTIONS.tooMuch);
    }
    rows.push(toRow(fields, rows.length + 1));
  }
  return rows;
}

/**
 * Reads a text file with commas, semicolons or tabs as one sheet; every cell is text. `mostLines` is
 * how many lines with something in them it may have.
 */
export function readTextTables(name: string, bytes: Uint8Array, mostLines: number): TablesReading {
  if (bytes.length > LIMITS.text) return rejection(REJECTIONS.tooLarge);
  const text = decodeText(bytes);
  if (text === null) return rejection(REJECTIONS.encoding);
  try {
    const rows = readRows(text, mostLines);
    if (rows.every(({ cells }) => cells.length === 0)) return rejection(REJECTIONS.nothing);
    return { kind: 'tables', tables: [{ name, rows, merged: [], epochSerial: 25_569 }] };
  } catch (error) {
    if (error instanceof Unreadable) return rejection(error.reason);
    throw error;
  }
}
