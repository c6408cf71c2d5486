import { DateTime } from 'luxon';

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

/** The last day of the month, or the working day nearest to one of its days. */
function dayMatches(field: string, at: DateTime): boolean {
  const last = at.endOf('month').day;
  if (field === 'L') return at.day === last;
  const nearest = field === 'LW' ? last : Number(/^(\d{1,2})W$/u.exec(field)?.[1] ?? 0);
  if (nearest === 0) return fieldMatches(field, at.day);
  const wanted = at.set({ day: Math.min(nearest, last) });
  // A Saturday's working day is the Friday before, a Sunday's the Monday after; in the same month.
  const shift = wanted.weekday === 6 ? (wanted.day === 1 ? 2 : -1) : wanted.weekday === 7 ? 1 : 0;
  const day = wanted.day + shift;
  return at.day === (day > last ? wanted.day - 2 : day);
}

/** Also the last such day of the month (`6L`, Saturday alone is `L`), or its second (`MON#2`). */
function weekdayMatches(field: string, at: DateTime): boolean {
  const weekday = (at.weekday % 7) + 1;
  if (field === 'L') return weekday === 7;
  const [, name, turn] = /^(\w{1,3}?)(L|#[1-5])$/u.exec(field) ?? [];
  if (name === undefined || turn === undefined) return fieldMatches(field, weekday, DAYS);
  if (number(name, DAYS) !== weekday) return false;
  return turn === 'L'
    ? at.day + 7 > at.endOf('month').day
    : Math.ceil(at.day / 7) === Number(turn.slice(1));
}

function cron(expression: string): Timetable {
  const fields = expression.trim().split(/\s+/u);
  if (fields.length !== 6) throw new Error(`"${expression}" is not a schedule of six fields.`);
  const [minute, hour, day, month, weekday, year] = fields as [string, ...string[]];
  // Names and numbers that nobody knows are told at the start, not when their minute comes.
  for (const field of [minute, hour!, month!, year!]) fieldMatches(field, 0, MONTHS);
  dayMatches(day!, DateTime.utc(2024, 1, 1));
  weekdayMatches(weekday!, DateTime.utc(2024, 1, 1));
  const matches = (at: DateTime): boolean =>
    fieldMatches(minute, at.minute) &&
    fieldMatches(hour!, at.hour) &&
    dayMatches(day!, at) &&
    fieldMatches(month!, at.month, MONTHS) &&
    weekdayMatches(weekday!, at) &&
    fieldMatches(year!, at.year);
  return { kind: 'cron', matches };
}

/**
 * Reads an EventBridge expression: `rate(5 minutes)` or `cron(0 8 ? * MON-FRI *)`, with `L`, `W` and
 * `#` for days. Throws for `at(...)` and for what is no expression.
 */
export function parseScheduleExpression(expression: string): Timetable {
  const [, kind, inner = ''] = /^(rate|cron)\((.+)\)$/u.exec(expression) ?? [];
  if (kind === 'cron') return cron(inner);
  const [, count, unit = ''] = /^(\d+) (minute|hour|day)s?$/u.exec(inner) ?? [];
  if (count) return { kind: 'rate', milliseconds: Number(count) * UNITS[unit]! };
  throw new Error(`The embedded cloud does not know the schedule "${expression}".`);
}
