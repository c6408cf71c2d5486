import type { UnreadSheet } from '../../../jobs/quote.ts';
import type { Reason } from '../../../reasons/reason.ts';
import { readArchive, type Part } from '../archive.ts';
import { LIMITS } from '../limits.ts';
import { rejection, REJECTIONS } from '../rejections.ts';
import type { SheetTable, TablesReading } from '../sheet-table.ts';
import { Unreadable } from '../unreadable.ts';
import type { CellContext } from './cell-content.ts';
import { readPart } from './read-part.ts';
import { TextBudget } from './rich-text.ts';
import { CellBudget, RowCollector } from './row-collector.ts';
import { SharedTexts } from './shared-texts.ts';
import { SheetReader } from './sheet-reader.ts';
import { StyleReader } from './styles.ts';
import { findParts, type ListedSheet } from './workbook-parts.ts';

/** The serial number of 1970-01-01. */
const SERIAL_1970 = { '1900': 25_569, '1904': 24_107 } as const;

/** Parts by which other programs' archives and other workbook formats are told apart. */
function otherFormat(parts: ReadonlyMap<string, Part>): Reason | null {
  if (parts.has('xl/workbook.bin')) return REJECTIONS.binary;
  return parts.has('mimetype') && parts.has('content.xml') ? REJECTIONS.openDocument : null;
}

/** The parts of a file, or why it has none. */
function partsOf(bytes: Uint8Array): ReadonlyMap<string, Part> {
  const archive = readArchive(bytes);
  switch (archive.kind) {
    case 'damaged':
      throw new Unreadable(REJECTIONS.broken);
    case 'too large':
      throw new Unreadable(REJECTIONS.tooLarge);
    case 'encrypted':
      throw new Unreadable(REJECTIONS.locked);
    case 'archive': {
      const other = otherFormat(archive.parts);
      if (other !== null) throw new Unreadable(other);
      return archive.parts;
    }
  }
}

interface Reading {
  readonly context: CellContext;
  readonly texts: TextBudget;
  readonly cells: CellBudget;
  readonly mostLines: number;
}

async function readSheet(sheet: ListedSheet, reading: Reading): Promise<SheetTable> {
  if (sheet.part === null) throw new Unreadable(REJECTIONS.damaged);
  const rows = new RowCollector(reading.cells, reading.mostLines);
  await readPart(sheet.part, new SheetReader(rows, reading.context, reading.texts));
  return {
    name: sheet.name,
    rows: rows.rows(),
    merged: rows.merged,
    hiddenColumns: rows.hiddenColumns,
    epochSerial: SERIAL_1970[reading.context.epoch],
  };
}

interface Read {
  readonly tables: readonly SheetTable[];
  readonly unread: readonly UnreadSheet[];
}

/** Whether the parts that will be read fit, by what the directory says of them. */
function holdToSize(parts: readonly (Part | null)[]): void {
  const total = parts.reduce((sum, part) => sum + (part?.size ?? 0), 0);
  if (total > LIMITS.unpacked) throw new Unreadable(REJECTIONS.tooLarge);
}

async function readWorkbook(bytes: Uint8Array, mostLines: number): Promise<Read> {
  const parts = partsOf(bytes);
  holdToSize([...parts.values()].filter(({ name }) => /\.rels$|workbook[^/]*$/iu.test(name)));
  const book = await findParts(parts);
  const shown = book.sheets.filter(({ hidden }) => !hidden);
  if (book.sheets.length > 0 && shown.length === 0) throw new Unreadable(REJECTIONS.hidden);
  const sheets = shown.filter(({ passedOver }) => passedOver === null);
  if (sheets.length === 0) throw new Unreadable(REJECTIONS.damaged);
  holdToSize([book.texts, book.styles, ...sheets.map(({ part }) => part)]);
  const budget = new TextBudget();
  const texts = new SharedTexts(budget);
  const styles = new StyleReader();
  if (book.styles !== null) await readPart(book.styles, styles);
  if (book.texts !== null) await readPart(book.texts, texts);
  const context = { styles: styles.styles(), texts, epoch: book.epoch, stale: book.stale };
  const reading = { context, texts: budget, cells: new CellBudget(), mostLines };
  const tables: SheetTable[] = [];
  for (const sheet of sheets) tables.push(await readSheet(sheet, reading));
  const unread = shown.flatMap(({ name, passedOver }) =>
    passedOver === null ? [] : [{ sheet: name, reason: passedOver }],
  );
  return { tables, unread };
}

/**
 * Reads the visible sheets of an .xlsx or .xlsm workbook; hidden ones are not even unpacked, macros
 * never looked at, formulas never worked out. `mostLines` is how many lines with something in them a
 * sheet may have. All of {@link LIMITS} is held to while it is read.
 */
export async function readXlsxTables(bytes: Uint8Array, mostLines: number): Promise<TablesReading> {
  try {
    const read = await readWorkbook(bytes, mostLines);
    return read.tables.some(({ rows }) => rows.length > 0)
      ? { kind: 'tables', ...read }
      : rejection(REJECTIONS.nothing);
  } catch (error) {
    if (error instanceof Unreadable) return rejection(error.reason);
    throw error;
  }
}
