import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseScheduleExpression } from '../../../infra/cloud/events/schedule-expression.ts';
import { scheduleProblem } from '../../../shared/settings/schedule-problem.ts';

describe('a schedule of exports', () => {
  test.each([
    'cron(0 8 ? * MON *)',
    'cron(30 7 1 * ? *)',
    'cron(0 8 L * ? *)',
    'cron(0 8 LW * ? *)',
    'cron(0 8 15W * ? *)',
    'cron(0 8 ? * MON#1 *)',
    'cron(0 8 ? * 6L *)',
    'cron(0 8 ? * MON-FRI *)',
    'cron(0/15 8,20 ? JAN-MAR 2,4 2026-2030)',
    'rate(1 day)',
    'rate(7 days)',
  ])('%s is one, and the embedded cloud runs it', (text) => {
    expect(scheduleProblem(text)).toBeNull();
    expect(() => parseScheduleExpression(text, 'UTC')).not.toThrow();
  });

  test.each([
    ['every monday', 'must be such as "cron(0 8 ? * MON *)" or "rate(7 days)", or "none"'],
    ['at(2026-12-01T08:00:00)', 'must be such as'],
    ['cron(0 8 * * MON)', 'must have six fields'],
    ['cron()', 'there are 0'],
    ['cron(60 8 ? * MON *)', 'must have a minute of cron(...) that can be understood; "60" cannot'],
    ['cron(0 24 ? * MON *)', 'must have an hour'],
    ['cron(0 8 32 * ? *)', 'must have a day of the month'],
    ['cron(0 8 ? 13 MON *)', 'must have a month'],
    ['cron(0 8 ? * MONDAY *)', 'must have a day of the week'],
    ['cron(0 8 ? * MON#6 *)', 'must have a day of the week'],
    ['cron(0 8 ? * MON 1969)', 'must have a year'],
    ['cron(0 17-8 ? * MON *)', 'must have an hour'],
    ['cron(0 8/0 ? * MON *)', 'must have an hour'],
    ['cron(0 */24 ? * MON *)', 'must have an hour'],
    ['cron(0 8 ? * MON, *)', 'must have a day of the week'],
    ['cron(0 8 * * MON *)', 'must have "?" either'],
    ['cron(0 8 ? * ? *)', 'must have "?" either'],
    ['rate(6 hours)', 'must be a rate of whole days'],
    ['rate(0 days)', 'must be a rate of whole days'],
    ['rate(1 days)', 'must be "rate(1 day)"'],
    ['rate(2 day)', 'must be "rate(2 days)"'],
  ])('%s is none', (text, problem) => {
    expect(scheduleProblem(text)).toContain(problem);
  });

  test('that is found right is one the embedded cloud runs, whatever its fields say', () => {
    const number = fc.integer({ min: 0, max: 70 }).map(String);
    const name = fc.constantFrom(
      'JAN',
      'dec',
      'SUN',
      'FRI',
      'MONDAY',
      '2026',
      '2199',
      '*',
      '?',
      'L',
    );
    const one = fc.oneof(number, name);
    const part = fc.oneof(
      one,
      fc.tuple(one, one).map((ends) => ends.join('-')),
      fc.tuple(one, fc.integer({ min: 0, max: 9999 })).map((step) => step.join('/')),
      fc.tuple(one, fc.constantFrom('W', 'L', '#1', '#6', 'LW')).map((day) => day.join('')),
    );
    const field = fc.array(part, { minLength: 1, maxLength: 2 }).map((parts) => parts.join(','));
    const right = ['0', '8', '?', '*', 'MON', '*'];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), field, fc.boolean(), (at, text, byDay) => {
        const fields = byDay ? ['0', '8', '1', '*', '?', '*'] : right;
        const expression = `cron(${fields.with(at, text).join(' ')})`;
        fc.pre(scheduleProblem(expression) === null);
        expect(() => parseScheduleExpression(expression, 'UTC')).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});
