import { describe, expect, test } from 'vitest';
import { mayRepeat, movement } from '../../../../shared/renewal/rules/purchases.ts';
import { LAG_MS as lag } from '../../../../shared/renewal/rules/watched-rows.ts';
import { NOW as now } from '../../../support/facts-sample.ts';
import { frozen } from '../../../support/purchase-sample.ts';

const MONTH = { unit: 'month', count: 1 } as const;
const YEAR = { unit: 'year', count: 1 } as const;

describe('how far an expiry has moved', () => {
  test.each([
    ['not at all', '2026-12-20', '2026-12-20', MONTH, 'none'],
    ['to an earlier day', '2026-12-20', '2026-12-01', MONTH, 'none'],
    ['by a day, as another zone shows it', '2026-12-20', '2026-12-21', MONTH, 'none'],
    ['by a week', '2026-12-20', '2026-12-27', MONTH, 'less'],
    ['by a month', '2026-12-20', '2027-01-20', MONTH, 'by its term'],
    [
      'by a month from the last day of a longer one',
      '2027-01-31',
      '2027-02-28',
      MONTH,
      'by its term',
    ],
    ['the same, over the end of that month', '2027-01-31', '2027-03-03', MONTH, 'by its term'],
    ['by a month and a day', '2026-12-20', '2027-01-21', MONTH, 'by its term'],
    ['by two months', '2026-12-20', '2027-02-20', MONTH, 'more'],
    ['by a month where a year was bought', '2026-12-20', '2027-01-20', YEAR, 'less'],
    ['by a year', '2026-12-20', '2027-12-20', YEAR, 'by its term'],
    ['by a year over a leap day', '2027-12-20', '2028-12-20', YEAR, 'by its term'],
  ] as const)('%s', (_, from, to, term, moved) => {
    expect(movement(Date.parse(from), Date.parse(to), term)).toBe(moved);
  });
});

describe('the very same call may be sent once more', () => {
  test.each([
    ['with its token, a moment later', 'same token', 60_000, 1, true],
    ['with its token, once that is not trusted any more', 'same token', 10 * 60_000, 1, false],
    ['with its token, a third time', 'same token', 60_000, 2, false],
    ['without a token, while it may still show', 'same call', lag - 1, 1, false],
    ['without a token, once everything must show', 'same call', lag, 1, true],
    ['without a token, a third time', 'same call', lag, 2, false],
    ['where the provider would take it for another', 'never', 60_000, 1, false],
    ['where the provider would take it for another, much later', 'never', lag, 1, false],
  ] as const)('%s: %s after %i ms, sent %i times: %s', (_, repeat, ago, times, may) => {
    expect(mayRepeat(frozen({ repeat, times }, ago), { now, lag })).toBe(may);
  });
});
