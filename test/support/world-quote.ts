import ExcelJS from 'exceljs';
import { DUE_SOON } from './due-soon.ts';

/** Characters in each cell of the further columns. */
const REMARK = 60;

/**
 * An approved quote as a workbook that fits the resources of `dueResource`, one month each, with so
 * many further columns of remarks, no two of them the same.
 */
export async function worldQuote(rows: number, remarkColumns = 0): Promise<Uint8Array> {
  const remarks = Array.from({ length: remarkColumns }, (_, column) => column + 1);
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Renewals');
  sheet.addRow([
    'Resource ID',
    'Resource Name',
    'Expires On',
    'Renewal Duration',
    'List Price',
    ...remarks.map((n) => `Remark ${n}`),
  ]);
  for (let index = 0; index < rows; index += 1) {
    const said = remarks.map((n) =>
      `Seen by team ${n} of cost centre ${index}, `.padEnd(REMARK, 'x'),
    );
    sheet.addRow([`r${index}`, `resource ${index}`, DUE_SOON.text, '1 month', 10, ...said]);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}
