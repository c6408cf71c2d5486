import type { Journal, Part } from '../renewal/journal.ts';
import { nextPart } from '../renewal/ladder.ts';
import { zero } from '../values/money.ts';
import { wasUnclear } from '../renewal/unclear-answer.ts';

/**
 * Whether an order that locks the row now may be of our own making: a renew call with it was refused
 * or had no clear answer, after it had been priced and so was not locked.
 */
export function mayBeOurs(journal: Journal, index: number): boolean {
  return lastRefused(journal, index) !== undefined;
}

/**
 * The journal with such rows parked one by one, so that the order is looked for (money rule 5). After
 * a clear refusal, or once an order was cancelled in vain for it, it is only named to a person.
 */
export function parkLocked(journal: Journal, indexes: readonly number[]): Journal {
  const parts = indexes.map((index, place): Part => {
    const row = journal.rows[index]!;
    const refused = lastRefused(journal, index);
    const nameOnly = refused === undefined || !wasUnclear(refused) || soughtInVain(journal, index);
    return {
      number: nextPart(journal) + place,
      rows: [index],
      expected: { list: row.list, price: row.price ?? zero(row.approved.currency) },
      renew: {
        kind: 'parked',
        at: refused?.renew.at ?? journal.savedAt,
        why: 'An unpaid order locks the row since a renew call that named none.',
        ...(nameOnly ? { nameOnly } : {}),
      },
      orders: [],
    };
  });
  return { ...journal, parts: [...journal.parts, ...parts] };
}

function lastRefused(journal: Journal, index: number): Part | undefined {
  return journal.parts.findLast(
    ({ rows, renew }) =>
      rows.includes(index) && renew.kind === 'answered' && renew.refusal !== null,
  );
}

function soughtInVain(journal: Journal, index: number): boolean {
  return journal.parts.some(
    ({ rows, orders }) =>
      rows.includes(index) &&
      orders.some(({ state }) => state.kind === 'cancelled' && state.because === 'not asked for'),
  );
}
