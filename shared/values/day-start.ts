import { wallTime } from './wall-time.ts';

const DAY = 86_400_000;

/**
 * The instant (epoch milliseconds) at which a day (`yyyy-MM-dd`) begins in a zone; where clocks are
 * put forward at midnight, an hour before or after it.
 */
export function dayStart(day: string, zone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const once = midnight - offsetAt(midnight, zone);
  return midnight - offsetAt(once, zone);
}

/** The day so many days later. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

function offsetAt(instant: number, zone: string): number {
  const { day, time } = wallTime(instant, zone);
  return Date.parse(`${day}T${time}Z`) - instant;
}
