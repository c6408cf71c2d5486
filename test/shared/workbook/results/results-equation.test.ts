import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '../../../../shared/values/money.ts';
import { reportEquations } from '../../../../shared/workbook/results/equation.ts';
import type { ResultsReport } from '../../../../shared/workbook/results/results-report.ts';
import { reportTotals } from '../../../../shared/workbook/results/totals.ts';
import { sheetOf, textsOf, writtenWorkbook } from './results-parts.ts';
import { sampleReport } from './results-sample.ts';

const report = sampleReport(300);

function equations(changed: ResultsReport): ReturnType<typeof reportEquations> {
  return reportEquations(changed, reportTotals(changed.rows, changed.currency));
}

describe('the books of a job', () => {
  it('are written out by count, by approved amount and by payment', () => {
    expect(equations(report)).toEqual([
      {
        holds: true,
        text: '300 rows in the quote = 173 renewed + 29 already renewed + 21 held: price changed + 13 not renewable + 11 invalid + 22 not approved + 19 not attempted + 12 needs review',
      },
      {
        holds: true,
        text: 'CNY 1,227,698.13 in the file = 685,899.23 renewed + 115,302.60 already renewed + 91,645.89 held: price changed + 67,209.06 not renewable + 43,325.57 invalid + 86,657.34 not approved + 84,587.93 not attempted + 53,070.51 needs review',
      },
      {
        holds: true,
        text: 'CNY 685,824.49 charged by 2 orders = 685,824.49 allocated to rows',
      },
      {
        holds: true,
        text: 'CNY 685,824.49 paid for 173 rows, of 685,899.23 approved for the same',
      },
    ]);
  });

  describe('compare what was paid with what was approved', () => {
    const [first, second] = report.rows.filter(({ outcome }) => outcome.paid !== null);

    function paid(
      amounts: readonly (readonly [approved: string, paid: string, order: string])[],
      more: Partial<ResultsReport> = {},
    ) {
      const rows = amounts.map(([approved, cost, order], index) => {
        const { row, outcome } = index === 0 ? first! : second!;
        return {
          row: { ...row, position: index, approved: money(approved, 'CNY') },
          outcome: { ...outcome, order, paid: money(cost, 'CNY') },
        };
      });
      return equations({ ...report, rows, ...more }).at(-1);
    }

    it.each<[string, ReturnType<typeof paid>, boolean]>([
      ['a row that cost what was approved', paid([['10', '10', 'CS1']]), true],
      ['one that cost more', paid([['10', '10.01', 'CS1']]), false],
      [
        'one that cost more while another one saved as much',
        paid([
          ['10', '12', 'CS1'],
          ['10', '5', 'CS2'],
        ]),
        false,
      ],
      [
        'two of one order, whose amount is allocated to them',
        paid([
          ['10', '12', 'CS1'],
          ['10', '8', 'CS1'],
        ]),
        true,
      ],
      [
        'one within the tolerance of the account',
        paid([['10', '10.50', 'CS1']], { tolerance: { percent: 5, absolute: '1' } }),
        true,
      ],
      [
        'one within it rounded up to the cent',
        paid([['9.99', '10.29', 'CS1']], { tolerance: { percent: 3, absolute: '1' } }),
        true,
      ],
      [
        'one a cent above that',
        paid([['9.99', '10.30', 'CS1']], { tolerance: { percent: 3, absolute: '1' } }),
        false,
      ],
      [
        'one above the stricter of the two limits',
        paid([['10', '10.50', 'CS1']], { tolerance: { percent: 50, absolute: '0.40' } }),
        false,
      ],
    ])('%s', (_, line, holds) => {
      expect(line?.holds).toBe(holds);
    });

    it('and name the orders', () => {
      expect(paid([['10', '40', 'CS1']])?.text).toBe(
        'CNY 40.00 paid for 1 row, of 10.00 approved for the same: more than approved by CS1',
      );
    });
  });

  it('do not balance when any row is lost or doubled', () => {
    fc.assert(
      fc.property(fc.nat(299), fc.boolean(), (at, doubled) => {
        const rows = report.rows.toSpliced(
          at,
          doubled ? 0 : 1,
          ...(doubled ? [report.rows[at]!] : []),
        );
        const [byCount, byAmount] = equations({ ...report, rows });

        expect(byCount?.holds).toBe(false);
        expect(byAmount?.holds).toBe(false);
      }),
      { verbose: 1, numRuns: 50 },
    );
  });

  it('do not balance when a payment is not allocated to rows', () => {
    const orders = report.orders.map((order, index) =>
      index === 0 ? { ...order, charged: money('377293.51', 'CNY') } : order,
    );
    const [, , byPayment] = equations({ ...report, orders });

    expect(byPayment?.holds).toBe(false);
    expect(byPayment?.text).toContain('≠');
  });

  it('do not balance when a currency of the quote has no row any more', () => {
    const quoted = { rows: 300, approved: [...report.quoted!.approved, money('5', 'USD')] };

    expect(equations({ ...report, quoted }).some(({ holds }) => !holds)).toBe(true);
  });

  it('stand on the Summary sheet with a tick, or with a warning in red', async () => {
    const good = sheetOf(await writtenWorkbook(report), 'Summary');
    const quoted = { ...report.quoted!, rows: 301 };
    const bad = sheetOf(await writtenWorkbook({ ...report, quoted }), 'Summary');
    const warning = [...bad.cells!.values()].find(
      ({ value }) => typeof value === 'string' && value.startsWith('✗'),
    );

    expect(textsOf(good)).toContain('The books balance');
    expect(textsOf(good).some((text) => text.startsWith('✓ 300 rows in the quote ='))).toBe(true);
    expect(textsOf(bad)).toContain('The books do NOT balance');
    expect(warning?.value).toContain('301 rows in the quote ≠');
    expect(warning?.style?.fill).toMatchObject({
      fgColor: { rgb: expect.stringContaining('FBDCD2') },
    });
  });
});
