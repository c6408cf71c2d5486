import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { parseScheduleExpression } from '../../../../infra/local/cloud/schedule-expression.ts';

const sunday = DateTime.fromISO('2026-03-01T08:30', { zone: 'Asia/Shanghai' });

test('reads a rate', () => {
  expect(parseScheduleExpression('rate(5 minutes)')).toStrictEqual({
    kind: 'rate',
    milliseconds: 300_000,
  });
});

test.each([
  ['30 8 * * ? *', true],
  ['30 8 1 * ? 2026', true],
  ['0/15 8 * MAR ? *', true],
  ['0,30 6-9 ? * SUN *', true],
  ['30 8 ? * 1 *', true],
  ['30 8 ? * MON-FRI *', false],
  ['31 8 * * ? *', false],
  ['0/20 8 * * ? *', false],
  ['30 8 2 * ? *', false],
])('cron(%s) on a Sunday, the first of March, at 08:30: %s', (fields, expected) => {
  const timetable = parseScheduleExpression(`cron(${fields})`);
  expect(timetable.kind === 'cron' && timetable.matches(sunday)).toBe(expected);
});

test.each(['at(2026-01-01T00:00:00)', 'rate(soon)', 'cron(0 8 L * ? *)', 'cron(0 8)'])(
  'does not guess at %s',
  (expression) => {
    expect(() => parseScheduleExpression(expression)).toThrow(/schedule/u);
  },
);
