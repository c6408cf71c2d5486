import { reason } from '../../reasons/reason.ts';
import type { FoundOrder } from '../events.ts';
import type { Journal, JournalRow, Part } from '../journal.ts';
import { withRows } from '../journal-view.ts';
import { type RowOutcome, rowOutcome } from '../outcome.ts';
import { isDoubtful } from '../rules/doubtful-calls.ts';
import { expectedOf, nextPart } from '../rules/ladder.ts';

/**
 * The journal with an order that no call of ours was answered with, as an attempt of its own. One that
 * is surely ours is cancelled; any other is named by the rows that it holds or, where nothing is
 * listed under it, by the rows of the calls that may have made it (money rule 5).
 */
export function withFound(journal: Journal, found: FoundOrder, at: number): Journal {
  const { order: id, rows, ours } = found;
  const why = reason('unpaid-order-found', { order: id });
  const part: Part = {
    number: nextPart(journal),
    kind: 'reserve',
    rows,
    expected: expectedOf(journal, rows),
    attempt: { kind: ours ? 'released' : 'left to a person', at },
    orders: [
      {
        id,
        rows,
        state: ours
          ? { kind: 'cancelling', because: 'not asked for', refusal: null }
          : { kind: 'for review', why, charged: null },
      },
    ],
  };
  const noted = { ...journal, parts: [...journal.parts, part] };
  if (ours) return withRows(noted, rows, (row) => takenBack(row, id));
  const sealed = journal.state === 'sealed';
  return withRows(noted, rowsNaming(journal, rows), (row) =>
    // Nothing else is done for a row of a sealed chunk: it ends as a person's.
    row.outcome === null && sealed
      ? { ...row, outcome: rowOutcome('needs review', why, { order: id }) }
      : naming(row, id),
  );
}

/** The rows that name an order: those listed under it, or else those of the calls that may have made it. */
function rowsNaming({ parts }: Journal, listed: readonly number[]): readonly number[] {
  return listed.length > 0 ? listed : parts.filter(isDoubtful).flatMap((one) => one.rows);
}

/** The row with the orders that the sweep has found for it while it still waited for its own. */
export function besideFound(journal: Journal, row: JournalRow, index: number): JournalRow {
  return foundFor(journal, index).reduce(naming, row);
}

/** Ids of the orders that the sweep has found for the row and that are not ours to cancel. */
export function foundFor(journal: Journal, index: number): readonly string[] {
  const found = journal.parts.flatMap(({ orders }) =>
    orders.filter(
      ({ rows, state }) =>
        state.kind === 'for review' &&
        state.why.id === 'unpaid-order-found' &&
        rows !== null &&
        rowsNaming(journal, rows).includes(index),
    ),
  );
  return found.map(({ id }) => id);
}

/** What was said of a lock on the row is true no longer: the order goes, and the row may come again. */
function takenBack(row: JournalRow, order: string): JournalRow {
  const { outcome } = row;
  if (outcome === null || !SAID_OF_LOCKS.has(outcome.reason.id)) return row;
  const why = reason('found-order-taken-back', { order });
  return { ...row, outcome: rowOutcome('needs review', why, { order }) };
}

const SAID_OF_LOCKS: ReadonlySet<string> = new Set([
  'held-by-unpaid-order',
  'locked-by-orders',
  'locked-by-unknown-order',
]);

/** A row that has its outcome: what was renewed stays so, and says that there is another order; any other is a person's. */
export function naming(row: JournalRow, found: string): JournalRow {
  const { outcome } = row;
  if (outcome === null) return row;
  const { paid, newExpiry, order: own } = outcome;
  const orders = [...namedBefore(outcome), found].join(', ');
  return {
    ...row,
    outcome:
      outcome.outcome === 'renewed'
        ? rowOutcome('renewed', reason('renewed-beside-unpaid-order', { order: orders }), {
            order: own,
            paid,
            newExpiry,
          })
        : rowOutcome('needs review', reason('unpaid-order-found', { order: orders }), {
            // Its own order may be unpaid still.
            order: [...new Set([...(own?.split(', ') ?? []), ...orders.split(', ')])].join(', '),
            paid,
            newExpiry,
          }),
  };
}

/** Orders that the row names already as found beside its own. */
function namedBefore({ reason: { id, values } }: RowOutcome): readonly string[] {
  const named = id === 'renewed-beside-unpaid-order' || id === 'unpaid-order-found';
  return named && values['order'] !== undefined ? values['order'].split(', ') : [];
}
