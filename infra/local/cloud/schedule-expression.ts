import type { DateTime } from 'luxon';

/** When something is due: every so many milliseconds, or in the minutes that match. */
export type Timetable =
  | { readonly kind: 'rate'; readonly milliseconds: number }
  | { readonly kind: 'cron'; readonly matches: (minute: DateTime) => boolean };

const UNITS: Readonly<Record<string, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

function number(text: string, names: readonly string[]): number {
  const named = names.indexOf(text.toUpperCase());
  if (named >= 0) return named + 1;
  if (/^\d+$/u.test(text)) return Number(text);
  throw new Error(`The embedded cloud does not know "${text}" in a schedule.`);
}

function fieldMatches(field: string, value: number, names: readonly string[] = []): boolean {
  return field.split(',').some((part) => {
    const [range = '', step] = part.split('/');
    const [first = '', last] = range.split('-');
    const every = step === undefined ? 1 : number(step, []);
    const open = first === '*' || first === '?';
    const from = open ? 0 : number(first, names);
    const end = last === undefined ? from : number(last, names);
    const to = open || (step !== undefined && last === undefined) ? Infinity : end;
    return value >= from && value <= to && (value - from) % every === 0;
  });
}

function cron(expression: string): Timetable {
  const fields = expression.trim().split(/\s+/u);
  if (fields.length !== 6) throw new Error(`"${expression}" is not a schedule of six fields.`);
  const [minute, hour, day, month, weekday, year] = fields as [string, ...string[]];
  for (const field of fields) fieldMatches(field, 0, [...MONTHS, ...DAYS]);
  const matches = (at: DateTime): boolean =>
    fieldMatches(minute, at.minute) &&
    fieldMatches(hour!, at.hour) &&
    fieldMatches(day!, at.day) &&
    fieldMatches(month!, at.month, MONTHS) &&
    fieldMatches(weekday!, (at.weekday % 7) + 1, DAYS) &&
    fieldMatches(year!, at.year);
  return { kind: 'cron', matches };
}

/**
 * Reads an EventBridge expression: `rate(5 minutes)` or `cron(0 8 ? * MON-FRI *)`. Throws for
 * `at(...)` and for `L`, `W` or `#` in a cron field.
 */
export function parseScheduleExpression(expression: string): Timetable {
  const [, kind, inner = ''] = /^(rate|cron)\((.+)\)$/u.exec(expression) ?? [];
  if (kind === 'cron') return cron(inner);
  const [, count, unit = ''] = /^(\d+) (minute|hour|day)s?$/u.exec(inner) ?? [];
  if (count) return { kind: 'rate', milliseconds: Number(count) * UNITS[unit]! };
  throw new Error(`The embedded cloud does not know the schedule "${expression}".`);
}
