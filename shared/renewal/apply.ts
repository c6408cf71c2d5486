import type { JournalEvent } from './events.ts';
import type { Journal } from './journal.ts';
import { applyToAttempts } from './apply/attempts.ts';
import { applyToOrders } from './apply/orders.ts';
import { applyToRows } from './apply/rows.ts';
import { applyToSilences } from './apply/silences.ts';
import { applyToWork } from './apply/work.ts';
import { isPermitted, stepsBetween } from './transitions/steps.ts';
import { ForbiddenTransition } from './transitions/transition.ts';

/**
 * The journal after an event: the one way in which a journal changes. Throws
 * {@link ForbiddenTransition} where the event would make an order, an attempt, a row or the chunk do
 * what no table permits, or is about one that the journal does not have.
 */
export function apply(journal: Journal, event: JournalEvent): Journal {
  const next = reduce(journal, event);
  const forbidden = stepsBetween(journal, next, event.kind).find((step) => !isPermitted(step));
  if (forbidden !== undefined) throw new ForbiddenTransition(forbidden);
  return next;
}

/** Several events, one after the other. */
export function applyAll(journal: Journal, events: readonly JournalEvent[]): Journal {
  return events.reduce(apply, journal);
}

function reduce(journal: Journal, event: JournalEvent): Journal {
  switch (event.kind) {
    case 'claimed':
    case 'released':
    case 'backed off':
    case 'continued':
    case 'put to rest':
    case 'redriven':
    case 'account refused':
    case 'sealed':
    case 'ended':
    case 'finished':
      return applyToWork(journal, event);
    case 'balance read':
    case 'rest of the balance read':
    case 'rows priced':
    case 'rows busy':
    case 'row left to others':
    case 'rows freed':
    case 'rows settled':
    case 'row checked':
    case 'rows closed':
      return applyToRows(journal, event);
    case 'call intended':
    case 'call repeated':
    case 'call answered':
    case 'call turned away':
    case 'orders sought':
    case 'refusal believed':
    case 'named orders taken':
    case 'nothing was made':
    case 'orders adopted':
    case 'orders unwanted':
    case 'order not found':
    case 'orders found':
      return applyToAttempts(journal, event);
    case 'coverage proven':
    case 'payment intended':
    case 'payment accepted':
    case 'payment unanswered':
    case 'payment refused':
    case 'payment put off':
    case 'payment declined':
    case 'payment seen':
    case 'payment not made':
    case 'paid by somebody':
    case 'cancel decided':
    case 'cancelled':
    case 'left to a person':
    case 'charged above':
    case 'completed':
    case 'given up':
      return applyToOrders(journal, event);
    case 'not answered':
    case 'answered':
    case 'waited for':
    case 'heard elsewhere':
      return applyToSilences(journal, event);
  }
}
