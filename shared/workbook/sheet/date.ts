import { wallTime, type WallTime } from '../../values/wall-time.ts';

/** Formats that no locale can misread. */
export const DAY_FORMAT = 'yyyy-mm-dd';
export const TIME_FORMAT = 'yyyy-mm-dd hh:mm:ss';

/** Before this day spreadsheets disagree about their serial numbers (the leap day of 1900). */
const FIRST = Date.UTC(1900, 2, 1);
const LAST = Date.UTC(9999, 11, 31, 23, 59, 59);

/**
 * A wall time as a spreadsheet date, which has no zone: a `Date` whose UTC fields are the wall's.
 * Null for what is no date or lies outside the days that all spreadsheets count alike.
 */
export function wallDate(day: string, time: string | null): Date | null {
  const at = Date.parse(`${day}T${time ?? '00:00:00'}Z`);
  if (!(at >= FIRST && at <= LAST)) return null;
  const date = new Date(at);
  // Days that no month has, such as 30 February, would otherwise roll on into the next one.
  return date.toISOString().startsWith(day) ? date : null;
}

/** An instant (epoch milliseconds) as the clock in `zone` showed it, for a date cell. */
export function instantDate(instant: number, zone: string): Date | null {
  const { day, time } = wallTime(instant, zone);
  return wallDate(day, time);
}

/** The format for a wall time: with its time of day only where it has one. */
export function wallFormat(wall: WallTime): string {
  return wall.time === null ? DAY_FORMAT : TIME_FORMAT;
}
