import { compoundReason, type Reason, reason } from '../../reasons/reason.ts';
import type { FoundOrder } from '../events.ts';
import type { Journal, JournalRow, Part } from '../journal.ts';
import { coverable, withRows } from '../journal-view.ts';
import { type RowOutcome, rowOutcome } from '../outcome.ts';
import { expectedOf, nextPart } from '../rules/ladder.ts';

/**
 * The journal with an order that no call of ours was answered with, as an attempt of its own. One that
 * is surely ours is cancelled; any other is named by its rows (money rule 5).
 */
export function withFound(journal: Journal, found: FoundOrder, at: number): Journal {
  const { order: id, rows, listed, ours } = found;
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
        rows: listed ? rows : null,
        state: ours
          ? { kind: 'cancelling', because: 'not asked for', refusal: null }
          : { kind: 'for review', why, charged: null },
      },
    ],
  };
  const noted = { ...journal, parts: [...journal.parts, part] };
  if (ours) return withRows(noted, rows, (row) => takenBack(row, id));
  const sealed = journal.state === 'sealed';
  return withRows(noted, rows, (row) =>
    // Nothing else is done for a row of a sealed chunk: it ends as a person's.
    row.outcome === null && sealed
      ? { ...row, outcome: rowOutcome('needs review', why, { order: id }) }
      : naming(row, id),
  );
}

/** The row with the orders that the sweep has found for it while it still waited for its own. */
export function besideFound(journal: Journal, row: JournalRow, index: number): JournalRow {
  return foundFor(journal, index).reduce(naming, row);
}

/** Ids of the orders that the sweep has found for the row and that are not ours to cancel. */
export function foundFor(journal: Journal, index: number): readonly string[] {
  const found = journal.parts.flatMap((part) =>
    part.orders.filter(
      (order) =>
        order.state.kind === 'for review' &&
        order.state.why.id === 'unpaid-order-found' &&
        coverable(part, order).includes(index),
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
  const { before, orders } = saidBefore(outcome);
  const order = [...orders, found].join(', ');
  if (outcome.outcome === 'renewed') {
    const why =
      before.id === 'renewed'
        ? reason('renewed-beside-unpaid-order', { order })
        : compoundReason('beside-unpaid-order', { order }, [before]);
    return { ...row, outcome: rowOutcome('renewed', why, { order: own, paid, newExpiry }) };
  }
  // What a person is to look at for another reason stays said.
  const why =
    outcome.outcome === 'needs review' && before.id !== 'unpaid-order-found'
      ? compoundReason('beside-unpaid-order', { order }, [before])
      : reason('unpaid-order-found', { order });
  // Its own order may be unpaid still.
  const all = [...new Set([...(own?.split(', ') ?? []), ...order.split(', ')])].join(', ');
  return { ...row, outcome: rowOutcome('needs review', why, { order: all, paid, newExpiry }) };
}

/** What a row said before any order was found beside its own, and the orders found so far. */
function saidBefore({ reason: said }: RowOutcome): {
  readonly before: Reason;
  readonly orders: readonly string[];
} {
  const { id, parts = [] } = said;
  const orders = said.values['order']?.split(', ') ?? [];
  if (id === 'unpaid-order-found') return { before: said, orders };
  if (id === 'renewed-beside-unpaid-order') return { before: reason('renewed'), orders };
  const [before] = parts;
  if (id === 'beside-unpaid-order' && before !== undefined) return { before, orders };
  return { before: said, orders: [] };
}
