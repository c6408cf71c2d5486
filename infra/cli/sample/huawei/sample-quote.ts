import { openBook } from '../../../../shared/workbook/sheet/book.ts';
import { SAMPLE_NAMES } from '../sample-provider.ts';
import { samplePrice, type SampleRow, sampleRows } from './sample-resources.ts';
import { quotedId } from './sample-world.ts';

const AMOUNT = { numFmt: '#,##0.00' };

const COLUMNS = [
  { header: 'Resource ID', width: 40 },
  { header: 'Resource Name', width: 16 },
  { header: 'Product Type', width: 26 },
  { header: 'Region', width: 16 },
  { header: 'Expires On', width: 20 },
  { header: 'Renewal Duration', width: 16 },
  { header: 'List Price (USD)', width: 16, style: AMOUNT },
  { header: 'Discounted Price (USD)', width: 20, style: AMOUNT },
  { header: 'Approved', width: 10 },
];

/** The name under which the sample is dropped. */
export const SAMPLE_NAME = SAMPLE_NAMES.huawei;

function values(row: SampleRow): (string | number | null)[] {
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
  const book = openBook('Renewals due', SAMPLE_NAME, now, 'en');
  const sheet = book.addSheet('Pending renewals', { tab: '1F3864', headingRows: 5, paper: 'A4' });
  sheet.columns = COLUMNS.map(({ width, style = {} }) => ({ width, style }));
  const title = sheet.addRow(['Renewals due: approved quote']);
  title.font = { bold: true, size: 14 };
  sheet.addRow(['Approved by', 'Chen Wei']);
  sheet.addRow(['Reference', 'PO-4711']);
  sheet.addRow([]);
  sheet.addRow(COLUMNS.map(({ header }) => header)).font = { bold: true };
  let total = 0;
  for (const row of sampleRows(now)) {
    for (const cells of row.fate === 'repeated' ? [values(row), values(row)] : [values(row)]) {
      sheet.addRow(cells).hidden = row.fate === 'hidden';
      total += row.fate === 'no price' ? 0 : samplePrice(row).discounted;
    }
  }
  sheet.addRow(['', '', '', '', '', 'Total', '', total / 100]);
  sheet.commit();
  return await book.finish();
}
