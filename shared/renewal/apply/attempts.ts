import { reason } from '../../reasons/reason.ts';
import { withFound } from './found-orders.ts';
import type { AttemptEvent, RenewAnswered } from '../events.ts';
import type { Journal, Order, Part } from '../journal.ts';
import { findPart, withOutcomes, withPart, withRows } from '../journal-view.ts';
import { expectedOf, rungBelow } from '../rules/ladder.ts';
import { isHeld, mayFollowItsCopy } from '../rules/single-refusal.ts';
import { soughtParts } from '../rules/locked-rows.ts';
import { rowOutcome } from '../outcome.ts';
import type { AttemptState } from '../states/attempt-state.ts';
import { unclearTries } from '../rules/unclear-calls.ts';

/** What becomes of a chunk by what became of its renew calls. */
export function applyToAttempts(journal: Journal, event: AttemptEvent): Journal {
  switch (event.kind) {
    case 'call intended': {
      const { at, by } = event;
      const intended = event.parts.map((part): Part => ({
        ...part,
        kind: part.frozen?.kind ?? 'reserve',
        attempt: { kind: 'intended', at, by },
        orders: [],
      }));
      return { ...journal, claims: 0, parts: [...journal.parts, ...intended] };
    }
    case 'call repeated': {
      const { at, by } = event;
      return withPart({ ...journal, claims: 0 }, event.part, (part) => ({
        ...part,
        frozen: part.frozen && { ...part.frozen, times: part.frozen.times + 1 },
        attempt: { kind: 'intended', at, by },
      }));
    }
    case 'call answered':
      return afterAnswer(journal, event);
    case 'call turned away': {
      const turnedAway = findPart(journal, event.part);
      return { ...journal, parts: journal.parts.filter((part) => part !== turnedAway) };
    }
    case 'orders sought':
      return { ...journal, parts: [...journal.parts, ...soughtParts(journal, event.rows)] };
    case 'refusal believed':
      return believed(journal, findPart(journal, event.part), event);
    case 'named orders taken':
      return withPart(journal, event.part, (part) => moved(part, 'settled', part.orders));
    case 'nothing was made':
      return nothingMade(journal, findPart(journal, event.part), event.sizes);
    case 'orders adopted':
      return withPart(journal, event.part, (part) =>
        // That it lists its rows is no proof yet: its amount must agree as well.
        moved(
          part,
          'settled',
          event.orders.map((id) =>
            madeBy(journal, part, { id, rows: event.rows?.get(id), at: part.attempt.at }),
          ),
        ),
      );
    case 'orders unwanted':
      return withPart(journal, event.part, (part) =>
        moved(
          part,
          'settled',
          // Rows that stay locked after the cancel have yet another order: a person must look (money rule 5).
          event.orders.map(({ order: id, rows }) => ({
            id,
            rows,
            state: { kind: 'cancelling', because: 'not asked for', refusal: null },
          })),
        ),
      );
    case 'order not found':
      return leftToPerson(journal, event);
    case 'orders found':
      return event.orders.reduce((known, found) => withFound(known, found, event.at), journal);
  }
}

function moved(
  part: Part,
  kind: 'settled' | 'left to a person' | 'released',
  orders: readonly Order[],
): Part {
  return { ...part, orders, attempt: { kind, at: part.attempt.at } };
}

/**
 * An order of the call: unpaid, or of a call that pays at once in doubt until it is read. One for each
 * of several rows is told apart by what is listed under it.
 */
function madeBy(
  journal: Journal,
  { kind, rows: all }: Part,
  { id, rows = null, at }: { id: string; rows?: readonly number[] | undefined | null; at: number },
): Order {
  switch (kind) {
    case 'reserve':
      return { id, rows: null, state: { kind: 'made' } };
    case 'purchase':
    case 'task': {
      const { price: compared } = expectedOf(journal, rows ?? all);
      return { id, rows, state: { kind: 'payment unclear', compared, discount: null, at } };
    }
  }
}

/** Order ids first, whatever the answer says (money rule 1). */
function afterAnswer(journal: Journal, event: RenewAnswered): Journal {
  // An id that another call was answered with too stays that one's: it is one order, paid once.
  const known = new Set(
    journal.parts
      .filter(({ number }) => number !== event.part)
      .flatMap((part) => part.orders.map(({ id }) => id)),
  );
  const named = [...new Set(event.orders)].filter((id) => !known.has(id));
  const own = findPart(journal, event.part);
  const orders = named.map((id) =>
    madeBy(journal, own, { id, rows: event.rowsOf?.get(id), at: event.at }),
  );
  const noted = withPart(journal, event.part, (part) => ({
    ...part,
    orders,
    attempt: stateAfter(event),
    ...(event.turnedDown !== undefined && { turnedDown: event.turnedDown }),
  }));
  const { lowered } = event;
  const next =
    lowered === null
      ? noted
      : withRows(noted, lowered.rows, (row) => ({ ...row, rung: lowered.rung }));
  return withOutcomes(next, event.failed);
}

function stateAfter({ said, at }: RenewAnswered): AttemptState {
  switch (said.kind) {
    case 'accepted':
      return { kind: 'accepted', at };
    case 'unclear':
      return { kind: 'unclear', at, why: said.why, refusal: said.refusal };
    case 'refused':
    case 'busy':
    case 'refused alone':
      return { kind: said.kind, at, refusal: said.refusal };
  }
}

/** As after a clear no, and at the time of it: what it asks to wait for has passed meanwhile. */
function believed(
  journal: Journal,
  { number, rows, frozen, attempt: { at } }: Part,
  { refusal, rung }: Extract<AttemptEvent, { readonly kind: 'refusal believed' }>,
): Journal {
  const final = frozen !== undefined && mayFollowItsCopy(refusal, frozen.kind);
  const alone = isHeld(refusal) || final ? 'refused alone' : 'busy';
  const noted = withPart(journal, number, (part) => ({
    ...part,
    attempt: { kind: rows.length > 1 ? 'refused' : alone, at, refusal },
  }));
  return rows.length > 1 ? withRows(noted, rows, (row) => ({ ...row, rung })) : noted;
}

/** Unclear answers to calls of one size before the size is taken for the reason. */
const MOST_TRIES = 2;

/**
 * The rows are free again. A call that gets no clear answer twice goes to the next smaller size, for
 * one id of many may be what the provider fails at; a single id that goes on like that is a person's.
 */
function nothingMade(journal: Journal, part: Part, sizes: readonly number[]): Journal {
  const { number, rows, attempt } = part;
  if (attempt.kind === 'naming') {
    return withPart(journal, number, (known) => moved(known, 'released', []));
  }
  const noted = withPart(journal, number, (known) => moved(known, 'settled', []));
  const tries = unclearTries(noted, rows[0]!, rows.length);
  const rung = rungBelow(rows.length, sizes);
  if (rung !== null) {
    return tries < MOST_TRIES ? noted : withRows(noted, rows, (row) => ({ ...row, rung }));
  }
  if (tries <= MOST_TRIES) return noted;
  const outcome = rowOutcome('needs review', reason('renewal-never-clear'));
  return withOutcomes(noted, new Map(rows.map((index) => [index, outcome])));
}

function leftToPerson(
  journal: Journal,
  { part: number, locked, unseen = [], orders }: Extract<AttemptEvent, { kind: 'order not found' }>,
): Journal {
  const names = orders.join(', ');
  const notKnown = rowOutcome('needs review', reason('order-not-clear'));
  const outcome = rowOutcome(
    'needs review',
    names === ''
      ? reason('locked-by-unknown-order')
      : reason('locked-by-orders', { orders: names }),
    { order: names === '' ? null : names },
  );
  return withOutcomes(
    withPart(journal, number, (part) => moved(part, 'left to a person', [])),
    new Map([
      ...locked.map((index) => [index, outcome] as const),
      ...unseen.map((index) => [index, notKnown] as const),
    ]),
  );
}
