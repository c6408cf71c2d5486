/**
 * How far a sheet may reach. The reader lays cells out in full rows, so two cells at opposite ends
 * of a sheet, a few bytes of file, would cost gigabytes of memory.
 */
export const REACH = { columns: 256, area: 4_000_000 } as const;

/** How far the cells with something in them reach, over all sheets of a workbook. */
export interface Extent {
  /** Highest row and column number with content, from 1; 0 where there is none. */
  readonly lastRow: number;
  readonly lastColumn: number;
  /** The most rows with content on one sheet. */
  readonly rows: number;
  /**
   * What the reader would pass over in silence: a sheet whose XML breaks off, so that rows are lost,
   * or a row that is hidden without saying which row it is, so that it would count as shown.
   */
  readonly damaged: boolean;
}

const REFERENCE = /\sr\s*=\s*["']\s*([A-Za-z]+)(\d+)/u;
const ROW_NUMBER = /\sr\s*=\s*["']\s*(\d+)/u;
const HIDDEN = /\s(?:hidden\s*=\s*["'](?:1|true)|ht\s*=\s*["']0(?:\.0*)?["'])/u;

function columnNumber(letters: string): number {
  return Array.from(letters.toUpperCase()).reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  );
}

/** The start of the last of these tags in the stretch, or -1. */
function lastTag(xml: string, tags: readonly string[], from: number, to: number): number {
  return Math.max(
    ...tags.map((tag) => {
      const at = xml.lastIndexOf(tag, to);
      return at >= from ? at : -1;
    }),
  );
}

/** The column number of the row's last cell with a value, formula or text; 0 where there is none. */
function lastFilled(row: string, prefix: string): number {
  const content = lastTag(row, [`<${prefix}v`, `<${prefix}is`, `<${prefix}f`], 0, row.length);
  if (content < 0) return 0;
  const cell = row.lastIndexOf(`<${prefix}c `, content);
  const named = cell < 0 ? null : REFERENCE.exec(row.slice(cell, row.indexOf('>', cell) + 1));
  // Cells without a reference follow one another, so at most as many columns as there are cells.
  return named === null ? row.split(`<${prefix}c`).length - 1 : columnNumber(named[1]!);
}

/**
 * Measures one sheet's XML without parsing it. An approximation for well-formed files; the reader is
 * held to the measured area afterwards, so that a file made to deceive gains nothing.
 */
function sheetExtent(part: Buffer): Extent {
  const xml = part.toString('latin1');
  const open = /<((?:[\w.-]+:)?)sheetData[\s>]/u.exec(xml);
  const extent = { lastRow: 0, lastColumn: 0, rows: 0, damaged: false };
  if (open === null) return extent;
  const prefix = open[1]!;
  const close = xml.indexOf(`</${prefix}sheetData`, open.index);
  const end = close < 0 ? xml.length : close;
  extent.damaged = !/<\/(?:[\w.-]+:)?worksheet\s*>\s*$/u.test(xml.slice(-200)) || close < 0;
  const tag = `<${prefix}row`;
  let number = 0;
  for (let at = xml.indexOf(tag, open.index); at >= 0 && at < end;) {
    const next = xml.indexOf(tag, at + tag.length);
    const row = xml.slice(at, next < 0 || next > end ? end : next);
    const attributes = row.slice(0, row.indexOf('>') + 1);
    const named = ROW_NUMBER.exec(attributes);
    number = named === null ? number + 1 : Number(named[1]);
    extent.damaged ||= named === null && HIDDEN.test(attributes);
    const column = lastFilled(row, prefix);
    if (column > 0) {
      extent.rows++;
      extent.lastRow = Math.max(extent.lastRow, number);
      extent.lastColumn = Math.max(extent.lastColumn, column);
    }
    at = next;
  }
  return extent;
}

/** Measures every sheet among a workbook's parts. */
export function measureSheets(parts: Iterable<Buffer>): Extent {
  const all = { lastRow: 0, lastColumn: 0, rows: 0, damaged: false };
  for (const part of parts) {
    if (!part.includes('sheetData')) continue;
    const one = sheetExtent(part);
    all.lastRow = Math.max(all.lastRow, one.lastRow);
    all.lastColumn = Math.max(all.lastColumn, one.lastColumn);
    all.rows = Math.max(all.rows, one.rows);
    all.damaged ||= one.damaged;
  }
  return all;
}
