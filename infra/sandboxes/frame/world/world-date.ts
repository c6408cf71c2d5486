import { DateTime } from 'luxon';
import { z } from 'zod';

const FIX =
  'write it as "2026-12-01T15:59:59Z", "in 20 days", "20 days ago" or "in 2 months at 08:00"';
const CLOCK = String.raw`(?: at (\d{1,2}):(\d{2})(?::(\d{2}))?)?`;
const RELATIVE = new RegExp(
  String.raw`^(?:today|in (\d+) (\w+?)s?|(\d+) (\w+?)s? ago)${CLOCK}$`,
  'u',
);
const UNITS = ['second', 'minute', 'hour', 'day', 'month', 'year'];

function isWorldDate(text: string): boolean {
  if (/^\d{4}-/u.test(text)) return DateTime.fromISO(text).isValid;
  const match = RELATIVE.exec(text);
  if (match === null) return false;
  const unit = match[2] ?? match[4];
  return unit === undefined || UNITS.includes(unit);
}

/**
 * A date in a world: UTC text, or relative to the start so that a world never goes stale. Relative
 * days, months and years fall on 23:59:59 in the provider's zone unless "at HH:mm[:ss]" says
 * otherwise; seconds, minutes and hours count from the moment of the start.
 */
export const worldDate = z.string(FIX).refine(isWorldDate, FIX);

/**
 * The instant (epoch milliseconds) a world date means when the sandbox starts at `start`. `zone` is
 * the provider's, in which relative days end. Throws for a text that {@link worldDate} refuses.
 */
export function resolveDate(text: string, start: number, zone: string): number {
  if (/^\d{4}-/u.test(text)) return DateTime.fromISO(text, { zone: 'utc' }).toMillis();
  const match = RELATIVE.exec(text);
  if (match === null) throw new Error(`the date "${text}" cannot be read; ${FIX}`);
  const [, ahead, aheadUnit, back, backUnit, hour, minute, second] = match;
  const unit = aheadUnit ?? backUnit ?? 'day';
  const amount = ahead === undefined ? -Number(back ?? 0) : Number(ahead);
  const moved = DateTime.fromMillis(start, { zone }).plus({ [unit]: amount });
  if (hour === undefined && ['second', 'minute', 'hour'].includes(unit)) {
    return moved.startOf('second').toMillis();
  }
  return moved
    .set({
      hour: Number(hour ?? 23),
      minute: Number(minute ?? 59),
      second: Number(second ?? (hour === undefined ? 59 : 0)),
      millisecond: 0,
    })
    .toMillis();
}
