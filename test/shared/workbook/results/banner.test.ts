import { linesText } from '../../../../shared/workbook/results/summary/needs.ts';
import { describe, expect, it } from 'vitest';
import { asTold, reason } from '../../../../shared/reasons/reason.ts';
import { OUTCOMES, type Outcome } from '../../../../shared/renewal/outcome.ts';
import { money } from '../../../../shared/values/money.ts';
import { attentionGroups } from '../../../../shared/workbook/results/attention.ts';
import type {
  ReportRow,
  ResultsReport,
} from '../../../../shared/workbook/results/results-report.ts';
import { statusMessage } from '../../../../shared/workbook/results/summary/status.ts';
import { reportTotals } from '../../../../shared/workbook/results/totals.ts';
import { sheetOf, textsOf, writtenWorkbook } from './results-parts.ts';
import { sampleReport } from './results-sample.ts';

const [template] = sampleReport(1).rows;

/** A row of 100.00 CNY that expires so many days after the sample ended (2026-11-20). */
function row(outcome: Outcome, expiry = '2027-02-01', position = 0): ReportRow {
  const paid = outcome === 'renewed' ? money('90', 'CNY') : null;
  return {
    row: {
      ...template!.row,
      position,
      line: position + 2,
      resourceId: `r${position}`,
      approved: money('100', 'CNY'),
      expiry: { day: expiry, time: null },
    },
    outcome: { ...template!.outcome, outcome, reason: asTold('Because.'), paid, order: null },
  };
}

function banner(rows: readonly ReportRow[], more: Partial<ResultsReport> = {}) {
  const report = { ...sampleReport(0), quoted: null, orders: [], rows, ...more };
  const totals = reportTotals(rows, 'CNY');
  return {
    ...statusMessage(report, totals),
    zh: statusMessage({ ...report, language: 'zh' }, totals).text,
  };
}

/** A job whose order was charged what its renewed rows cost. */
function charged(rows: readonly ReportRow[], more: Partial<ResultsReport> = {}) {
  const count = rows.filter(({ outcome }) => outcome.paid !== null).length;
  const [order] = sampleReport(300).orders;
  const orders = [{ ...order!, charged: money(90 * count, 'CNY') }];
  return banner(rows, { orders, ...more });
}

describe('the banner', () => {
  it('is green only where nothing is left to do', () => {
    const rows = [row('renewed'), row('renewed'), row('already renewed'), row('not approved')];

    expect(charged(rows)).toEqual({
      tone: 'good',
      text: 'Done: 2 of 4 rows renewed, 180.00 CNY paid, 1 had been renewed already, 1 not approved. Nothing is left to do.',
      zh: '已完成：4行中已续费2行，已支付180.00 CNY，此前已续费1行，未批准1行。没有待办事项。',
    });
  });

  it.each([
    ['held: price changed', 'warning'],
    ['not renewable', 'warning'],
    ['invalid', 'warning'],
    ['not attempted', 'warning'],
    ['needs review', 'bad'],
  ] as const)('says of a row that is %s that it needs somebody', (outcome, tone) => {
    const said = charged([row('renewed'), row(outcome, '2026-11-28')]);

    expect(said.tone).toBe(tone);
    expect(said.text).toContain('1 row needs you and expires within 10 days.');
    expect(said.text).not.toMatch(/^Done/u);
    expect(said.zh).toContain('有1行需要您处理，将在10天内到期。');
  });

  it.each([
    [['2026-11-20'], '1 row needs you and expires within 10 days.'],
    [['2026-11-30'], '1 row needs you and expires within 10 days.'],
    [['2026-12-01'], '1 row needs you.'],
    [['2026-11-19'], '1 row needs you and has expired.'],
    [
      ['2026-11-30', '2026-11-30', '2027-01-01'],
      '3 rows need you, 2 of them expire within 10 days.',
    ],
    [
      ['2026-11-30', '2026-11-01', '2027-01-01'],
      '3 rows need you, 1 of them expires within 10 days, 1 of them has expired.',
    ],
  ])('counts those in a hurry: %j', (days, words) => {
    const rows = days.map((day, at) => row('held: price changed', day, at));

    expect(charged([row('renewed'), ...rows]).text.endsWith(words)).toBe(true);
  });

  it('is red where a renewed row could not be confirmed, or the books do not balance', () => {
    const why = reason('audit-order-not-paid', { order: 'CS1' });
    const audit = { confirmed: 0, doubts: [{ resourceId: 'r0', why }] };
    const doubted = charged([row('renewed')], { audit });
    const lost = charged([row('renewed')], { quoted: { rows: 2, approved: [] } });

    expect(doubted.tone).toBe('bad');
    expect(doubted.text).toBe(
      'Ended: the only row renewed, 90.00 CNY paid. 1 renewed row could not be confirmed in full at the provider. 1 row needs you.',
    );
    expect(lost.tone).toBe('bad');
    expect(lost.text).toContain('The books do not balance.');
  });

  it('is red while a job stands still, and says what is paid meanwhile', () => {
    const said = charged([row('renewed'), row('not attempted')], { status: 'suspended' });

    expect(said.tone).toBe('bad');
    expect(said.text).toBe(
      'Suspended (interim results): so far 1 of 2 rows renewed, 90.00 CNY paid. Nothing more is paid until the job is resumed. 1 row needs you.',
    );
  });

  it('is no success where nobody approved a row', () => {
    expect(banner([row('not approved')])).toMatchObject({
      tone: 'warning',
      text: 'Ended: 0 of 1 row renewed, 1 not approved.',
    });
  });

  it.each([
    ['cancelled', 'Cancelled: 0 of 1 row renewed. 1 row needs you.'],
    ['expired', 'Expired: 0 of 1 row renewed. 1 row needs you.'],
    ['rejected', 'Rejected: nothing was ordered and nothing was paid. 1 row needs you.'],
  ] as const)('says of a %s job what is left to do', (status, text) => {
    expect(banner([row('not attempted')], { status }).text).toBe(text);
  });

  it('does not claim of a rejected job with payments that nothing was paid', () => {
    expect(charged([row('renewed')], { status: 'rejected' }).text).not.toContain('nothing was');
  });
});

describe('what needs a person', () => {
  const report = sampleReport(300);

  it('is listed with the most urgent outcome first, each row once', () => {
    const groups = attentionGroups(report.rows, 'en');

    expect(groups[0]?.outcome).toBe('needs review');
    expect(groups.reduce((sum, { rows }) => sum + rows.length, 0)).toBe(report.rows.length);
  });

  it('is the first table of the Summary, with line, reason and step', async () => {
    const texts = textsOf(sheetOf(await writtenWorkbook(report), 'Summary'));
    const first = texts.indexOf('What needs you');

    expect(first).toBeLessThan(6);
    expect(texts.slice(first + 1, first + 6)).toEqual([
      'Outcome',
      'Rows',
      'Soonest expiry',
      'Why',
      'What to do',
    ]);
    expect(texts[first + 8]).toMatch(/^Lines \d+, \d+, \d+, \d+, \d+ and 7 more: The provider/u);
    expect(texts[first + 9]).toMatch(/^Look at the order in the console/u);
  });

  it('names the sheet of a line where the file has several', () => {
    const rows = [row('invalid', '2027-02-01', 1), row('invalid', '2027-02-01', 2)];
    const [first, second] = rows.map((one, at) => ({
      ...one,
      row: { ...one.row, sheet: at === 0 ? 'ECS' : '域名', line: at + 4 },
    }));

    expect(linesText([first!, second!], true, 'en')).toBe('Lines 4 (ECS), 5 (域名)');
    expect(linesText([first!, second!], true, 'zh')).toBe('第4（ECS）、5（域名）行');
  });

  it.each(OUTCOMES.filter((outcome) => outcome !== 'renewed'))(
    'is in the table where the banner counts it: %s',
    async (outcome) => {
      const rows = [row('renewed'), row(outcome, '2027-02-01', 1)];
      const texts = textsOf(
        sheetOf(await writtenWorkbook({ ...report, rows, quoted: null }), 'Summary'),
      );
      const isNamed = texts.includes('What needs you');

      expect(isNamed).toBe(texts.some((text) => text.includes('1 row needs you')));
      expect(isNamed).toBe(outcome !== 'already renewed' && outcome !== 'not approved');
    },
  );

  it('is not said to be the same of rows without a yes whose words differ', async () => {
    const rows = ['yes?', 'if cheaper'].map((cell, at) => {
      const one = row('not approved', '2027-02-01', at);
      return { ...one, outcome: { ...one.outcome, reason: reason('not-a-yes', { cell }) } };
    });
    const texts = textsOf(
      sheetOf(await writtenWorkbook({ ...report, rows, quoted: null }), 'Summary'),
    );

    expect(texts).toContain(
      '2 rows not approved, and left alone. Lines 2, 3. The first of them: "yes?" is not one of the words that say yes. Write yes to have the row renewed, and drop it again.',
    );
  });

  it('leads to the row', async () => {
    const summary = sheetOf(await writtenWorkbook(report), 'Summary');
    const places = [...summary.cells!.values()].flatMap(
      ({ hyperlink }) => hyperlink?.location ?? [],
    );

    expect(places).toHaveLength(5);
    expect(places[0]).toMatch(/^'Needs action'!A\d+$/u);
    expect(places[4]).toMatch(/^'Results'!A\d+$/u);
  });
});
