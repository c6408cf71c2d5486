import { openBook } from '../../../../shared/workbook/sheet/book.ts';
import { SAMPLE_NAMES } from '../sample-provider.ts';
import { alibabaPrice, type AlibabaRow, alibabaRows } from './alibaba-resources.ts';

const AMOUNT = { numFmt: '#,##0.00' };

/** The sheet of instances in English, that of domains in Chinese: as two people would keep them. */
const SHEETS = [
  {
    kind: 'instance',
    name: 'Instances',
    columns: [
      { header: 'Product', width: 26 },
      { header: 'Region', width: 16 },
      { header: 'Instance ID', width: 36 },
      { header: 'Expires On', width: 20 },
      { header: 'Renewal Duration', width: 16 },
      { header: 'Approved Price (USD)', width: 20, style: AMOUNT },
      { header: 'Approved', width: 10 },
    ],
    yes: 'yes',
  },
  {
    kind: 'domain',
    name: '域名',
    columns: [
      { header: '产品', width: 12 },
      { header: '地域', width: 10 },
      { header: '域名', width: 26 },
      { header: '到期时间', width: 20 },
      { header: '续费时长', width: 12 },
      { header: '批准价格 (USD)', width: 18, style: AMOUNT },
      { header: '批准', width: 10 },
    ],
    yes: '是',
  },
] as const;

function values(row: AlibabaRow, yes: string): (string | number | null)[] {
  return [
    row.product,
    row.region,
    row.id,
    row.expires.toFormat('yyyy-MM-dd HH:mm:ss'),
    row.term,
    row.fate === 'no price' ? 'on request' : alibabaPrice(row) / 100,
    row.fate === 'not approved' ? '' : yes,
  ];
}

/** The sample quote as finance would drop it, relative to a moment (epoch milliseconds). */
export async function alibabaQuote(now: number): Promise<Uint8Array> {
  const book = openBook('Renewals due', SAMPLE_NAMES.alibaba, now, 'en');
  const rows = alibabaRows(now);
  for (const { kind, name, columns, yes } of SHEETS) {
    const sheet = book.addSheet(name, { tab: '1F3864', headingRows: 1, paper: 'A4' });
    sheet.columns = columns.map((column) => ({ style: {}, ...column, header: [] }));
    sheet.addRow(columns.map(({ header }) => header)).font = { bold: true };
    for (const row of rows.filter((one) => one.kind === kind)) {
      sheet.addRow(values(row, yes)).hidden = row.fate === 'hidden';
    }
    sheet.commit();
  }
  return await book.finish();
}
