import type { Journal, Order, Part } from './journal.ts';
import { openRowsOf, withOrder, withOutcomes } from './journal-view.ts';
import { rowOutcome } from './outcome.ts';

/** Leaves an order to a person: its open rows need review, with `advice` on what to look at. */
export function orderForReview(
  journal: Journal,
  part: Part,
  order: Order,
  { why, advice }: { readonly why: string; readonly advice: string },
): Journal {
  const outcome = rowOutcome('needs review', why, advice, { order: order.id });
  const unclear = withOrder(journal, order.id, (known) => ({
    ...known,
    state: { kind: 'unclear', why },
  }));
  const rows = openRowsOf(journal, part, order);
  return withOutcomes(unclear, new Map(rows.map((index) => [index, outcome])));
}
