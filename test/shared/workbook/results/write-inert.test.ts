import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ResultsReport } from '../../../../shared/workbook/results/results-report.ts';
import { writeResults } from '../../../../shared/workbook/results/write-results.ts';
import { columnOf, sheetOf, writtenWorkbook, zippedTexts } from './results-parts.ts';
import { sampleReport } from './results-sample.ts';
import { asTold } from '../../../../shared/reasons/reason.ts';

const hostile = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '\t',
        '\r',
        '\0',
        '＝',
        '＋',
        '－',
        '＠',
        "'=",
        '_x003D_',
      ),
      fc.oneof(
        fc.constantFrom('HYPERLINK("https://evil.example","x")', "cmd|' /C calc'!A0"),
        fc.string(),
      ),
    )
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);

/** The sample with that text wherever text comes from outside. */
function poisoned(text: string, status: ResultsReport['status'] = 'done'): ResultsReport {
  const sample = sampleReport(3);
  const cells = sample.columns.map(() => ({ kind: 'text', text }) as const);
  return {
    ...sample,
    status,
    job: text,
    file: text,
    account: text,
    reason: asTold(text),
    droppedBy: text,
    approvedBy: text,
    reference: text,
    columns: sample.columns.map(() => text),
    loose: [{ sheet: text, line: 9, text }],
    orders: [{ id: text, state: text, amount: null, charged: null, rows: 1, note: text }],
    history: [{ at: 0, event: 'settle', by: text, note: asTold(text) }],
    rows: sample.rows.map(({ row, outcome }) => ({
      row: { ...row, cells, resourceId: text, name: text, sheet: text },
      outcome: {
        ...outcome,
        outcome: row.position === 0 ? 'needs review' : 'invalid',
        reason: asTold(text, text),
        code: text,
        order: text,
      },
    })),
  };
}

describe('text from outside', () => {
  it('never becomes a formula, anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const parts = zippedTexts(await writeResults(poisoned(text)));
        const sheets = [...parts].filter(([name]) => name.startsWith('xl/worksheets/sheet'));

        expect(sheets.length).toBeGreaterThan(1);
        for (const [, xml] of sheets) expect(xml).not.toMatch(/<f[\s>/]/u);
        const outside = [...parts.values()].flatMap((xml) =>
          [...xml.matchAll(/Target="([^"]*)" TargetMode="External"/gu)].map(
            ([, target]) => target!,
          ),
        );
        expect(
          outside.every((target) => target.startsWith('https://console.huaweicloud.com/')),
        ).toBe(true);
      }),
      { numRuns: 60, verbose: 1 },
    );
  });

  it.each(['=1+1', '+86 138', '-', '@team', '＝1', "'quoted", '_x0041_', ' padded ', '00123'])(
    'reads back as %j, in a cell of the Text format',
    async (text) => {
      const results = sheetOf(await writtenWorkbook(poisoned(text)), 'Results');

      expect(results.rows[1]![0]).toBe(text);
      expect(results.cells?.get('1,0')?.formula).toBeUndefined();
      expect(results.cells?.get('1,0')?.style?.numFmt).toBe('@');
      expect(columnOf(results, 'Reason')).toEqual([text, text, text]);
    },
  );

  it('loses control characters and what a cell cannot hold', async () => {
    const long = `=${'x'.repeat(40_000)}`;
    const [control, capped] = await Promise.all([
      writtenWorkbook(poisoned('a\0b\u0007c\uFFFFd\ud800e\r\nf')),
      writtenWorkbook(poisoned(long)),
    ]);

    expect(sheetOf(control, 'Results').rows[1]![0]).toBe('abcd\uFFFDe\nf');
    expect(String(sheetOf(capped, 'Results').rows[1]![0])).toHaveLength(32_767);
  });
});
