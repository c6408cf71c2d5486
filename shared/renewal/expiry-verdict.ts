import type { JournalRow } from './journal.ts';
import { type RowOutcome, rowOutcome } from './outcome.ts';
import { daysBetween, wallDistance, wallText, wallTime } from '../values/wall-time.ts';

/** From how many days on a later expiry means that somebody has renewed already (design 4). */
export const RENEWED_DAYS = 20;

/** Days before the expiry from which the provider's auto-renewal may fire (Huawei contract, section 7). */
export const DEDUCTION_DAYS = 7;

/** Null when the expiry is still the approved one, else what that makes of the row. */
export function judgeExpiry(
  row: Pick<JournalRow, 'expiry'>,
  expiry: number | null,
  zone: string,
): RowOutcome | null {
  if (expiry === null) {
    return rowOutcome(
      'not renewable',
      'The provider shows no expiry date for this resource.',
      'Check the resource in the console; it may not be a yearly or monthly one.',
    );
  }
  const now = wallTime(expiry, zone);
  const days = daysBetween(row.expiry.day, now.day);
  if (days === 0) return null;
  const dates = `The approved expiry is ${wallText(row.expiry)}, the provider's is ${wallText(now)} (${zone}).`;
  if (days >= RENEWED_DAYS) {
    return rowOutcome('already renewed', dates, '', { newExpiry: expiry });
  }
  return rowOutcome(
    'invalid',
    dates,
    'Export a fresh quote for this resource and have it approved.',
    { newExpiry: expiry },
  );
}

/** Whether the provider's own auto-renewal is about to renew the resource (money rule 9). */
export function autoRenewalDue(expiry: number, now: number): boolean {
  return expiry - now <= DEDUCTION_DAYS * 86_400_000;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Fewer mismatches than this say nothing about a setting. */
const SUSPICIOUS = 3;

/**
 * Looks for the sign of a wrong `expiryZone`: at least three expiry mismatches that all share one
 * offset of whole hours up to one day, or over a fifth of the rows off by exactly one day. Returns
 * the sentence that rejects the file, or null.
 */
export function suspectZone(
  rows: readonly { readonly row: Pick<JournalRow, 'expiry'>; readonly expiry: number }[],
  zone: string,
): string | null {
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
  return (
    `The expiry dates of ${off.length} rows differ from the provider's in the same way, as if they were in ` +
    `another time zone: check the account's expiryZone (now ${zone}) against the zone of the sheet.`
  );
}
