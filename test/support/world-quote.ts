import ExcelJS from 'exceljs';

/** An approved quote as a workbook that fits the resources of `worldResource`, one month each. */
export async function worldQuote(rows: number): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Renewals');
  sheet.addRow(['Resource ID', 'Resource Name', 'Expires On', 'Renewal Duration', 'List Price']);
  for (let index = 0; index < rows; index += 1) {
    sheet.addRow([`r${index}`, `resource ${index}`, '2026-12-20 23:59:59', '1 month', 10]);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}
