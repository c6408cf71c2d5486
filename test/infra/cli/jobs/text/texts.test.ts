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
      jobView({ id: 'aaaaaaaaaa', decided: 51, paid: { USD: '12.00' }, file: '续费报价' }),
      jobView({
        id: 'bbbbbbbbbb',
        ...done,
        droppedAt: '2026-11-19T10:00:00.000Z',
        attention: '1 row needs review',
      }),
      jobView({
        id: 'cccccccccc',
        status: 'suspended',
        paid: { USD: '400.00' },
        attention: 'suspended',
      }),
      jobView({ id: 'dddddddddd', status: 'planning', rows: 0, chunks: { finished: 0, all: 0 } }),
    ];

    expect(plain(listText(jobs, NOW))).toEqual([
      'JOB         ACCOUNT  FILE      STATUS        ROWS                   PAID  AGE  NEEDS ATTENTION',
      'aaaaaaaaaa  main     续费报价  running     51/100              12.00 USD  2 h',
      'bbbbbbbbbb  main     quote     done       100/100  950.00 USD + 3.50 EUR  3 d  1 row needs review',
      'cccccccccc  main     quote     suspended    0/100             400.00 USD  2 h  suspended',
      'dddddddddd  main     quote     planning       0/0                      -  2 h',
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
        approvedInIt: { USD: '990.00' },
        paid: { USD: '500.00' },
        paidAndWaiting: 25,
        open: 49,
        stillToPay: { USD: '240.00' },
        balance: { USD: '200.00' },
        missing: { USD: '40.00' },
        unpaidOrders: [{ order: 'CS1', rows: 1, amount: { USD: '10.00' }, state: 'made' }],
        waits: { for: 'a person', since: '2026-11-22T10:00:05.000Z', until: null },
        results: 'results/main/quote.k7m2xq9d4a.results.xlsx',
        retry: 'results/main/quote.k7m2xq9d4a.retry.xlsx',
        review: null,
        attention: 'suspended',
        next: 'npm run jobs --silent -- resume k7m2xq9d4a',
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
      '  open           ████████████░░░░░░░░░░░░  49',
      '  of these paid  ██████░░░░░░░░░░░░░░░░░░  25',
      '',
      '  In the file     1000.00 USD',
      '  Approved in it  990.00 USD',
      '  Paid            500.00 USD',
      '  To be paid      at most 240.00 USD',
      '  Balance         200.00 USD left, as last read',
      '  Missing         at most 40.00 USD',
      '  Unpaid          CS1 (1 row, 10.00 USD, made)',
      '  Progress        0 of 1 parts of the file done',
      '  Dropped         2026-11-22 10:00:00 UTC by finance',
      '  Valid until     2026-11-25 10:00:00 UTC',
      '  Waits for       a person, since 2026-11-22 10:00:05 UTC',
      '  Results         results/main/quote.k7m2xq9d4a.results.xlsx',
      '  Another try     results/main/quote.k7m2xq9d4a.retry.xlsx',
      '  Attention       suspended',
      '  Next            npm run jobs --silent -- resume k7m2xq9d4a',
      '',
      '  History (all times in UTC)',
      '  2026-11-22 10:00:02  running    renewsheet',
      '  2026-11-22 10:00:05  suspended  renewsheet  Top up .',
    ]);
  });
});

test.each([
  ['suspension', '200.00 USD left, as last read'],
  ['start', '200.00 USD left, by the balance when the job began and what it has paid since'],
] as const)('a balance known since the %s is told as that', (balanceBasis, says) => {
  const lines = jobText(jobView({ balance: { USD: '200.00' }, balanceBasis }));

  expect(plain(lines)).toContain(`  Balance      ${says}`);
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
