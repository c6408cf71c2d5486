import { cellRef, readXlsx, type Cell as FoundCell, type CellValue, type Sheet } from 'hucre/xlsx';
import type { Cell } from '../../jobs/quote.ts';
import type { Reason } from '../../reasons/reason.ts';
import { readArchive } from './archive.ts';
import { measureSheets, REACH, type Extent } from './extent.ts';
import { rejection, REJECTIONS } from './rejections.ts';
import { EMPTY, type SheetRow, type SheetTable, type TablesReading } from './sheet-table.ts';

/** The longest text Excel itself can hold in a cell. */
const LONGEST = 32_767;
const SERIAL_1970 = { '1900': 25_569, '1904': 24_107 } as const;

function dateCell(date: Date, format: string | null): Cell {
  if (Number.isNaN(date.getTime())) return { kind: 'text', text: '#VALUE!' };
  // Serial numbers are binary fractions of a day; some programs put them a millisecond off.
  const second = new Date(Math.round(date.getTime() / 1000) * 1000);
  return { kind: 'date', wall: second.toISOString().slice(0, 19), format };
}

function toCell(value: CellValue, found: FoundCell | undefined): Cell {
  if (value === null || value === '') return EMPTY;
  if (typeof value === 'string') return { kind: 'text', text: value.slice(0, LONGEST) };
  if (typeof value === 'boolean') return { kind: 'boolean', boolean: value };
  const format = found?.style?.numFmt ?? null;
  if (value instanceof Date) return dateCell(value, format);
  return Number.isFinite(value)
    ? { kind: 'number', number: value, format }
    : { kind: 'text', text: '#NUM!' };
}

function toRow(sheet: Sheet, values: readonly CellValue[], index: number): SheetRow {
  const unsaved: number[] = [];
  const cells = values.map((value, column) => {
    // Only these kinds need more than the value, and the lookup is by a text key.
    const plain = typeof value === 'string' || typeof value === 'boolean';
    const found = plain ? undefined : sheet.cells?.get(`${index},${column}`);
    if (value === null && found?.formula !== undefined) unsaved.push(column);
    return toCell(value, found);
  });
  const properties = sheet.rowDefs?.get(index);
  const hidden = properties?.hidden === true || properties?.height === 0;
  return { line: index + 1, hidden, cells, unsaved };
}

function toTable(sheet: Sheet, dateSystem: '1900' | '1904'): SheetTable {
  return {
    name: sheet.name,
    rows: sheet.rows.map((values, index) => toRow(sheet, values, index)),
    merged: sheet.merges ?? [],
    epochSerial: SERIAL_1970[dateSystem],
  };
}

/** Why a workbook is not opened although it is one, or null. */
function beyond(extent: Extent, mostRows: number): TablesReading | null {
  if (extent.rows > mostRows) return rejection(REJECTIONS.tooManyLines(extent.rows, mostRows));
  if (extent.damaged) return rejection(REJECTIONS.damaged);
  const far = extent.lastColumn > REACH.columns || extent.lastRow * extent.lastColumn > REACH.area;
  return far
    ? rejection(REJECTIONS.farAway(cellRef(extent.lastRow - 1, extent.lastColumn - 1)))
    : null;
}

/** Parts by which other programs' archives and other workbook formats are told apart. */
function otherFormat(names: ReadonlySet<string>): Reason | null {
  if (names.has('[Content_Types].xml') && names.has('xl/workbook.bin')) return REJECTIONS.binary;
  if (names.has('mimetype') && names.has('content.xml')) return REJECTIONS.openDocument;
  if ([...names].some((name) => /^xl\/(?:chart|dialog)sheets\//u.test(name))) {
    return REJECTIONS.chartSheet;
  }
  return names.has('[Content_Types].xml') && names.has('_rels/.rels')
    ? null
    : REJECTIONS.noWorkbook;
}

/** Measures the file and lets go of all that was unpacked for it. */
function measured(bytes: Uint8Array): Extent | Reason {
  const archive = readArchive(bytes);
  switch (archive.kind) {
    case 'damaged':
      return REJECTIONS.damaged;
    case 'too large':
      return REJECTIONS.tooLarge;
    case 'encrypted':
      return REJECTIONS.locked;
    case 'archive':
      return otherFormat(new Set(archive.parts.keys())) ?? measureSheets(archive.parts.values());
  }
}

/**
 * Reads the visible sheets of an .xlsx or .xlsm workbook; macros are never looked at. `mostRows` is
 * how many rows with content a sheet may have.
 */
export async function readXlsxTables(bytes: Uint8Array, mostRows: number): Promise<TablesReading> {
  const extent = measured(bytes);
  if ('id' in extent) return rejection(extent);
  const refused = beyond(extent, mostRows);
  if (refused !== null) return refused;
  if (extent.rows === 0) return rejection(REJECTIONS.nothing);
  try {
    const workbook = await readXlsx(bytes, {
      readStyles: true,
      range: `A1:${cellRef(extent.lastRow - 1, extent.lastColumn - 1)}`,
      sheets: ({ hidden, veryHidden }) => hidden !== true && veryHidden !== true,
    });
    if (workbook.sheets.length === 0) return rejection(REJECTIONS.hidden);
    const system = workbook.dateSystem === '1904' ? '1904' : '1900';
    return { kind: 'tables', tables: workbook.sheets.map((sheet) => toTable(sheet, system)) };
  } catch {
    // Whatever the reader stumbled over is in the file, and its words are not for finance people.
    return rejection(REJECTIONS.damaged);
  }
}
