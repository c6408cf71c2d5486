import { Writable } from 'node:stream';
import { performance } from 'node:perf_hooks';
import ExcelJS from 'exceljs';
import type { Cell } from '../../../shared/jobs/quote.ts';
import { reason } from '../../../shared/reasons/reason.ts';
import { rowOutcome } from '../../../shared/renewal/outcome.ts';
import { money } from '../../../shared/values/money.ts';
import type { ReportRow, ResultsReport } from '../../../shared/workbook/results/results-report.ts';
import { writeResults } from '../../../shared/workbook/results/write-results.ts';
import type { WriteOnce, WriterName, WrittenSize } from './writers.ts';

const END = Date.UTC(2026, 11, 1);

/** The uploader's cells of a row: an id and a name, then texts, amounts and dates in turn. */
function cellsOf(row: number, columns: number): readonly Cell[] {
  return Array.from({ length: columns }, (_, at): Cell => {
    if (at === 0) return { kind: 'text', text: row.toString(16).padStart(32, 'a') };
    if (at === 1) return { kind: 'text', text: `弹性云服务器-${row}` };
    if (at % 3 === 0) return { kind: 'number', number: row + at / 4, format: '#,##0.00' };
    if (at % 7 === 0) return { kind: 'date', wall: '2026-12-20T23:59:59', format: null };
    return { kind: 'text', text: `text ${row}-${at}` };
  });
}

function reportRow(position: number, columns: number): ReportRow {
  const approved = money('10.25', 'USD');
  const order = `CS26120100${String(position % 100).padStart(4, '0')}`;
  const renewed = { paid: approved, order, newExpiry: END + 30 * 86_400_000 };
  return {
    row: {
      position,
      sheet: 'Quote',
      line: position + 2,
      cells: cellsOf(position, columns),
      resourceId: position.toString(16).padStart(32, 'a'),
      name: `弹性云服务器-${position}`,
      term: { unit: 'month', count: 1 },
      approved,
      expiry: { day: '2026-12-20', time: '23:59:59' },
      verdict: null,
    },
    outcome:
      position % 10 === 9
        ? rowOutcome('not renewable', reason('not-in-account'), { code: 'CBC.30000067' })
        : rowOutcome('renewed', reason('renewed'), renewed),
  };
}

function reportOf({ rows, columns }: WrittenSize): ResultsReport {
  return {
    language: 'en',
    job: 'k7m2xq9d4a',
    file: 'december.xlsx',
    account: 'main',
    status: 'done',
    reason: null,
    droppedAt: END,
    droppedBy: 'finance',
    startedAt: END,
    endedAt: END,
    approvedBy: null,
    reference: null,
    currency: 'USD',
    expiryZone: 'Asia/Shanghai',
    orderUrl: null,
    balance: null,
    short: null,
    quoted: null,
    columns: Array.from({ length: columns }, (_, at) => `Heading ${at}`),
    rows: Array.from({ length: rows }, (_, at) => reportRow(at, columns)),
    loose: [],
    orders: [],
    history: [],
  };
}

function valueOf(cell: Cell): string | number | Date | null {
  if (cell.kind === 'text') return cell.text;
  if (cell.kind === 'number') return cell.number;
  return cell.kind === 'date' ? new Date(`${cell.wall}Z`) : null;
}

/** The same rows with the same columns of results, and what a caller of exceljs would set besides. */
async function withExceljs({ columns, rows }: ResultsReport): Promise<number> {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: true,
  });
  const sheet = book.addWorksheet('Results', {
    views: [{ state: 'frozen', ySplit: 1, xSplit: 2 }],
  });
  const added = ['Outcome', 'Paid', 'Reason', 'Next', 'Line', 'Order', 'New expiry', 'Code'];
  sheet.columns = [...columns, ...added].map((header) => ({ header, width: 20 }));
  sheet.getRow(1).font = { bold: true };
  sheet.autoFilter = {
    from: { row: 1, column: 1 },
    to: { row: rows.length + 1, column: columns.length + 8 },
  };
  for (const { row, outcome } of rows) {
    const { paid, order, newExpiry, code } = outcome;
    const line = sheet.addRow([
      ...row.cells.map(valueOf),
      outcome.outcome,
      paid === null ? null : Number(paid.amount),
      outcome.reason.id,
      null,
      row.line,
      order,
      newExpiry === null ? null : new Date(newExpiry),
      code,
    ]);
    row.cells.forEach((cell, at) => {
      if (cell.kind === 'number') line.getCell(at + 1).numFmt = '#,##0.00';
      if (cell.kind === 'date') line.getCell(at + 1).numFmt = 'yyyy-mm-dd hh:mm:ss';
    });
    line.getCell(columns.length + 7).numFmt = 'yyyy-mm-dd hh:mm:ss';
    line.commit();
  }
  sheet.commit();
  await book.commit();
  return Buffer.concat(chunks).length;
}

const [writer, rows, columns] = process.argv.slice(2) as [WriterName, string, string];
const report = reportOf({ rows: Number(rows), columns: Number(columns) });
// What is loaded is measured elsewhere.
await import('../../../shared/workbook/sheet/book.ts');
const began = performance.now();
const size = writer === 'ours' ? (await writeResults(report)).length : await withExceljs(report);
const ms = performance.now() - began;
const peak = process.resourceUsage().maxRSS * 1024;
const written: WriteOnce = { ms, peak, size };
process.stdout.write(JSON.stringify(written));
