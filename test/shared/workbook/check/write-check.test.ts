import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { money } from '../../../../shared/values/money.ts';
import { rowOutcome } from '../../../../shared/renewal/outcome.ts';
import type { ColumnTold } from '../../../../shared/jobs/quote.ts';
import type {
  CheckReport,
  CheckReportRow,
} from '../../../../shared/workbook/check/check-report.ts';
import { writeCheck } from '../../../../shared/workbook/check/write-check.ts';
import { quoteRow } from '../../../support/quote-rows.ts';
import { refusalOf } from '../read/reading.ts';
import { columnOf, sheetOf, textsOf } from '../results/results-parts.ts';
import { asTold, reason } from '../../../../shared/reasons/reason.ts';

const EXPIRY = Date.parse('2026-12-20T15:59:59Z');

function row(position: number, outcome: CheckReportRow['outcome'], price: string): CheckReportRow {
  const id = `5a3e${String(position).padStart(28, '0')}`;
  const cells = [
    { kind: 'text', text: id },
    { kind: 'text', text: '2026-12-20' },
    { kind: 'number', number: 10, format: null },
    { kind: 'text', text: 'yes' },
  ] as const;
  return {
    row: { ...quoteRow(position, { resourceId: id }), cells },
    outcome,
    price: money(price, 'USD'),
    expiry: EXPIRY,
  };
}

function told(column: string, heading: string, meaning: string | null): ColumnTold {
  return { sheet: 'Sheet1', column, heading, meaning, refused: null };
}

const renewed = rowOutcome('renewed', asTold('Nothing stands in the way of it today.'));
const held = rowOutcome(
  'held: price changed',
  asTold('It would cost 12.50 USD now.', 'Have it approved.'),
);
const REPORT: CheckReport = {
  language: 'en',
  id: 'q7k2m9x4tb',
  file: 'december.xlsx',
  account: 'main',
  state: 'would run',
  reason: null,
  droppedAt: EXPIRY,
  droppedBy: 'finance',
  checkedAt: EXPIRY,
  approvedBy: null,
  reference: null,
  currency: 'USD',
  expiryZone: 'Asia/Shanghai',
  money: {
    needed: money('18', 'USD'),
    balance: money('10', 'USD'),
    missing: money('8', 'USD'),
  },
  remarks: [],
  reprice: 'exports/main/december-repriced.xlsx',
  told: [
    told('A', 'Resource ID', 'id'),
    told('B', 'Expires', 'expiry'),
    told('C', 'Approved Price', 'approvedPrice'),
    told('D', 'Approved', 'approved'),
    told('E', 'Team', null),
  ],
  columns: ['Resource ID', 'Expires', 'Approved Price', 'Approved'],
  rows: [row(0, renewed, '10'), row(1, held, '12.5'), row(2, renewed, '8')],
  loose: [{ sheet: 'Sheet1', line: 9, text: 'Total | 30' }],
};
const written = await writeCheck(REPORT);
const workbook = await readXlsx(written);
const texts = textsOf(sheetOf(workbook, 'Summary'));
const results = sheetOf(workbook, 'Results');

describe('the workbook of a dry run', () => {
  test('shows how each column was read, behind what it would cost', () => {
    const first = texts.indexOf('How the columns were read');

    expect(first).toBeGreaterThan(texts.indexOf('Rows and amounts'));
    expect(texts.slice(first + 3, first + 5)).toEqual(['A: Resource ID', 'as resource id']);
    expect(texts.slice(first + 9, first + 11)).toEqual([
      'D: Approved',
      'as approval: only what says yes is renewed',
    ]);
    expect(texts).toContain('not used: comes back as it is');
  });

  test('names a column for which the file would be refused', async () => {
    const why = reason('column-not-understood', {
      sheet: 'Sheet1',
      column: 'Aproved',
      what: 'decisions',
      headings: '"Approved"',
    });
    const refused = { ...told('F', 'Aproved', null), refused: why };

    const summary = sheetOf(
      await readXlsx(await writeCheck({ ...REPORT, told: [refused] })),
      'Summary',
    );

    expect(textsOf(summary)).toContainEqual(
      expect.stringContaining('"Aproved" of sheet "Sheet1" looks like one with decisions'),
    );
  });

  test('says before all else that nothing happened', () => {
    expect(texts.slice(2, 4)).toEqual([
      expect.stringMatching(/^Account \S+ \(USD\), dry run \S+, as of \d{4}-/u),
      'Dry run: nothing was ordered or paid.',
    ]);
    expect(texts).toContain(
      'Of 3 rows: 2 would be renewed, 1 would be held. 1 row needs you and expires within 10 days.',
    );
  });

  test('says on its first lines how much is missing, and which file to take instead', () => {
    const first = texts.indexOf('What needs you');

    expect(texts.slice(0, first)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('does not suffice, 8.00 USD is missing'),
        expect.stringContaining('december-repriced.xlsx'),
      ]),
    );
  });

  test('tells why what would be paid is more than the prices of today', async () => {
    const rows = REPORT.rows.map((one) => ({ ...one, price: null }));
    const summary = sheetOf(await readXlsx(await writeCheck({ ...REPORT, rows })), 'Summary');

    expect(textsOf(summary)).toContain(
      '2 rows of which the provider tells no price: in "Would be paid" at the approved price, and not in "Price now".',
    );
  });

  test('says first what needs somebody, with line, reason and step', () => {
    const first = texts.indexOf('What needs you');

    expect(first).toBeLessThan(texts.indexOf('How the columns were read'));
    expect(texts.slice(first + 6, first + 10)).toEqual([
      'held: price changed',
      expect.any(String),
      'Line 3: It would cost 12.50 USD now.',
      'Have it approved.',
    ]);
  });

  test('adds up what would be paid by the service that the file has', async () => {
    const rows = REPORT.rows.map((one, at) => ({
      ...one,
      row: { ...one.row, cells: [{ kind: 'text', text: at === 0 ? 'ECS' : 'RDS' } as const] },
    }));
    const totals = sheetOf(
      await readXlsx(await writeCheck({ ...REPORT, columns: ['Service'], rows })),
      'Totals',
    );

    expect(columnOf(totals, 'Which')).toEqual(['RDS', 'ECS']);
    expect(columnOf(totals, 'Would be renewed')).toEqual([1, 1]);
    expect(columnOf(totals, 'Would be paid')).toEqual([8, 10]);
    expect(totals.rows[0]).not.toContain('Saved');
  });

  test('tells what is in the file, approved in it and would be paid', () => {
    const rows = sheetOf(workbook, 'Summary').rows;
    const at = rows.findIndex((row) => row.includes('In the file, USD'));

    expect(rows[at]?.slice(1, 5)).toEqual([
      'In the file, USD',
      'Approved in it',
      'Would be paid',
      'Approved for these',
    ]);
    expect(rows[at + 3]?.slice(1, 3)).toEqual(['Balance before', 'Top up, as of now']);
    expect(rows[at + 4]?.slice(1, 3)).toEqual([10, 8]);
  });

  test('has id, what would happen and what to do side by side', () => {
    expect(results.rows[0]?.slice(0, 7)).toEqual([
      'Resource ID',
      'Expected outcome',
      'Price now (USD)',
      'Dearer by (USD)',
      'Reason',
      'What to do next',
      'Line',
    ]);
  });

  test('says what is missing, where the fresh quote lies and what was not counted', () => {
    expect(texts.join('\n')).toContain('The balance does not suffice');
    expect(texts.join('\n')).toContain('exports/main/december-repriced.xlsx');
    expect(texts).toContain('Total | 30');
    expect(sheetOf(workbook, 'Summary').rows.flat()).toContain(8);
  });

  test("has today's price beside the approved one, and by how much it is dearer", () => {
    expect(columnOf(results, 'Expected outcome')).toEqual([
      'renewed',
      'held: price changed',
      'renewed',
    ]);
    expect(columnOf(results, 'Price now (USD)')).toEqual([10, 12.5, 8]);
    expect(columnOf(results, 'Dearer by (USD)')).toEqual([0, 2.5, -2]);
    expect(columnOf(results, 'Expiry now (Asia/Shanghai)')[0]).toEqual(
      new Date('2026-12-20T23:59:59Z'),
    );
  });

  test('is recognised when it is dropped, and answered with the quote that lies ready', async () => {
    expect(await refusalOf(written)).toContain(
      'drop "exports/main/december-repriced.xlsx" in its place',
    );
    expect(await refusalOf(await writeCheck({ ...REPORT, reprice: null }))).toContain(
      'drop the quote itself',
    );
  });

  test('says why a file would be rejected, in the words of intake', async () => {
    const reason = asTold('The file has no column with resource ids.');
    const rejected = {
      ...REPORT,
      state: 'would be rejected',
      reason,
      rows: [],
      reprice: null,
    } as const;
    const said = textsOf(sheetOf(await readXlsx(await writeCheck(rejected)), 'Summary'));

    expect(said).toContain('Dropped under approved/, this file would be rejected.');
    expect(said).toContain('The file has no column with resource ids.');
  });
});
