import { zero } from '../../values/money.ts';
import type { Journal, Part } from '../journal.ts';
import { isTurnedDown } from '../journal-view.ts';
import { nextPart } from './ladder.ts';
import { ATTEMPT_STATES } from '../states/attempt-state.ts';
import { wasUnclear } from './unclear-calls.ts';

/**
 * Whether an order that locks the row now may be of our own making: a renew call with it was refused
 * or had no clear answer, after it had been priced and so was not locked.
 */
export function mayBeOurs(journal: Journal, index: number): boolean {
  return lastFailed(journal, index) !== undefined;
}

/**
 * Whether a lock on the row may only be the late sight of an order that we have cancelled since then (money rule
 * 5): then nobody is told to cancel it.
 */
export function mayBeJustCancelled({ parts }: Journal, index: number, since: number): boolean {
  return parts.some((part) =>
    part.orders.some(
      ({ rows, state }) =>
        state.kind === 'cancelled' && state.at > since && (rows ?? part.rows).includes(index),
    ),
  );
}

/**
 * An attempt for each row that an order locks, so that the order is looked for (money rule 5). After
 * a clear refusal, or once an order was cancelled in vain for it, it is only named to a person.
 */
export function soughtParts(journal: Journal, rows: readonly number[]): Part[] {
  return rows.map((index, place): Part => {
    const row = journal.rows[index]!;
    const failed = lastFailed(journal, index);
    const unclear = journal.parts.some((part) => part.rows.includes(index) && wasUnclear(part));
    const nameOnly = !unclear || soughtInVain(journal, index);
    return {
      number: nextPart(journal) + place,
      kind: 'reserve',
      rows: [index],
      expected: { list: row.list, price: row.price ?? zero(row.approved.currency) },
      attempt: {
        kind: nameOnly ? 'naming' : 'seeking',
        at: failed?.attempt.at ?? journal.savedAt,
        why: 'An unpaid order locks the row since a renew call that named none.',
      },
      orders: [],
    };
  });
}

function lastFailed(journal: Journal, index: number): Part | undefined {
  return journal.parts.findLast(
    (part) =>
      (part.rows.includes(index) && ATTEMPT_STATES[part.attempt.kind].failed) ||
      isTurnedDown(part, index),
  );
}

function soughtInVain(journal: Journal, index: number): boolean {
  return journal.parts.some(
    ({ rows, orders }) =>
      rows.includes(index) &&
      orders.some(({ state }) => state.kind === 'cancelled' && state.because === 'not asked for'),
  );
}
