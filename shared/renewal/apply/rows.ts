import { type Reason, reason } from '../../reasons/reason.ts';
import type { RowEvent } from '../events.ts';
import { naming } from './found-orders.ts';
import { interimOutcome, notClear } from '../books/interim-outcome.ts';
import type { Journal } from '../journal.ts';
import {
  coverable,
  isClosed,
  mayHold,
  ordersIn,
  withOrder,
  withOutcomes,
  withRows,
} from '../journal-view.ts';
import { rowOutcome } from '../outcome.ts';
import { ORDER_STATES } from '../states/order-state.ts';
import { isDoubtful } from '../rules/doubtful-calls.ts';
import { isPricedAlone } from '../states/row-state.ts';

/** What becomes of a chunk by what was learnt of its rows. */
export function applyToRows(journal: Journal, event: RowEvent): Journal {
  switch (event.kind) {
    case 'balance read':
      return { ...journal, balance: event.amount };
    case 'rest of the balance read':
      return { ...journal, left: { epoch: event.epoch, amount: event.amount } };
    case 'rows priced':
      return withRows(journal, event.prices.keys(), (row, index) => {
        const { price, list } = event.prices.get(index)!;
        return { ...row, price, list };
      });
    case 'rows busy':
      return withRows(journal, event.rows, (row) => ({
        ...row,
        pricing: { kind: 'busy', since: event.at, alone: isPricedAlone(row) },
      }));
    case 'row left to others': {
      const { order, at: since, why } = event;
      const pricing = { kind: 'watched', since, order, why } as const;
      return withRows(journal, [event.row], (row) => ({ ...row, pricing }));
    }
    case 'rows freed':
      return withRows(journal, event.rows, (row) => ({ ...row, pricing: { kind: 'together' } }));
    case 'rows settled':
      return withOutcomes(journal, event.outcomes);
    case 'row checked':
      return withRows(journal, [event.row], (row) => ({ ...row, outcome: event.outcome }));
    case 'rows closed':
      return closeRows(journal, event);
  }
}

/**
 * Gives every row an outcome but those whose paid order may still complete. Without a sweep a row of a
 * call that may have made an order is a person's: nobody knows that nothing was attempted for it.
 */
function closeRows(
  journal: Journal,
  { why, swept }: { readonly why: Reason; readonly swept: boolean },
): Journal {
  const waiting = new Set(
    ordersIn(journal, 'paid', 'overcharged').flatMap(({ part, order }) => coverable(part, order)),
  );
  const untouched = rowOutcome('not attempted', why);
  const outcomes = journal.rows.flatMap((row, index) => {
    if (row.outcome !== null || waiting.has(index)) return [];
    const outcome = interimOutcome(journal, index, true);
    if (outcome.outcome !== 'not attempted') return [[index, outcome] as const];
    const doubtful = journal.parts.filter((part) => isDoubtful(part) && part.rows.includes(index));
    return [[index, swept || doubtful.length === 0 ? untouched : notClear(doubtful)] as const];
  });
  return withOrdersClosed(withOutcomes(journal, new Map(outcomes)));
}

/** Orders that nothing more is done about: their rows name them. */
function withOrdersClosed(journal: Journal): Journal {
  const left = journal.parts.flatMap((part) =>
    part.orders
      .filter((order) => !isClosed(order) && ORDER_STATES[order.state.kind].money !== 'taken')
      .map((order) => ({ part, order })),
  );
  return left.reduce((known, { part, order }) => {
    const { id } = order;
    const inDoubt = ORDER_STATES[order.state.kind].money === 'in doubt';
    const why = reason(inDoubt ? 'payment-not-clear' : 'order-left-unpaid', { order: id });
    const state = { kind: 'for review', why, charged: null } as const;
    const closed = withOrder(known, id, (one) => ({ ...one, state }));
    // Rows that were settled otherwise before say nothing of it yet.
    const named = known.rows.some(({ outcome }) => outcome?.order?.split(', ').includes(id));
    return named || inDoubt
      ? closed
      : withRows(closed, mayHold(part, order), (row) => naming(row, id));
  }, journal);
}
