import ExcelJS from 'exceljs';
import { LIMITS } from '../../../shared/workbook/read/limits.ts';
import { line, quoteSheet, type RawBook, rawBook, ROW } from '../../samples/quotes/raw-book.ts';

/** A quote of 14 columns with every kind of cell, as exceljs writes it. */
export async function usualQuote(rows: number): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Quote');
  sheet.addRow(Array.from({ length: 14 }, (_, at) => `Heading ${at}`));
  for (let row = 0; row < rows; row++) {
    const id = row.toString(16).padStart(32, 'a');
    const day = new Date(Date.UTC(2026, 11, 1 + (row % 28)));
    const texts = [id, `web-${row}`, '弹性云服务器', 'cn-north-4', '2026-12-01 23:59:59'];
    const more = [day, '1 month', 12.5 + row, 10.25 + row, 'USD', 'Yes', row % 7, `${row}`, true];
    sheet.addRow([...texts, ...more]);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** A file that is the worst of its kind, and the name it is dropped under. */
export interface WorstFile {
  readonly kind: string;
  readonly file: string;
  readonly bytes: () => Uint8Array;
}

function times(count: number, one: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => one(at)).join('');
}

function workbook(kind: string, book: () => Partial<RawBook>): WorstFile {
  const bytes = (): Uint8Array => rawBook({ sheets: [quoteSheet(ROW)], ...book() });
  return { kind, file: 'quote.xlsx', bytes };
}

function text(kind: string, made: () => Buffer): WorstFile {
  return { kind, file: 'quote.csv', bytes: () => new Uint8Array(made()) };
}

function sheetOf(rows: string): Partial<RawBook> {
  return { sheets: [{ name: 'Quote', rows }] };
}

/** Cells of so many rows and columns; each holds what `content` says. */
function cells(rows: number, columns: number, content: (at: number) => string): string {
  const row = (at: number): string =>
    `<row>${times(columns, (column) => `<c t="inlineStr"><is><t>${content(at * columns + column)}</t></is></c>`)}</row>`;
  return times(rows, row);
}

/** The largest files of each kind that may be taken in, and those made to cost more. */
export const WORST: readonly WorstFile[] = [
  workbook('10,000 x 60 cells of 60 characters', () =>
    sheetOf(cells(10_000, 60, (at) => `${at}`.padEnd(60, 'x'))),
  ),
  workbook('10,000 x 60 cells of 50 Chinese ones', () =>
    sheetOf(cells(10_000, 60, (at) => `${at}`.padEnd(50, '中'))),
  ),
  workbook('more cells than are taken in', () => sheetOf(cells(10_000, 90, (at) => `${at}`))),
  workbook('40 million characters in shared texts', () => ({
    texts: times(
      LIMITS.characters / 32_000 + 1,
      (at) => `<si><t>${at}${'中'.repeat(32_000)}</t></si>`,
    ),
  })),
  workbook('a million shared texts', () => ({
    texts: times(LIMITS.texts - 1, (at) => `<si><t>${at}</t></si>`),
  })),
  workbook('100,000 merged blocks', () => ({
    sheets: [
      {
        ...quoteSheet(ROW),
        after: `<mergeCells>${times(LIMITS.merges - 1, (at) => `<mergeCell ref="A${at + 9}:C${at + 9}"/>`)}</mergeCells>`,
      },
    ],
  })),
  workbook('120 MB of blanks between tags', () =>
    sheetOf(line(1, ['Resource ID']) + ' '.repeat(120 * 2 ** 20)),
  ),
  workbook('120 MB of empty rows', () => sheetOf('<row/>'.repeat(19 * 2 ** 20))),
  workbook('a tag of 100 MB', () => sheetOf(`<row ${'a'.repeat(100 * 2 ** 20)}`)),
  text('12 MB of short lines', () => Buffer.from('a\n'.repeat(6e6))),
  text('8 MB of quotation marks', () => Buffer.from('"'.repeat(8e6))),
  text('25 MB without a line end', () => Buffer.alloc(LIMITS.text, 'a')),
  text('25 MB of delimiters', () => Buffer.alloc(LIMITS.text, ',')),
];
