import { detectDelimiter, parseCsv, stripBom } from 'hucre/csv';
import { LIMITS } from './archive.ts';
import { REACH } from './extent.ts';
import { rejection, REJECTIONS } from './rejections.ts';
import { EMPTY, type SheetRow, type TablesReading } from './sheet-table.ts';

const DELIMITERS = [',', ';', '\t'];

/** UTF-8 with or without a mark, or UTF-16 with one ("Unicode Text" of Excel); null: neither. */
function decode(bytes: Uint8Array): string | null {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(wide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Whether every quoted field is closed and followed by the end of the field. A parser is lenient
 * here and would swallow whole lines, that is rows, into one field.
 */
function pairsUp(text: string, delimiter: string): boolean {
  const stop = delimiter === '\t' ? String.raw`\t` : delimiter;
  const field = new RegExp(
    String.raw`(?:"[^"]*(?:""[^"]*)*"|(?!")[^${stop}\r\n]*)(?:${stop}|\r\n|\n|\r|$)`,
    'uy',
  );
  while (field.lastIndex < text.length) {
    if (!field.test(text)) return false;
  }
  return true;
}

function toRow(fields: readonly unknown[], line: number): SheetRow {
  const cells = fields.map((field) =>
    typeof field === 'string' && field !== '' ? ({ kind: 'text', text: field } as const) : EMPTY,
  );
  return { line, hidden: false, cells, unsaved: [] };
}

/** Reads a text file with commas, semicolons or tabs as one sheet; every cell is text. */
export function readCsvTables(name: string, bytes: Uint8Array, mostRows: number): TablesReading {
  if (bytes.length > LIMITS.packed) return rejection(REJECTIONS.tooLarge);
  const decoded = decode(bytes);
  if (decoded === null) return rejection(REJECTIONS.encoding);
  const text = stripBom(decoded);
  const guess = detectDelimiter(text);
  const delimiter = DELIMITERS.includes(guess) ? guess : ',';
  if (!pairsUp(text, delimiter)) return rejection(REJECTIONS.quotes);
  const lines = parseCsv(text, { delimiter });
  if (lines.length > mostRows) return rejection(REJECTIONS.tooManyLines(lines.length, mostRows));
  if (lines.some((fields) => fields.length > REACH.columns)) {
    return rejection(REJECTIONS.noWorkbook);
  }
  const rows = lines.map((fields, index) => toRow(fields, index + 1));
  return { kind: 'tables', tables: [{ name, rows, merged: [], epochSerial: 25_569 }] };
}
