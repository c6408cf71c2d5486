import { expect, test } from 'vitest';
import { openBook } from '../../../../shared/workbook/sheet/book.ts';
import { FIRST, LAST, SUMMARY_WIDTHS } from '../../../../shared/workbook/sheet/page-styles.ts';
import { openPage, over } from '../../../../shared/workbook/sheet/page.ts';
import { style } from '../../../../shared/workbook/sheet/styles.ts';

const BANNER =
  'Suspended (interim results): so far 16 of 37 rows renewed, 1,073.70 USD paid, 3 had been renewed already, 5 not approved. 3 rows need review: what became of them is not known. Nothing more is paid until the job is resumed. 13 rows need you, 8 of them expire within 10 days.';

/** The height of a line with that text across the Summary, in points. */
function heightOf(text: string, bold: boolean): number {
  const book = openBook('a', 'b', 0, 'en');
  const options = { tab: '000000', headingRows: 0, paper: 'A4 upright' } as const;
  const sheet = book.addSheet('Summary', options);
  const page = openPage(sheet, SUMMARY_WIDTHS, 'en');
  return sheet.getRow(page.line([over(FIRST, LAST, text, style({ size: 14, bold, wrap: true }))]))
    .height;
}

test('a bold banner has the height of the lines that LibreOffice makes of it', () => {
  const line = (15 * 14) / 11;
  expect(heightOf(BANNER, true)).toBeGreaterThan(3 * line);
  expect(heightOf(BANNER, false)).toBeLessThan(3 * line);
  expect(heightOf(BANNER.slice(0, 200), true)).toBeLessThan(3 * line);
});
