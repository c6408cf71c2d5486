import { money } from '../../../../shared/values/money.ts';
import { say } from '../../../../shared/reasons/say.ts';
import { describe, expect, it } from 'vitest';
import { operateEventSchema } from '../../../../shared/messages/operate-event.ts';
import type { ResultsReport } from '../../../../shared/workbook/results/results-report.ts';
import { cellAt, columnOf, sheetOf, textsOf, writtenWorkbook } from './results-parts.ts';
import { sampleReport } from './results-sample.ts';
import { asTold, reason } from '../../../../shared/reasons/reason.ts';

const report = sampleReport(140);
const SETTLE =
  'Once checked: for the function "operate" ("as": "paid", "not paid" or "renew again")';

/** The lines of JSON among the texts, read as the function reads them. */
function events(texts: readonly unknown[]): unknown[] {
  return texts
    .filter((text): text is string => typeof text === 'string' && text.startsWith('{'))
    .map((text) => operateEventSchema.parse(JSON.parse(text)));
}

function needsReview({ rows }: ResultsReport): (string | null)[] {
  return rows
    .filter(({ outcome }) => outcome.outcome === 'needs review')
    .map(({ row }) => row.resourceId);
}

async function summaryOf(changed: Partial<ResultsReport>) {
  return sheetOf(await writtenWorkbook({ ...report, ...changed }), 'Summary');
}

describe('the lines for the function operate', () => {
  it('stand beside each row that needs review, and settle that very row', async () => {
    const sheet = sheetOf(await writtenWorkbook(report), 'Needs action');
    const lines = columnOf(sheet, SETTLE);
    const at = columnOf(sheet, 'Outcome').map((outcome) => outcome === 'needs review');

    expect(lines.map((line) => line !== null)).toEqual(at);
    expect(at.filter(Boolean)).toHaveLength(2);
    expect(events(lines)).toEqual(
      expect.arrayContaining(
        needsReview(report).map((resource) => {
          return { command: 'settle', job: report.job, resource, as: 'not paid', by: 'your name' };
        }),
      ),
    );
  });

  it('are in cells of letters of one width, wrapped, and nothing else is in them', async () => {
    const sheet = sheetOf(await writtenWorkbook(report), 'Needs action');
    const column = sheet.rows[0]!.indexOf(SETTLE);
    const row = columnOf(sheet, SETTLE).findIndex((line) => line !== null) + 1;
    const cell = cellAt(sheet, row, column);

    expect(cell?.style?.font?.name).toBe('Consolas');
    expect(cell?.style?.alignment?.wrapText).toBe(true);
    expect(cell?.hyperlink).toBeUndefined();
  });

  it('survive any resource id, and never become a formula', async () => {
    const resource = '=1+1"}\n{"x\\';
    const rows = report.rows.map((each) => ({
      ...each,
      row: { ...each.row, resourceId: resource },
    }));
    const sheet = sheetOf(await writtenWorkbook({ ...report, rows }), 'Needs action');

    expect(events(columnOf(sheet, SETTLE))).toEqual([
      expect.objectContaining({ resource }),
      expect.objectContaining({ resource }),
    ]);
  });

  it('are left out while the job may still find out by itself', async () => {
    const sheet = sheetOf(
      await writtenWorkbook({ ...report, status: 'suspended' }),
      'Needs action',
    );

    expect(sheet.rows[0]).toContain('What to do next');
    expect(sheet.rows[0]).not.toContain(SETTLE);
  });

  it('are left out where nothing needs review', async () => {
    const rows = report.rows.filter(({ outcome }) => outcome.outcome !== 'needs review');
    const book = await writtenWorkbook({ ...report, rows, quoted: null });

    expect(sheetOf(book, 'Needs action').rows[0]).not.toContain(SETTLE);
    expect(textsOf(sheetOf(book, 'Summary')).join(' ')).not.toContain('-operate');
  });

  it('resume and cancel a suspended job from its summary', async () => {
    const texts = textsOf(await summaryOf({ status: 'suspended', reason: asTold('No balance.') }));

    expect(events(texts)).toEqual([
      { command: 'resume', job: report.job, by: 'your name' },
      { command: 'cancel', job: report.job, by: 'your name' },
    ]);
    expect(texts.join(' ')).toContain(`npm run jobs -- resume ${report.job}`);
  });

  it('stand before what needs somebody, and behind what is missing', async () => {
    const texts = textsOf(
      await summaryOf({
        status: 'suspended',
        reason: reason('short-balance'),
        short: { left: null, missing: money('1234.5', 'CNY'), basis: 'suspension' },
      }),
    );
    const [why, what, needs] = [
      texts.findIndex((text) => text.endsWith('At most 1,234.50 CNY is missing.')),
      texts.indexOf('To resume or to cancel this job'),
      texts.indexOf('What needs you'),
    ];

    expect(why).toBeGreaterThan(0);
    expect(what).toBeGreaterThan(why);
    expect(needs).toBeGreaterThan(what);
  });

  it('come behind the files to drop next, which come first', async () => {
    const retry = { file: 'december.retry.xlsx', rows: 3, asked: 0 };
    const texts = textsOf(await summaryOf({ retry }));
    const at = texts.findIndex((text) => text.includes(retry.file));

    expect(at).toBeGreaterThan(0);
    expect(at).toBeLessThan(texts.indexOf('What needs you'));
  });

  it.each(['done', 'cancelled', 'expired', 'rejected'] as const)(
    'offer nothing in the summary of a job that is %s, but how its rows are settled',
    async (status) => {
      const texts = textsOf(await summaryOf({ status }));

      expect(events(texts)).toEqual([]);
      expect(texts.filter((text) => text.includes('"renew again"'))).toHaveLength(1);
    },
  );
});

describe('the history in the summary', () => {
  it('says when, what, who and why, in the zone of the account', async () => {
    const history = [
      { at: Date.UTC(2026, 10, 20, 2, 15), event: 'running', by: 'renewsheet', note: null },
      {
        at: Date.UTC(2026, 10, 20, 17, 30),
        event: 'suspended',
        by: 'renewsheet',
        note: asTold('The balance is short.'),
      },
      { at: Date.UTC(2026, 10, 21, 1, 0), event: 'running', by: '=ops("x")', note: null },
    ] as const;
    const { rows } = await summaryOf({ history });
    const first = rows.findIndex((row) => row.includes('When (Asia/Shanghai)'));
    const shown = rows
      .slice(first + 1, first + 4)
      .map((row) => [row[1], row[2], row[3], row[5] ?? null]);

    expect(shown).toEqual([
      [new Date('2026-11-20T10:15:00Z'), 'running', 'renewsheet', null],
      [new Date('2026-11-21T01:30:00Z'), 'suspended', 'renewsheet', 'The balance is short.'],
      [new Date('2026-11-21T09:00:00Z'), 'running', '=ops("x")', null],
    ]);
  });

  it('shows the newest thirty entries and counts the earlier ones', async () => {
    const history = Array.from({ length: 42 }, (_, index) => ({
      at: Date.UTC(2026, 10, 20) + index * 60_000,
      event: 'settle' as const,
      by: 'ops',
      note: asTold(`row ${index}: paid`),
    }));
    const texts = textsOf(await summaryOf({ history }));
    const notes = texts.filter((text) => /^row \d+: paid$/u.test(text));

    expect(notes).toEqual(history.slice(12).map(({ note }) => say(note, 'en').reason));
    expect(texts).toContain('12 earlier entries are left out here.');
  });

  it('is left out of a job that has none', async () => {
    expect(textsOf(await summaryOf({ history: [] }))).not.toContain('History');
  });
});
