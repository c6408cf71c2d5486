import type { Journal, Order, Part } from '../journal.ts';
import { openRowsOf, withOrder, withOutcomes } from '../journal-view.ts';
import { rowOutcome } from '../outcome.ts';
import type { Reason } from '../../reasons/reason.ts';

/** Leaves an order to a person: its open rows need review, and the advice says what to look at. */
export function orderForReview(journal: Journal, part: Part, order: Order, why: Reason): Journal {
  const outcome = rowOutcome('needs review', why, { order: order.id });
  const unclear = withOrder(journal, order.id, (known) => ({
    ...known,
    state: { kind: 'for review', why, charged: null },
  }));
  const rows = openRowsOf(journal, part, order);
  return withOutcomes(unclear, new Map(rows.map((index) => [index, outcome])));
}
