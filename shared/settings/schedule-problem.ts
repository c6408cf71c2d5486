const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

interface Field {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly names?: readonly string[];
  /** Forms besides lists, ranges and steps, such as the last day of a month. */
  readonly special?: RegExp;
}

/** The six fields of EventBridge's cron expressions. */
const FIELDS: readonly Field[] = [
  { name: 'minute', from: 0, to: 59 },
  { name: 'hour', from: 0, to: 23 },
  { name: 'day of the month', from: 1, to: 31, special: /^(?:\?|L|LW|(?:[1-9]|[12]\d|3[01])W)$/u },
  { name: 'month', from: 1, to: 12, names: MONTHS },
  {
    name: 'day of the week',
    from: 1,
    to: 7,
    names: DAYS,
    special: /^(?:\?|L|(?:[1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)(?:L|#[1-5]))$/u,
  },
  { name: 'year', from: 1970, to: 2199 },
];

const FORMS = 'must be such as "cron(0 8 ? * MON *)" or "rate(7 days)", or "none"';

/**
 * What is wrong with the schedule of an export, as the end of a sentence; null: nothing. EventBridge
 * would refuse a bad one too, but only in the middle of a deployment. Exports more often than daily
 * are refused here: there is one file a day.
 */
export function scheduleProblem(text: string): string | null {
  const [, kind, inside = ''] = /^(cron|rate)\((.*)\)$/u.exec(text) ?? [];
  if (kind === 'rate') return rateProblem(inside);
  return kind === 'cron' ? cronProblem(inside) : FORMS;
}

function rateProblem(inside: string): string | null {
  const [, count, unit] = /^([1-9]\d{0,3}) (day|days)$/u.exec(inside) ?? [];
  if (count === undefined) {
    return 'must be a rate of whole days, such as "rate(7 days)": there is one export a day at most';
  }
  return (count === '1') === (unit === 'day')
    ? null
    : `must be "rate(${count} ${count === '1' ? 'day' : 'days'})", as EventBridge spells it`;
}

function cronProblem(inside: string): string | null {
  const parts = inside.trim().split(/\s+/u);
  if (parts.length !== FIELDS.length) {
    return `must have six fields in cron(...): minute, hour, day of the month, month, day of the week, year; there are ${inside.trim() === '' ? 0 : parts.length}`;
  }
  for (const [index, field] of FIELDS.entries()) {
    const part = parts[index]!;
    if (!isField(part, field)) {
      return `must have ${field.name === 'hour' ? 'an' : 'a'} ${field.name} of cron(...) that can be understood; "${part}" cannot`;
    }
  }
  const [, , day, , weekday] = parts;
  return (day === '?') === (weekday === '?')
    ? 'must have "?" either as day of the month or as day of the week in cron(...), as EventBridge wants it'
    : null;
}

function isField(text: string, field: Field): boolean {
  if (field.special?.test(text) === true) return true;
  return text.split(',').every((part) => isPart(part, field));
}

function isPart(part: string, field: Field): boolean {
  const [range = '', step, ...more] = part.split('/');
  if (more.length > 0 || (step !== undefined && !isStep(step, field))) return false;
  if (range === '*') return true;
  const ends = range.split('-');
  if (ends.length > 2) return false;
  const [first, last = first] = ends.map((end) => valueOf(end, field));
  return first !== undefined && last !== undefined && first !== null && last !== null
    ? first <= last
    : false;
}

/** A step beyond the last value would only ever meet the first. */
function isStep(text: string, { to }: Field): boolean {
  return /^[1-9]\d{0,3}$/u.test(text) && Number(text) <= to;
}

function valueOf(text: string, { from, to, names = [] }: Field): number | null {
  const named = names.indexOf(text.toUpperCase());
  if (named >= 0) return from + named;
  if (!/^\d{1,4}$/u.test(text)) return null;
  const value = Number(text);
  return value >= from && value <= to ? value : null;
}
