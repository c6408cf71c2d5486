import { describe, expect, it } from 'vitest';
import { money } from '../../../../shared/values/money.ts';
import type { ReportRow } from '../../../../shared/workbook/results/results-report.ts';
import { reportTotals } from '../../../../shared/workbook/results/totals.ts';
import { sampleReport } from './results-sample.ts';

const [template] = sampleReport(1).rows;

function row(changes: Partial<ReportRow['outcome']>, approved = money('100', 'CNY')): ReportRow {
  return {
    row: { ...template!.row, approved },
    outcome: { ...template!.outcome, paid: null, ...changes },
  };
}

describe('the totals of a report', () => {
  it('count as saved only what was saved on rows that are known to be renewed', () => {
    const paid = money('90', 'CNY');
    const rows = [
      row({ outcome: 'renewed', paid }),
      row({ outcome: 'needs review', paid }),
      row({ outcome: 'held: price changed' }),
    ];
    const [totals] = reportTotals(rows, 'CNY').currencies;

    expect(totals?.all.saved).toEqual(money('10', 'CNY'));
    expect(totals?.all.paid).toEqual(money('180', 'CNY'));
    expect(totals?.all.approved).toEqual(money('300', 'CNY'));
  });

  it('count rows without a readable price and leave them out of every sum', () => {
    const unpriced = { ...row({ outcome: 'invalid' }), row: { ...template!.row, approved: null } };
    const totals = reportTotals([unpriced, row({ outcome: 'invalid' })], 'CNY');

    expect(totals).toMatchObject({ rows: 2, unpriced: 1, counts: { invalid: 2 } });
    expect(totals.currencies[0]?.all).toMatchObject({ rows: 1, approved: money('100', 'CNY') });
  });

  it('count renewed rows without a known charge, which are in no sum of what was paid', () => {
    const rows = [
      row({ outcome: 'renewed' }),
      row({ outcome: 'renewed', paid: money('90', 'CNY') }),
      row({ outcome: 'already renewed' }),
    ];
    const totals = reportTotals(rows, 'CNY');

    expect(totals.uncharged).toBe(1);
    expect(totals.currencies[0]?.all.saved).toEqual(money('10', 'CNY'));
  });

  it('show the currency of the account also when there is no row in it', () => {
    const totals = reportTotals([row({ outcome: 'invalid' }, money('1', 'USD'))], 'CNY');

    expect(totals.currencies.map(({ currency }) => currency)).toEqual(['CNY', 'USD']);
  });
});
