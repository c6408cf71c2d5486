import type { Journal, Part } from '../journal.ts';
import type { OrderReading } from '../readings.ts';
import { isPurchase, wasLeftUnpaid } from './purchases.ts';
import { isHeld } from './single-refusal.ts';
import { isInTimeOf } from './whose-order.ts';

/**
 * Until when the last renew call was at work (epoch milliseconds) that may have made an order without
 * naming it: its answer was not clear, at whichever try; or it was refused because an unpaid order
 * holds the resource, as where a gateway has sent the call twice, wholly or for some of its rows; or it
 * was to be paid by the call itself, which the account's means did not allow, as a task says that was
 * accepted. Null: there is none.
 */
export function doubtfulSince({ parts }: Pick<Journal, 'parts'>): number | null {
  const instants = parts.filter(isDoubtful).map(atWorkUntil);
  return instants.length === 0 ? null : Math.max(...instants);
}

/**
 * When the provider was at work on a call for the last time, in epoch milliseconds: what a task orders
 * it may order right before its end, which is known once that was read.
 */
export function atWorkUntil({ kind, attempt, orders }: Part): number {
  if (kind !== 'task') return attempt.at;
  const ends = orders.flatMap(({ state }) => (state.kind === 'cancelled' ? [state.at] : []));
  return Math.max(attempt.at, ...ends);
}

/** Whether the order was made while the provider can have been at work on the call. */
export function isInTimeOfCall(order: Pick<OrderReading, 'createdAt'>, part: Part): boolean {
  return isInTimeOf(order, part.attempt.at, atWorkUntil(part));
}

/** Whether an order, as a list shows it, may be of a call that did not name it. */
export function mayBeOf(order: Pick<OrderReading, 'createdAt'>, part: Part): boolean {
  return isDoubtful(part) || isInTimeOfCall(order, part);
}

/** Whether the call may have made an order that it did not name. */
export function isDoubtful(part: Part): boolean {
  const { attempt } = part;
  switch (attempt.kind) {
    case 'settled':
    case 'unclear':
    case 'seeking':
    case 'naming':
      return true;
    case 'refused':
      return isPurchase(part) || isHeld(attempt.refusal);
    case 'busy':
    case 'refused alone':
      return isHeld(attempt.refusal);
    case 'accepted':
      if (part.kind === 'task' && part.orders.some(wasLeftUnpaid)) return true;
      // What was answered is the last of them: one before had no clear answer.
      if ((part.frozen?.times ?? 1) > 1) return true;
      return (part.turnedDown?.held.length ?? 0) > 0;
    case 'intended':
    case 'left to a person':
    case 'released':
      return false;
  }
}
