import { type Reason, reason } from '../../reasons/reason.ts';
import { foundFor } from './found-orders.ts';
import { afterCompletions } from './after-completion.ts';
import type { Overdue } from '../events.ts';
import type { Journal, Order, Part } from '../journal.ts';
import { coverable, isForAll, openRowsOf, withOrder, withRows } from '../journal-view.ts';
import { rowOutcome } from '../outcome.ts';
import { isPurchase, notPriced } from '../rules/purchases.ts';
import { paidWith, sharesOf } from '../books/paid-shares.ts';

/**
 * The journal once a paid order is given to a person. Its rows carry what was charged, so that the
 * sheet adds up to the provider's ledger; rows that show a later expiry are renewed all the same, where
 * the order was for them and no other of its call.
 */
export function afterGivingUp(
  journal: Journal,
  part: Part,
  order: Order,
  { charged, why, expiries }: Overdue,
): Journal {
  const open = openRowsOf(journal, part, order);
  const rows = open.length > 0 ? open : coverable(part, order);
  const moved = isForAll(part, order) ? rows.filter((index) => expiries.has(index)) : [];
  if (charged !== null && moved.length === rows.length && moved.length > 0) {
    return afterCompletions(journal, [{ order, charged }], {
      rows,
      expiries,
      why: reason('renewed'),
    });
  }
  const shares = charged === null ? null : sharesOf(journal, rows, charged);
  const renewed = charged === null ? withoutFigure(part, order) : reason('renewed');
  const left = withOrder(journal, order.id, (known) => ({
    ...known,
    state: { kind: 'for review', why, charged },
  }));
  return withRows(left, rows, (row, index) => {
    const paid = paidWith(row, shares?.get(index) ?? null);
    const named = [order.id, ...foundFor(journal, index)].join(', ');
    const more = { order: named, paid, newExpiry: expiries.get(index) ?? null };
    return {
      ...row,
      outcome: moved.includes(index)
        ? rowOutcome('renewed', renewed, more)
        : rowOutcome('needs review', why, more),
    };
  });
}

function withoutFigure(part: Part, { id: order }: Order): Reason {
  return isPurchase(part) ? notPriced(order) : reason('renewed-charge-not-known', { order });
}
