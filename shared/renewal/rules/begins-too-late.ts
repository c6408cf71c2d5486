import { RENEWED_DAYS } from './expiry-verdict.ts';
import type { JournalRow } from '../journal.ts';
import { daysBetween, wallTime } from '../../values/wall-time.ts';

/** Days by which all periods may seem to begin before or after the expiry they continue. */
const OFFSETS = [0, -1, 1] as const;
const DAY_MS = 86_400_000;

/**
 * Whether an order shows that one of its rows has been renewed by somebody already, although the
 * resource still shows the old expiry: no period of the order begins when that row expires, but one
 * that is no other row's begins at least 20 days later. `starts` are the begins of all its periods
 * (epoch milliseconds), attached resources' too; without any nothing shows.
 */
export function beginsTooLate(
  rows: readonly Pick<JournalRow, 'expiry'>[],
  starts: readonly number[],
  zone: string,
): boolean {
  const days = rows.map(({ expiry }) => expiry.day);
  const fits = OFFSETS.map((offset) => fit(days, beginDays(starts, offset, zone)));
  // Rows that expire on every day of a month fit a shifted order nearly as well: the best fit counts.
  const best = Math.min(...fits.map(({ unmatched }) => unmatched.length));
  return fits.some(
    ({ unmatched, left }) =>
      unmatched.length === best &&
      unmatched.some((day) => left.some((begin) => daysBetween(day, begin) >= RENEWED_DAYS)),
  );
}

/**
 * Whether the periods of an order begin just when each of its rows expires, which shows that nobody
 * has renewed them. Begins around the making of the order show nothing: what the time of a line means
 * in an unpaid order is not documented (Huawei contract, section 5.2).
 */
export function beginsOnTime(
  rows: readonly Pick<JournalRow, 'expiry'>[],
  order: { readonly starts: readonly number[] | null; readonly createdAt: number | null },
  zone: string,
): boolean {
  const starts = order.starts ?? [];
  const { createdAt } = order;
  const meant = createdAt !== null && starts.some((start) => Math.abs(start - createdAt) >= DAY_MS);
  if (!meant) return false;
  const days = rows.map(({ expiry }) => expiry.day);
  return OFFSETS.some(
    (offset) => fit(days, beginDays(starts, offset, zone)).unmatched.length === 0,
  );
}

/** A second earlier: midnight is the end of the day before. */
function beginDays(starts: readonly number[], offset: number, zone: string): string[] {
  return starts.map((start) => wallTime(start - 1000 + offset * DAY_MS, zone).day);
}

/** Rows that no period of their own continues, and periods that are left over. */
function fit(
  days: readonly string[],
  begins: readonly string[],
): { readonly unmatched: readonly string[]; readonly left: readonly string[] } {
  const left = [...begins];
  const unmatched = days.filter((day) => {
    const own = left.indexOf(day);
    if (own !== -1) left.splice(own, 1);
    return own === -1;
  });
  return { unmatched, left };
}
