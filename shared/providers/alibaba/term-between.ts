import { type Term, termOfMonths } from '../../values/term.ts';

const DAY_MS = 86_400_000;
/** Ends of months differ, and so do zones. */
const MOST_OFF_MS = 2 * DAY_MS;

/** The term from one instant to another (epoch milliseconds), up to two days; null: it is none. */
export function termBetween(start: number, end: number): Term | null {
  const months = Math.round((end - start) / (DAY_MS * 30.4375));
  if (months < 1 || months > 120) return null;
  const from = new Date(start);
  const then = new Date(start);
  then.setUTCDate(1);
  then.setUTCMonth(from.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate();
  then.setUTCDate(Math.min(from.getUTCDate(), lastDay));
  return Math.abs(then.getTime() - end) <= MOST_OFF_MS ? termOfMonths(months) : null;
}
