import { inflateRawSync } from 'node:zlib';
import { type Cell, readXlsx, type Sheet, type Workbook } from 'hucre/xlsx';
import type { ResultsReport } from '../../../../shared/workbook/results/results-report.ts';
import { writeResults } from '../../../../shared/workbook/results/write-results.ts';

/** Writes the report and reads the workbook back with another library, styles included. */
export async function writtenWorkbook(report: ResultsReport): Promise<Workbook> {
  return await readXlsx(await writeResults(report), { readStyles: true });
}

/** The sheet of that name; throws where there is none. */
export function sheetOf(workbook: Workbook, name: string): Sheet {
  const sheet = workbook.sheets.find((each) => each.name === name);
  if (sheet === undefined) throw new Error(`there is no sheet ${name}`);
  return sheet;
}

/** All texts of a sheet, in reading order. */
export function textsOf(sheet: Sheet): readonly string[] {
  return sheet.rows.flat().filter((value): value is string => typeof value === 'string');
}

/** The cell at a row and column counted from 0, with its style. */
export function cellAt(sheet: Sheet, row: number, column: number): Cell | undefined {
  return sheet.cells?.get(`${row},${column}`);
}

/** The values of the column with that heading in row 1, or 2 where a line stands above. */
export function columnOf(sheet: Sheet, heading: string): readonly unknown[] {
  const top = sheet.rows.slice(0, 2).findIndex((row) => row.includes(heading));
  if (top < 0) throw new Error(`there is no column ${heading}`);
  const at = sheet.rows[top]!.indexOf(heading);
  return sheet.rows.slice(top + 1).map((row) => row[at] ?? null);
}

/** The text of every file inside a zip, read from its directory at the end. */
export function zippedTexts(bytes: Uint8Array): ReadonlyMap<string, string> {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  const texts = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, nameLength] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)];
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const body = inflateRawSync(zip.subarray(start, start + packed));
    texts.set(zip.toString('utf8', at + 46, at + 46 + nameLength), body.toString('utf8'));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return texts;
}
