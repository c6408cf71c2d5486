import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { ageText } from '../../../../../infra/cli/jobs/text/age-text.ts';
import { listText } from '../../../../../infra/cli/jobs/text/list-text.ts';
import { RowRate } from '../../../../../infra/cli/jobs/text/row-rate.ts';
import { jobText } from '../../../../../infra/cli/jobs/text/status-text.ts';
import { noOutcomes } from '../../../../../shared/renewal/outcome.ts';
import { jobView } from '../job-view-sample.ts';

const NOW = Date.parse('2026-11-22T12:30:00Z');

function plain(lines: readonly string[]): string[] {
  return lines.map((line) => stripVTControlCharacters(line));
}

describe('the list', () => {
  test('is a table with the figures under each other', () => {
    const done = { status: 'done', decided: 100, paid: { USD: '950.00', EUR: '3.50' } } as const;
    const jobs = [
      jobView({ id: 'aaaaaaaaaa', chunks: { finished: 2, all: 3 }, file: '续费报价' }),
      jobView({ id: 'bbbbbbbbbb', ...done, droppedAt: '2026-11-19T10:00:00.000Z' }),
      jobView({ id: 'cccccccccc', status: 'suspended', paid: { USD: '400.00' } }),
      jobView({ id: 'dddddddddd', status: 'planning', rows: 0, chunks: { finished: 0, all: 0 } }),
    ];

    expect(plain(listText(jobs, NOW))).toEqual([
      'JOB         ACCOUNT  FILE      STATUS                 ROWS                   PAID  AGE',
      'aaaaaaaaaa  main     续费报价  running    100 (2/3 chunks)                      -  2 h',
      'bbbbbbbbbb  main     quote     done                100/100  950.00 USD + 3.50 EUR  3 d',
      'cccccccccc  main     quote     suspended  100 (0/1 chunks)             400.00 USD  2 h',
      'dddddddddd  main     quote     planning                  0                      -  2 h',
    ]);
  });

  test('lets no file name steer the terminal or break the table', () => {
    const [, line = ''] = listText([jobView({ file: `a\u001B[2J\n${'b'.repeat(80)}` })], NOW);

    expect(line).not.toContain('\u001B[2J');
    expect(line).not.toContain('\n');
    expect(line.length).toBeLessThan(130);
  });

  test('of no job is nothing', () => {
    expect(listText([], NOW)).toEqual([]);
  });
});

describe('the status of a job', () => {
  test('has a bar for each outcome there is, the money, the dates and the history', () => {
    const lines = jobText(
      jobView({
        decided: 51,
        outcomes: { ...noOutcomes(), renewed: 50, invalid: 1 },
        paid: { USD: '500.00' },
        paidAndWaiting: 25,
        history: [
          { at: '2026-11-22T10:00:02.000Z', event: 'running', by: 'renewsheet', note: null },
          {
            at: '2026-11-22T10:00:05.000Z',
            event: 'suspended',
            by: 'renewsheet',
            note: 'Top up\u0007.',
          },
        ],
      }),
    );

    expect(plain(lines)).toEqual([
      '',
      '  renewed        ████████████░░░░░░░░░░░░  50',
      '  invalid        █░░░░░░░░░░░░░░░░░░░░░░░   1',
      '  paid, waiting  ██████░░░░░░░░░░░░░░░░░░  25',
      '',
      '  Approved     1000.00 USD',
      '  Paid         500.00 USD',
      '  Chunks       0 of 1 finished',
      '  Dropped      2026-11-22 10:00:00 by finance',
      '  Valid until  2026-11-25 10:00:00',
      '',
      '  History (all times in UTC)',
      '  2026-11-22 10:00:02  running    renewsheet',
      '  2026-11-22 10:00:05  suspended  renewsheet  Top up .',
    ]);
  });
});

test.each([
  ['2026-11-22T12:29:30Z', 'now'],
  ['2026-11-22T12:25:00Z', '5 min'],
  ['2026-11-22T10:00:00Z', '2 h'],
  ['2026-11-01T10:00:00Z', '21 d'],
  // A clock that goes before the cloud's.
  ['2026-11-22T12:31:00Z', 'now'],
])('what was dropped at %s is %s', (moment, age) => {
  expect(ageText(moment, NOW)).toBe(age);
});

test('the rate is that of the last minute, and is not known at once', () => {
  const rate = new RowRate();

  expect(rate.take(0, 0)).toBeNull();
  expect(rate.take(10, 2000)).toBe(300);
  expect(rate.take(100, 60_000)).toBe(100);
  expect(rate.take(100, 120_000)).toBe(0);
  expect(rate.take(100, 170_000)).toBe(0);
});
