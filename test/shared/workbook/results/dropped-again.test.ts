import { openXlsx, readXlsx, saveXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { ResultsReport } from '../../../../shared/workbook/results/results-report.ts';
import { plainRow, rowsAsText } from '../../../../shared/workbook/results/rows-as-text.ts';
import { writeResults } from '../../../../shared/workbook/results/write-results.ts';
import { quoteWorkbook } from '../../../support/quote-workbook.ts';
import { refusalOf } from '../read/reading.ts';
import { sampleReport } from './results-sample.ts';

const RETRY = 'Huawei renewals December 2026 (approved).k7m2xq9d4a.retry.xlsx';
const NAMED = `This file is a report of ours and no quote, so nothing of it is renewed: drop "${RETRY}" in its place.`;
const report = sampleReport(120, { retry: { file: RETRY, rows: 9, asked: 4 } });
const written = await writeResults(report);

/** The workbook as somebody saves it who took out all sheets but these. */
async function only(names: readonly string[], bytes = written): Promise<Uint8Array> {
  const book = await openXlsx(bytes);
  book.sheets = book.sheets.filter(({ name }) => names.includes(name));
  return await saveXlsx(book);
}

async function resultsOf(more: Partial<ResultsReport>): Promise<string> {
  return await refusalOf(await writeResults({ ...report, ...more }), { currency: 'CNY' });
}

describe('results that are dropped again are answered with the file to drop in their place', () => {
  test('as they are', async () => {
    expect(await refusalOf(written)).toBe(NAMED);
  });

  test('renamed, edited, and saved by another program', async () => {
    const book = await openXlsx(written);
    const sheet = book.sheets.find(({ name }) => name === 'Results')!;
    sheet.name = 'Renewals';
    sheet.rows.splice(5, 80);
    sheet.rows[0]![1] = 'Resource Name';
    book.sheets.reverse();

    expect(await refusalOf(await saveXlsx(book), {}, 'approved again.xlsx')).toBe(NAMED);
  });

  test('where somebody has deleted some of our columns', async () => {
    const { sheets } = await readXlsx(written);
    const [headings = [], ...rows] = sheets.find(({ name }) => name === 'Results')!.rows;
    const gone = ['Paid (allocated)', 'Order', 'Line'];
    const kept = headings.flatMap((heading, at) => (gone.includes(String(heading)) ? [] : [at]));
    const own = async (name: string): Promise<string> =>
      await refusalOf(
        await quoteWorkbook({
          headings: kept.map((at) => String(headings[at])),
          rows: rows.map((row) => kept.map((at) => (row[at] ?? null) as string | null)),
        }),
        {},
        name,
      );

    expect(await own('december.k7m2xq9d4a.results.xlsx')).toContain(
      'drop "december.k7m2xq9d4a.retry.xlsx" in its place',
    );
    expect(await own('december.xlsx')).toContain('ending in ".retry.xlsx"');
  });

  test('where only the sheet of what needs action is left', async () => {
    expect(await refusalOf(await only(['Summary', 'Needs action']))).toBe(NAMED);
    expect(await refusalOf(await only(['Needs action']))).toContain('is a report of ours');
  });

  test.each(['汇总', '结果', '待处理'])(
    'in Chinese, where only the sheet %s is left',
    async (name) => {
      const chinese = await writeResults({ ...report, language: 'zh' });

      expect(await refusalOf(await only([name], chinese))).toContain('is a report of ours');
    },
  );

  test('in Chinese as text', async () => {
    const text = rowsAsText(report.rows.map(plainRow), 'zh');

    expect(await refusalOf(text, {}, 'december.csv')).toContain('is a report of ours');
  });

  test('written as text, and where nothing is worth another try', async () => {
    const text = rowsAsText(report.rows.map(plainRow), 'en');

    expect(await refusalOf(text, {}, 'december.k7m2xq9d4a.results.csv')).toContain(
      'drop "december.k7m2xq9d4a.retry.xlsx" in its place',
    );
    expect(await resultsOf({ retry: null })).toContain('drop the quote itself');
  });
});
