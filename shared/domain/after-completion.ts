import type { Journal, Order } from './journal.ts';
import { withOrder, withOutcomes } from './journal-view.ts';
import { allocate, type Money, roundToMinor, zero } from './money.ts';
import { rowOutcome } from './outcome.ts';

/**
 * The journal once an order is completed and each of its rows shows a later expiry: the charged
 * amount is allocated to the rows by their prices, so that they add up to it exactly (money rule 10).
 */
export function afterCompletion(
  journal: Journal,
  order: Order,
  rows: readonly number[],
  charged: Money,
  expiries: ReadonlyMap<number, number>,
): Journal {
  const compared =
    order.state.kind === 'paid' || order.state.kind === 'paying' ? order.state.compared : null;
  const completed = withOrder(journal, order.id, (known) => ({
    ...known,
    rows,
    state: { kind: 'completed', compared, charged },
  }));
  const weights = rows.map((index) => journal.rows[index]!.price ?? zero(charged.currency));
  const shares = allocate(charged, weights);
  const outcomes = rows.map((index, place) => {
    const outcome = rowOutcome('renewed', 'Renewed and paid.', '', {
      order: order.id,
      paid: shares[place] ?? roundToMinor(zero(charged.currency)),
      newExpiry: expiries.get(index) ?? null,
    });
    return [index, outcome] as const;
  });
  return withOutcomes(completed, new Map(outcomes));
}
