import { Cron } from 'croner';

/** When something is due: every so many milliseconds, or at the times of a cron expression. */
export type Timetable =
  | { readonly kind: 'rate'; readonly milliseconds: number }
  | { readonly kind: 'cron'; readonly cron: Cron };

const UNITS: Readonly<Record<string, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};

function starOf(field = ''): string {
  return field === '?' ? '*' : field;
}

/** EventBridge's six fields as the library has them: seconds in front, and no `?`. */
function pattern(fields: string): string {
  const [minute, hour, day, month, weekday, ...year] = fields.trim().split(/\s+/u);
  // `L` alone is the last day of the week.
  const lastDay = weekday === 'L' ? '7' : starOf(weekday);
  return ['0', minute, hour, starOf(day), month, lastDay, ...year].join(' ');
}

function cron(expression: string, fields: string, timezone: string): Cron {
  try {
    return new Cron(pattern(fields), {
      timezone,
      mode: '7-part',
      // Sunday is 1, and 0/15 is every quarter from 0 on.
      alternativeWeekdays: true,
      sloppyRanges: true,
      paused: true,
    });
  } catch (error) {
    throw new Error(
      `The embedded cloud does not know the schedule "${expression}": ${(error as Error).message}`,
      { cause: error },
    );
  }
}

/**
 * Reads an EventBridge expression: `rate(5 minutes)` or `cron(0 8 ? * MON-FRI *)`, with `L`, `W` and
 * `#` for days. `zone` is an IANA time zone. Throws for `at(...)` and for what is no expression.
 */
export function parseScheduleExpression(expression: string, zone: string): Timetable {
  const [, kind, inner = ''] = /^(rate|cron)\((.+)\)$/u.exec(expression) ?? [];
  if (kind === 'cron') return { kind, cron: cron(expression, inner, zone) };
  const [, count, unit = ''] = /^(\d+) (minute|hour|day)s?$/u.exec(inner) ?? [];
  if (count) return { kind: 'rate', milliseconds: Number(count) * UNITS[unit]! };
  throw new Error(`The embedded cloud does not know the schedule "${expression}".`);
}
