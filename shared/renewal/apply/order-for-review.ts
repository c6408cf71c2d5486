import type { Journal, Order, Part } from '../journal.ts';
import { mayHold, withOrder, withOutcomes, withRows } from '../journal-view.ts';
import { ORDER_STATES } from '../states/order-state.ts';
import { naming } from './found-orders.ts';
import { rowOutcome } from '../outcome.ts';
import type { Reason } from '../../reasons/reason.ts';

/** Leaves an order to a person: its open rows need review, and the advice says what to look at. */
export function orderForReview(journal: Journal, part: Part, order: Order, why: Reason): Journal {
  const outcome = rowOutcome('needs review', why, { order: order.id });
  const unclear = withOrder(journal, order.id, (known) => ({
    ...known,
    state: { kind: 'for review', why, charged: null },
  }));
  const rows = mayHold(part, order);
  const settled = rows.filter((index) => journal.rows[index]!.outcome !== null);
  const named = withOutcomes(unclear, new Map(rows.map((index) => [index, outcome])));
  if (ORDER_STATES[order.state.kind].money !== 'none') return named;
  // An unpaid order beside what was settled otherwise: its rows must name it too, one of them at least.
  const open = order.rows === null && settled.length < rows.length;
  return open ? named : withRows(named, settled, (row) => naming(row, order.id));
}
