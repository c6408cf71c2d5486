import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import type { FileSight } from '../../../../shared/jobs/quote.ts';
import { asTold } from '../../../../shared/reasons/reason.ts';
import { openBook } from '../../../../shared/workbook/sheet/book.ts';
import { writeFirstRows } from '../../../../shared/workbook/results/first-rows.ts';
import { writeResults } from '../../../../shared/workbook/results/write-results.ts';
import { refusalOf } from '../read/reading.ts';
import { cellAt, sheetOf } from './results-parts.ts';
import { sampleReport } from './results-sample.ts';

const WHY = asTold('Column "Aproved" is not understood.');
/** A file that would be carried out, but for the heading of its last column. */
const SIGHT: FileSight = {
  sheet: 'Sheet1',
  lines: [
    { line: 1, cells: ['Resource ID', 'Expires', 'Renewal Duration', 'List Price', 'Aproved'] },
    { line: 2, cells: ['r1', '2026-12-01', '1 month', '10', 'yes'] },
  ],
  headings: 1,
  columns: [4],
  wrongLines: [],
};
const written = await writeResults({
  ...sampleReport(0, { columns: [], loose: [], orders: [], quoted: null, balance: null }),
  status: 'rejected',
  reason: WHY,
  told: [
    { sheet: 'Sheet1', column: 'E', heading: 'Aproved', meaning: null, refused: asTold('No.') },
  ],
  sight: SIGHT,
});

test('the results of a file that is rejected show its first rows, what is wrong in red', async () => {
  const book = await readXlsx(written, { readStyles: true });
  const sheet = sheetOf(book, 'First rows');
  const colours = [4, 5].map((at) => JSON.stringify(cellAt(sheet, 4, at)?.style?.fill ?? null));

  expect(book.sheets.map(({ name }) => name)).toEqual(['Summary', 'First rows']);
  expect(sheet.rows[0]?.[0]).toBe('Column "Aproved" is not understood.');
  expect(sheet.rows[3]?.slice(0, 6)).toEqual([
    1,
    'A: Resource ID',
    'B: Expires',
    'C: Renewal Duration',
    'D: List Price',
    'Aproved',
  ]);
  expect(sheet.rows[4]?.slice(0, 2)).toEqual([2, 'r1']);
  expect(colours[1]).toContain('FBDCD2');
  expect(colours[0]).not.toContain('FBDCD2');
});

test('they are no quote when they are dropped, with the Summary or alone', async () => {
  expect(await refusalOf(written)).toContain('drop the quote itself');
  const book = openBook('alone', '', 0, 'en');
  writeFirstRows(book, { ...SIGHT, columns: [] }, null);

  expect(await refusalOf(await book.finish())).toContain('There is no column with resource ids');
});
