import { type Reason, reason } from '../../../reasons/reason.ts';
import { display, exceeds, roundUpToMinor, sum } from '../../../values/money.ts';
import { chargedTogether } from '../../books/paid-shares.ts';
import { orderCeiling } from '../../rules/price-verdict.ts';
import { isPurchase, notPriced } from '../../rules/purchases.ts';
import type { Context } from '../context.ts';
import type { Charged } from './charged-order.ts';

/** What people are told of the rows that orders have renewed (money rule 12). */
export function saidOf(
  { journal, policy, facts }: Context,
  orders: readonly Charged[],
  rows: readonly number[],
): Reason {
  const order = orders.map((one) => one.order.id).join(', ');
  const charged = chargedTogether(orders);
  if (charged === null) {
    const bought = orders.some(({ part }) => isPurchase(part));
    return bought ? notPriced(order) : reason('renewed-charge-not-known', { order });
  }
  const { currency } = charged;
  const covered = rows.map((row) => journal.rows[row]!);
  // Of ours no order is: somebody else has paid it.
  if (!exceeds(charged, roundUpToMinor(orderCeiling(covered, policy)))) {
    const ends = rows.some((row) => {
      const look = facts.rows.get(row);
      return look?.kind === 'shown' && look.resource.ends === true;
    });
    return reason(ends ? 'renewed-though-ending' : 'renewed');
  }
  const approved = sum(
    covered.map((row) => row.approved),
    currency,
  );
  return reason('renewed-above-approval', {
    order,
    charged: display(charged),
    currency,
    approved: display(approved),
  });
}
