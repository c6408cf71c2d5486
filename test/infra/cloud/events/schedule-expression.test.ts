import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { parseScheduleExpression } from '../../../../infra/cloud/events/schedule-expression.ts';

const ZONE = 'Asia/Shanghai';

/** Whether a minute of Shanghai's is one of the expression's. */
function matches(fields: string, minute: string): boolean {
  const timetable = parseScheduleExpression(`cron(${fields})`, ZONE);
  const at = DateTime.fromISO(minute, { zone: ZONE }).toJSDate();
  return timetable.kind === 'cron' && timetable.cron.match(at);
}

test('reads a rate', () => {
  expect(parseScheduleExpression('rate(5 minutes)', ZONE)).toStrictEqual({
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
  expect(matches(fields, '2026-03-01T08:30')).toBe(expected);
});

test.each([
  ['L', '2026-02-28', '2026-02-27'],
  ['LW', '2026-01-30', '2026-01-31'],
  ['LW', '2026-05-29', '2026-05-31'],
  ['15W', '2026-08-14', '2026-08-15'],
  ['15W', '2026-03-16', '2026-03-15'],
  ['1W', '2026-08-03', '2026-08-01'],
  ['1W', '2026-06-01', '2026-06-02'],
  ['*/4', '2026-03-05', '2026-03-04'],
])('the day %s of a month matches %s and not %s', (day, yes, no) => {
  const at = (date: string): boolean => matches(`0 8 ${day} * ? *`, `${date}T08:00`);
  expect([at(yes), at(no)]).toEqual([true, false]);
});

test.each([
  ['MON#1', '2026-03-02', '2026-03-09'],
  ['6#5', '2026-05-29', '2026-05-22'],
  ['6L', '2026-02-27', '2026-02-20'],
  ['FRIL', '2026-02-27', '2026-02-26'],
  ['L', '2026-02-28', '2026-02-27'],
  ['*/2', '2026-03-01', '2026-03-02'],
])('the weekday %s matches %s and not %s', (weekday, yes, no) => {
  const at = (date: string): boolean => matches(`0 8 ? * ${weekday} *`, `${date}T08:00`);
  expect([at(yes), at(no)]).toEqual([true, false]);
});

test.each(['at(2026-01-01T00:00:00)', 'rate(soon)', 'cron(0 8 X * ? *)', 'cron(0 8)'])(
  'does not guess at %s',
  (expression) => {
    expect(() => parseScheduleExpression(expression, ZONE)).toThrow(/schedule/u);
  },
);
