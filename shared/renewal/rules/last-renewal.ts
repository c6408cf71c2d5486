import type { Money } from '../../values/money.ts';
import type { Term } from '../../values/term.ts';
import { wallTime } from '../../values/wall-time.ts';
import type { Journal } from '../journal.ts';
import { whatBecameOf } from './ordered-before.ts';
import { movement } from './purchases.ts';

/** The renewal that a resource has its expiry from, where one of our jobs has paid for it. */
export interface LastRenewal {
  /** When its order was made (epoch milliseconds). */
  readonly at: number;
  /** The resource's share of what was charged (money rule 10); null: nobody told it. */
  readonly paid: Money | null;
  readonly term: Term;
}

/** A renewal that a journal tells to be paid, whatever has happened since. */
export interface PaidRenewal extends Omit<LastRenewal, 'at'> {
  /** Null: a person has found it paid, by an order that is none of ours. */
  readonly at: number | null;
  /** The approved expiry day that it extends, `yyyy-MM-dd`. */
  readonly from: string;
  /** The provider's expiry after it (epoch milliseconds); null: it was not read. */
  readonly until: number | null;
}

/** The renewal of a row that is paid by its journal; null: it is not, or nobody has proved it. */
export function paidRenewal(journal: Journal, index: number): PaidRenewal | null {
  const before = whatBecameOf(journal, index);
  if (before?.kind !== 'renewed') return null;
  const { expiry, outcome } = journal.rows[index]!;
  return {
    at: before.paid?.at ?? null,
    paid: outcome?.paid ?? null,
    term: journal.term,
    from: expiry.day,
    until: outcome?.newExpiry ?? null,
  };
}

/** One and the same expiry is listed and looked up; zones and cut off seconds shift it by no more. */
const SAME_MS = 86_400_000;

/**
 * Of the paid renewals of a resource that expires at an instant (epoch milliseconds) now, the one that
 * it has this expiry from. Null: none of them, or not known when it was: then somebody else has renewed
 * it since, and what we paid before is not the last price.
 */
export function lastRenewal(
  renewals: readonly PaidRenewal[],
  expiry: number,
  zone: string,
): LastRenewal | null {
  const day = Date.parse(wallTime(expiry, zone).day);
  const leadsThere = ({ from, until, term }: PaidRenewal): boolean =>
    until === null
      ? movement(Date.parse(from), day, term) === 'by its term'
      : Math.abs(expiry - until) <= SAME_MS;
  const last = renewals
    .filter(leadsThere)
    .flatMap(({ at, paid, term }) => (at === null ? [] : [{ at, paid, term }]))
    .toSorted((a, b) => b.at - a.at);
  return last[0] ?? null;
}

/** Shorter terms than a year are sold by every number of months; one month more for what was late. */
const BY_MONTH = 13;

/**
 * How many months before its expiry a resource can have been due last, the nearest first: by each term
 * that there is, a month more where it had expired before it was renewed. `longest`: in months.
 */
export function monthsOfLastExpiry(longest: number): readonly number[] {
  const short = Array.from({ length: BY_MONTH }, (_, index) => index + 1);
  const years = Array.from({ length: Math.floor(longest / 12) }, (_, index) => (index + 1) * 12);
  return [...new Set([...short, ...years.flatMap((months) => [months, months + 1])])];
}
