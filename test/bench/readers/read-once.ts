import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import type { ReaderName, ReadOnce } from './readers.ts';

const cellsRead: Readonly<
  Record<ReaderName, (bytes: Uint8Array, name: string) => Promise<number>>
> = {
  ours: async (bytes, name) => {
    const { readTables } = await import('../../../shared/workbook/read/tables.ts');
    const began = performance.now();
    const read = await readTables({ name, bytes }, 200_000);
    took = performance.now() - began;
    if (read.kind === 'rejected') {
      refused = read.reason.id;
      return 0;
    }
    return read.tables.reduce(
      (sum, { rows }) =>
        rows.reduce(
          (inSheet, { cells }) => inSheet + cells.filter(({ kind }) => kind !== 'empty').length,
          sum,
        ),
      0,
    );
  },
  exceljs: async (bytes) => {
    const { default: ExcelJS } = await import('exceljs');
    const began = performance.now();
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(bytes).buffer);
    took = performance.now() - began;
    let cells = 0;
    book.eachSheet((sheet) => {
      sheet.eachRow((row) => {
        cells += row.actualCellCount;
      });
    });
    return cells;
  },
  SheetJS: async (bytes) => {
    const { read } = await import('@e965/xlsx');
    const began = performance.now();
    const book = read(bytes, { type: 'array', dense: true, cellNF: true });
    took = performance.now() - began;
    return Object.values(book.Sheets).reduce(
      (sum, sheet) =>
        sum +
        (sheet['!data'] ?? []).reduce((inSheet, row) => inSheet + row.filter(Boolean).length, 0),
      0,
    );
  },
  hucre: async (bytes) => {
    const { readXlsx } = await import('hucre/xlsx');
    const began = performance.now();
    const book = await readXlsx(bytes, { readStyles: true });
    took = performance.now() - began;
    return book.sheets.reduce(
      (sum, { rows }) =>
        rows.reduce((inSheet, row) => inSheet + row.filter((cell) => cell !== null).length, sum),
      0,
    );
  },
};

let took = 0;
let refused: string | null = null;

const [reader, path] = process.argv.slice(2) as [ReaderName, string];
const bytes = new Uint8Array(await readFile(path));
const cells = await cellsRead[reader](bytes, path);
const peak = process.resourceUsage().maxRSS * 1024;
const read: ReadOnce = { ms: took, peak, cells, refused };
process.stdout.write(JSON.stringify(read));
