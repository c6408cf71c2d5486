import { expect, test } from 'vitest';
import { dayAfterTerm } from '../../../shared/audit/day-after-term.ts';

test.each([
  ['2026-12-20', 1, 'month', '2027-01-20'],
  ['2027-01-31', 1, 'month', '2027-02-28'],
  ['2028-01-31', 1, 'month', '2028-02-29'],
  ['2027-01-31', 2, 'month', '2027-03-31'],
  ['2026-12-31', 9, 'month', '2027-09-30'],
  ['2028-02-29', 1, 'year', '2029-02-28'],
  ['2026-06-15', 3, 'year', '2029-06-15'],
] as const)('%s and %d %s(s) is %s', (day, count, unit, expected) => {
  expect(dayAfterTerm(day, { unit, count })).toBe(expected);
});
