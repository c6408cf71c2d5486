import { alsoWith, type Reason, reason } from '../../reasons/reason.ts';
import { type Term, termMonths } from '../../values/term.ts';
import type { RowReading } from '../decide/facts.ts';
import { laterExpiry } from './expiry-verdict.ts';
import { isClosed, isUnanswered } from '../journal-view.ts';
import type { FrozenCall, Journal, Order, Part } from '../journal.ts';

/** So many calls that pay at once are without an answer at a time: a crash leaves no more to look for. */
export const PURCHASES_AT_ONCE = 10;
/** So many tasks of the account are unsettled at a time. */
export const TASKS_AT_ONCE = 20;
/** How long a repeated token is trusted to be the same call: no source gives a lifetime (Alibaba contract, sections 2.1 and 3). */
const TOKEN_TRUST_MS = 10 * 60_000;
const MOST_TIMES = 2;
/** A month that is too short for the day ends a term early or late, and zones shift a date by one. */
const TOLERANCE_MS = 3 * 86_400_000;

/** What an expiry says of a renewal for a term. */
export type Movement = 'none' | 'less' | 'by its term' | 'more';

/** How far an expiry has moved from the one that a call was sent with (epoch milliseconds). */
export function movement(from: number, to: number, term: Term): Movement {
  const due = monthsLater(from, termMonths(term));
  if (to - from <= TOLERANCE_MS) return 'none';
  if (to < due - TOLERANCE_MS) return 'less';
  return to <= due + TOLERANCE_MS ? 'by its term' : 'more';
}

/** So many months later, on the month's last day where it has no such day. */
function monthsLater(from: number, months: number): number {
  const date = new Date(from);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return date.setUTCDate(Math.min(day, last));
}

/** The calls of a chunk that pay at once, with what they were sent with. */
export type PurchasePart = Part & { readonly frozen: FrozenCall };

/** Whether the order was to be paid by its very call, was not, and has been taken back. */
export function wasLeftUnpaid({ state }: Pick<Order, 'state'>): boolean {
  return state.kind === 'cancelled' && state.because === 'left unpaid';
}

/** Whether the call pays at once. */
export function isPurchase(part: Part): part is PurchasePart {
  return part.frozen !== undefined;
}

/** How many tasks of the chunk are not known to have ended. */
export function openTasks({ parts }: Pick<Journal, 'parts'>): number {
  return parts
    .filter(({ kind }) => kind === 'task')
    .filter((part) => isUnanswered(part) || part.orders.some((order) => !isClosed(order))).length;
}

/** The expiry that the last call for the row was sent with (epoch milliseconds); null: none pays at once. */
export function frozenExpiry({ parts }: Pick<Journal, 'parts'>, row: number): number | null {
  const part = parts.filter(isPurchase).findLast(({ rows }) => rows.includes(row));
  return part?.frozen.expiries[part.rows.indexOf(row)] ?? null;
}

/**
 * Whether the very same call may be sent once more, nothing having shown what became of it: with its
 * token while that is trusted; without one only when everything must show, and the provider takes no
 * second renewal of the same expiry. Epoch milliseconds.
 */
export function mayRepeat(
  { repeat, since, times }: FrozenCall,
  { now, lag }: { readonly now: number; readonly lag: number },
): boolean {
  if (times >= MOST_TIMES) return false;
  switch (repeat) {
    case 'same token':
      return now < since + TOKEN_TRUST_MS;
    case 'same call':
      return now >= since + lag;
    case 'never':
      return false;
  }
}

/**
 * The expiry that shows the row renewed: later than the approved day; of one that was paid by its very
 * call also by its term at least, for less is somebody else's doing. Null: it does not show it.
 */
export function renewedExpiry(
  journal: Pick<Journal, 'parts' | 'rows' | 'term'>,
  row: number,
  reading: RowReading | undefined,
  zone: string,
): number | null {
  const expiry = laterExpiry(journal.rows[row]!, reading, zone);
  const from = frozenExpiry(journal, row);
  if (expiry === null || from === null) return expiry;
  const moved = movement(from, expiry, journal.term);
  return moved === 'by its term' || moved === 'more' ? expiry : null;
}

/** Why a bought row says no charge; its order goes along, for an earlier release names it there. */
export function notPriced(order: string): Reason {
  return alsoWith(reason('renewed-not-priced'), { order });
}
