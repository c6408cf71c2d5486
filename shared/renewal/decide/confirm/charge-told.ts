import { type Reason, reason } from '../../../reasons/reason.ts';
import { display, exceeds, type Money, roundUpToMinor, sum } from '../../../values/money.ts';
import { chargedTogether } from '../../books/paid-shares.ts';
import { orderCeiling } from '../../rules/price-verdict.ts';
import { isPurchase, notPriced } from '../../rules/purchases.ts';
import type { Context } from '../context.ts';
import type { Charged } from './charged-order.ts';

/** What people are told of the rows that orders have renewed (money rule 12). */
export function toldOfCharge(
  context: Context,
  orders: readonly Charged[],
  rows: readonly number[],
): Reason {
  const order = orders.map((one) => one.order.id).join(', ');
  const above = chargedAboveApproval(context, orders, rows, order);
  if (above !== null) return above;
  if (chargedTogether(orders) === null) {
    const bought = orders.some(({ part }) => isPurchase(part));
    return bought ? notPriced(order) : reason('renewed-charge-not-known', { order });
  }
  const ends = rows.some((row) => {
    const look = context.facts.rows.get(row);
    return look?.kind === 'shown' && look.resource.ends === true;
  });
  return reason(ends ? 'renewed-though-ending' : 'renewed');
}

/**
 * That more was charged than was approved, and who has paid it; null where it was not, or is not known.
 * What we pay is within the approval as it was compared: above it is charged what people were told of,
 * or what somebody else has paid.
 */
function chargedAboveApproval(
  { journal, policy }: Context,
  orders: readonly Charged[],
  rows: readonly number[],
  order: string,
): Reason | null {
  const byUs = orders.some((one) => one.order.state.kind === 'overcharged');
  const known = chargedTogether(orders);
  // Figures that differ say no charge, but the highest of them was enough to hold the account.
  const charged = known ?? (byUs ? mostTogether(orders) : null);
  const covered = rows.map((row) => journal.rows[row]!);
  if (charged === null || !exceeds(charged, roundUpToMinor(orderCeiling(covered, policy)))) {
    return null;
  }
  const { currency } = charged;
  const approved = sum(
    covered.map((row) => row.approved),
    currency,
  );
  // What pays at once shows no amount before: there is none that it was charged above.
  const dear = orders.some(({ part }) => isPurchase(part))
    ? 'bought-above-approval'
    : 'renewed-charged-above';
  const id = known === null ? 'renewed-charge-perhaps-above' : dear;
  return reason(byUs ? id : 'renewed-above-approval', {
    order,
    charged: display(charged),
    currency,
    approved: display(approved),
  });
}

/** The highest figures of orders together. */
function mostTogether(orders: readonly Charged[]): Money {
  const most = orders.map((one) => one.most);
  return sum(most, most[0]!.currency);
}
