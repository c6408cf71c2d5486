import { HEADINGS, type Meaning } from './headings.ts';

/** Some English and Chinese headings that would do for a column. */
function examples(meaning: Meaning): string {
  return HEADINGS[meaning]
    .slice(0, 4)
    .map((name) => `"${name}"`)
    .join(', ');
}

const SAVE = 'open it in Excel, save it as "Excel Workbook (.xlsx)" and drop that file';

/** Why a file is not read: one plain sentence each, which says how to save it right. */
export const REJECTIONS = {
  empty: `The file is empty: save the quote once more as "Excel Workbook (.xlsx)" and drop that file.`,
  nothing: 'The workbook has no cell with anything in it: drop the quote itself.',
  hidden:
    'Every sheet of the workbook is hidden: unhide the sheet with the quote and drop it again.',
  locked:
    'The workbook is protected by a password or as read-only: in Excel choose File, Info, Protect Workbook, take the protection off, save it and drop it again.',
  old: `The file is in the old Excel format (.xls): ${SAVE}.`,
  binary: `The file is in Excel's binary format (.xlsb): ${SAVE}.`,
  openDocument: `The file is an OpenDocument sheet (.ods): ${SAVE}.`,
  webPage: `The file is a web page or XML under a workbook's name: ${SAVE}.`,
  noWorkbook:
    'The file is no Excel workbook: save the quote as "Excel Workbook (.xlsx)" and drop that file.',
  damaged: `The workbook is damaged or was not written by a spreadsheet program: ${SAVE}.`,
  chartSheet:
    'The workbook has a sheet that is only a chart: delete that sheet, save the workbook and drop it again.',
  tooLarge:
    'The workbook is too large to be a quote (over 25 MB, or over 128 MB unpacked): copy the table into a new workbook and drop that.',
  encoding:
    'The text file is not in UTF-8, so names and signs would be garbled: save it as "CSV UTF-8" or as "Excel Workbook (.xlsx)" and drop that file.',
  quotes:
    'The text file has a quotation mark that does not pair up, so its lines cannot be told apart: save the quote as "Excel Workbook (.xlsx)" and drop that file.',
  farAway: (cell: string): string =>
    `The workbook has something as far away as cell ${cell}: delete everything outside the table, save it and drop it again.`,
  tooManyLines: (lines: number, most: number): string =>
    `A sheet of the workbook has ${lines} lines, more than the ${most} that can be read: split the quote into smaller files.`,
  noId: `There is no column with resource ids: head it with one of ${examples('id')}.`,
  noExpiry: (sheet: string): string =>
    `Sheet "${sheet}" has no column with expiry dates: head it with one of ${examples('expiry')}.`,
  noPrice: (sheet: string): string =>
    `Sheet "${sheet}" has no column with prices: head it with one of ${examples('discountedPrice')} or ${examples('listPrice')}.`,
  twice: (sheet: string, heading: string): string =>
    `Sheet "${sheet}" has two columns headed "${heading}": keep the one that counts, rename the other and drop the file again.`,
  noRows: 'There is no row under the headings: drop the quote with its rows.',
  tooManyRows: (rows: number, most: number): string =>
    `The quote has ${rows} rows, more than the ${most} that this account allows: split it into smaller files.`,
  tooDear: (sum: string, most: string, currency: string): string =>
    `The approved rows add up to ${sum} ${currency}, more than the ${most} ${currency} that this account allows for one file: split it or have the limit raised.`,
} as const;

/** A rejection in the shape of a reading. */
export function rejection(reason: string): { readonly kind: 'rejected'; readonly reason: string } {
  return { kind: 'rejected', reason };
}
