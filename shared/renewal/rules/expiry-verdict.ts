import type { RowReading } from '../decide/facts.ts';
import type { JournalRow } from '../journal.ts';
import { type RowOutcome, rowOutcome } from '../outcome.ts';
import { type Reason, reason } from '../../reasons/reason.ts';
import { daysBetween, wallDistance, wallText, wallTime } from '../../values/wall-time.ts';

/** From how many days on a later expiry means that somebody has renewed already (vocabulary, section 4). */
export const RENEWED_DAYS = 20;

/** Null when the expiry is still the approved one, else what that makes of the row. */
export function judgeExpiry(
  row: Pick<JournalRow, 'expiry'>,
  expiry: number | null,
  zone: string,
): RowOutcome | null {
  if (expiry === null) {
    return rowOutcome('not renewable', reason('no-expiry-shown'));
  }
  const now = wallTime(expiry, zone);
  const days = daysBetween(row.expiry.day, now.day);
  if (days === 0) return null;
  const dates = { approved: wallText(row.expiry), now: wallText(now), zone };
  return days >= RENEWED_DAYS
    ? rowOutcome('already renewed', reason('renewed-elsewhere', dates), { newExpiry: expiry })
    : rowOutcome('invalid', reason('expiry-mismatch', dates), { newExpiry: expiry });
}

/** The expiry that a look shows, where it is on a later day than the approved one; else null. */
export function laterExpiry(
  row: Pick<JournalRow, 'expiry'>,
  reading: RowReading | undefined,
  zone: string,
): number | null {
  const expiry = reading?.kind === 'shown' ? reading.resource.expiry : null;
  if (expiry === null) return null;
  return daysBetween(row.expiry.day, wallTime(expiry, zone).day) > 0 ? expiry : null;
}

/** The expiries that looks at rows show, beside their rows. */
export function shownExpiries<Row>(
  looks: readonly (readonly [Row, RowReading | undefined])[],
): { readonly row: Row; readonly expiry: number }[] {
  return looks.flatMap(([row, look]) => {
    const expiry = look?.kind === 'shown' ? look.resource.expiry : null;
    return expiry === null ? [] : [{ row, expiry }];
  });
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Fewer mismatches than this say nothing about a setting. */
const SUSPICIOUS = 3;

/**
 * Looks for the sign of a wrong `expiryZone`: at least three expiry mismatches that all share one
 * offset of whole hours up to one day, or over a fifth of the rows off by exactly one day. Returns
 * the reason for which the file is rejected, or null.
 */
export function suspectZone(
  rows: readonly { readonly row: Pick<JournalRow, 'expiry'>; readonly expiry: number }[],
  zone: string,
): Reason | null {
  const pairs = rows.map(({ row, expiry }) => {
    const now = wallTime(expiry, zone);
    return { days: daysBetween(row.expiry.day, now.day), off: wallDistance(row.expiry, now), row };
  });
  const off = pairs.filter(({ days }) => days !== 0 && days < RENEWED_DAYS);
  if (off.length < SUSPICIOUS) return null;
  const offsets = new Set(
    off.map((pair) => (pair.row.expiry.time === null ? pair.days * DAY : pair.off)),
  );
  const [shared] = offsets;
  const sameOffset =
    offsets.size === 1 && shared !== undefined && shared % HOUR === 0 && Math.abs(shared) <= DAY;
  const manyByOneDay = off.filter(({ days }) => Math.abs(days) === 1).length > pairs.length / 5;
  if (!sameOffset && !manyByOneDay) return null;
  return reason('other-time-zone', { rows: String(off.length), zone });
}
