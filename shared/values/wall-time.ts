/**
 * A date as people wrote it, in the account's `expiryZone`: the calendar day, and the time of day
 * where the sheet had one. Expiry dates are compared by calendar day in that zone (money rule 4).
 */
export interface WallTime {
  /** `yyyy-MM-dd` */
  readonly day: string;
  /** `HH:mm:ss`, or null where only a day was given */
  readonly time: string | null;
}

/** Whether two are the same as far as both say it: a time that one leaves out does not count. */
export function sameExpiry(a: WallTime, b: WallTime): boolean {
  return a.day === b.day && (a.time === null || b.time === null || a.time === b.time);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, made);
  return made;
}

/** Whether the name is a time zone this machine knows, such as `Asia/Shanghai`. */
export function isZone(name: string): boolean {
  try {
    format(name);
    return true;
  } catch {
    return false;
  }
}

/** What the clock on the wall in `zone` showed at an instant (epoch milliseconds). */
export function wallTime(instant: number, zone: string): { day: string; time: string } {
  const parts = new Map(
    format(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const get = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return {
    day: `${get('year')}-${get('month')}-${get('day')}`,
    time: `${get('hour')}:${get('minute')}:${get('second')}`,
  };
}

/** Whole days from `from` to `to`, both `yyyy-MM-dd`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Milliseconds between two wall times; a missing time counts as midnight. */
export function wallDistance(from: WallTime, to: WallTime): number {
  const at = (w: WallTime): number => Date.parse(`${w.day}T${w.time ?? '00:00:00'}Z`);
  return at(to) - at(from);
}

/** For people: "2026-12-01" or "2026-12-01 23:59:59". */
export function wallText(wall: WallTime): string {
  return wall.time === null ? wall.day : `${wall.day} ${wall.time}`;
}
