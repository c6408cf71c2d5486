import ExcelJS from 'exceljs';
import { samplePrice, type SampleRow, sampleRows } from './sample-resources.ts';
import { quotedId } from './sample-world.ts';

const COLUMNS = [
  { header: 'Resource ID', width: 40 },
  { header: 'Resource Name', width: 16 },
  { header: 'Product Type', width: 26 },
  { header: 'Region', width: 16 },
  { header: 'Expires On', width: 20 },
  { header: 'Renewal Duration', width: 16 },
  { header: 'List Price (USD)', width: 16 },
  { header: 'Discounted Price (USD)', width: 20 },
  { header: 'Approved', width: 10 },
];

/** The name under which the sample is dropped. */
export const SAMPLE_NAME = 'sample-quote.xlsx';

function values(row: SampleRow): ExcelJS.CellValue[] {
  const { list, discounted } = samplePrice(row);
  return [
    quotedId(row),
    row.name,
    row.service.product,
    row.region,
    row.expires.toFormat('yyyy-MM-dd HH:mm:ss'),
    row.term,
    row.fate === 'no price' ? null : list / 100,
    row.fate === 'no price' ? 'on request' : discounted / 100,
    row.fate === 'not approved' ? '' : 'yes',
  ];
}

/**
 * The sample quote as finance would drop it: title lines, who approved it, a total at the end, some
 * rows hidden. Built relative to a moment (epoch milliseconds).
 */
export async function sampleQuote(now: number): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Pending renewals');
  sheet.addRow(['Renewals due: approved quote']);
  sheet.addRow(['Approved by', 'Chen Wei']);
  sheet.addRow(['Reference', 'PO-4711']);
  sheet.addRow([]);
  sheet.addRow(COLUMNS.map(({ header }) => header));
  const rows = sampleRows(now);
  let total = 0;
  for (const row of rows) {
    for (const cells of row.fate === 'repeated' ? [values(row), values(row)] : [values(row)]) {
      const added = sheet.addRow(cells);
      added.hidden = row.fate === 'hidden';
      total += row.fate === 'no price' ? 0 : samplePrice(row).discounted;
    }
  }
  sheet.addRow(['', '', '', '', '', 'Total', '', total / 100]);
  dress(sheet);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function dress(sheet: ExcelJS.Worksheet): void {
  for (const [index, { width }] of COLUMNS.entries()) sheet.getColumn(index + 1).width = width;
  sheet.getColumn(7).numFmt = '#,##0.00';
  sheet.getColumn(8).numFmt = '#,##0.00';
  sheet.getRow(1).font = { bold: true, size: 14 };
  sheet.getRow(5).font = { bold: true };
  sheet.views = [{ state: 'frozen', ySplit: 5 }];
}
