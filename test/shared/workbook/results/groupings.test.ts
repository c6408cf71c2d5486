import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money, sum } from '../../../../shared/values/money.ts';
import { groupLines } from '../../../../shared/workbook/results/groupings.ts';
import type { ResultsReport } from '../../../../shared/workbook/results/results-report.ts';
import { reportTotals } from '../../../../shared/workbook/results/totals.ts';
import { columnOf, sheetOf, textsOf, writtenWorkbook } from './results-parts.ts';
import { sampleReport } from './results-sample.ts';

const report = sampleReport(300);

function kinds(changed: Partial<ResultsReport>): readonly string[] {
  return [...new Set(groupLines({ ...report, ...changed }).map(({ by }) => by))];
}

describe('totals by what the upload says', () => {
  it('are made by service, region and cost centre', () => {
    expect(kinds({})).toEqual(['Service', 'Region', 'Cost centre']);
  });

  it.each([
    [['实例ID', '产品类型', '区域', '企业项目', '成本中心'], 4],
    [['Resource ID', 'Specifications', 'Product Type'], 1],
    [['Resource ID', 'Team'], 0],
    [[], 0],
  ])('follow the headings: %j', (columns, count) => {
    expect(kinds({ columns })).toHaveLength(count);
  });

  it('take the column that is known best where two are about the service', () => {
    const cells = ['s6.large', 'ECS'].map((text) => ({ kind: 'text', text }) as const);
    const rows = report.rows.map((row) => ({
      ...row,
      row: { ...row.row, cells },
    }));
    const lines = groupLines({ ...report, columns: ['Specifications', 'Product Type'], rows });

    expect(lines.map(({ which, rows: count }) => [which, count])).toEqual([['ECS', 300]]);
  });

  it('bring together what sheets in two languages call otherwise', () => {
    const rows = report.rows.map((row, at) => {
      const [name, none] = [
        { kind: 'text', text: at < 200 ? 'ECS' : '域名' },
        { kind: 'empty' },
      ] as const;
      return { ...row, row: { ...row.row, cells: at < 200 ? [name, none] : [none, name] } };
    });
    const lines = groupLines({ ...report, columns: ['Product', '产品'], rows });

    expect(lines.map(({ which, rows: count }) => [which, count])).toEqual([
      ['ECS', 200],
      ['域名', 100],
    ]);
  });

  it('leave out no row and no amount, whatever the columns hold', () => {
    const cell = fc.oneof(
      fc.record({ kind: fc.constant('text' as const), text: fc.string({ maxLength: 2 }) }),
      fc.record({ kind: fc.constant('empty' as const) }),
    );
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 300, maxLength: 300 }),
        fc.constantFrom('CNY', 'USD'),
        (cells, other) => {
          const rows = report.rows.map((row, at) => ({
            ...row,
            row: {
              ...row.row,
              cells: [cells[at]!],
              approved: at % 3 === 0 ? money('7', other) : row.row.approved,
            },
          }));
          const lines = groupLines({ ...report, columns: ['Region'], rows });

          expect(lines.reduce((all, line) => all + line.rows, 0)).toBe(300);
          for (const { currency, all } of reportTotals(rows, 'CNY').currencies) {
            const own = lines.filter((line) => line.all.approved.currency === currency);
            const amounts = own.map((line) => line.all.approved);
            expect(sum(amounts, currency)).toEqual(all.approved);
          }
        },
      ),
      { verbose: 1, numRuns: 30 },
    );
  });

  it('stand on a sheet of their own, which the Summary names', async () => {
    const book = await writtenWorkbook(report);
    const totals = sheetOf(book, 'Totals');

    expect(columnOf(totals, 'Which')).toContain('cn-north-4');
    expect(textsOf(sheetOf(book, 'Summary'))).toContain(
      'The sheet "Totals" has the same by service, region, cost centre; each adds up to these sums.',
    );
  });
});

describe('what held rows cost now', () => {
  it('is said with the sum that is needed', async () => {
    const { rows } = report;
    const at = rows.findIndex(({ outcome }) => outcome.outcome === 'held: price changed');
    const dear = rows.map((row, index) =>
      index === at
        ? {
            ...row,
            row: { ...row.row, approved: money('1000', 'CNY') },
            price: money('1080.5', 'CNY'),
          }
        : row,
    );
    const book = await writtenWorkbook({ ...report, rows: dear, quoted: null });

    expect(textsOf(sheetOf(book, 'Summary'))).toContain(
      'To renew 1 held row takes CNY 1,080.50 at the price read last, 80.50 more than approved.',
    );
  });
});
