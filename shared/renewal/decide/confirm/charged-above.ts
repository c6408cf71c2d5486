import { reason } from '../../../reasons/reason.ts';
import { display, exceeds, type Money, roundUpToMinor } from '../../../values/money.ts';
import { chargedFor, coverable } from '../../journal-view.ts';
import { orderCeiling } from '../../rules/price-verdict.ts';
import { isPurchase } from '../../rules/purchases.ts';
import type { Context } from '../context.ts';
import type { Draft } from '../decision.ts';
import type { Charged } from './charged-order.ts';

/**
 * Holds the account once for each order that was charged above what was compared or told before, and
 * says whether one was (money rule 3).
 */
export function holdIfAbove(context: Context, draft: Draft, paid: readonly Charged[]): boolean {
  const above = paid.filter((one) => exceeds(one.most, roundUpToMinor(bound(context, one))));
  const [first] = above;
  if (first === undefined) return false;
  const { order, most: charged } = first;
  const compared = 'compared' in order.state ? order.state.compared! : charged;
  const why = reason('charged-above-compared', {
    order: order.id,
    charged: display(charged),
    currency: charged.currency,
    compared: display(compared),
  });
  draft.call({
    kind: 'hold account',
    reason: why,
    orders: above.map((one) => ({ order: one.order.id, charged: one.most })),
    told: { order: order.id, charged, compared },
  });
  return true;
}

/**
 * What may have been charged. What pays at once has no order whose amount was compared: its price was
 * only asked for right before, so that what was approved bounds it.
 */
function bound({ journal, policy }: Context, { part, order }: Charged): Money {
  const known = chargedFor(order)!;
  if (!isPurchase(part) || order.state.kind === 'overcharged') return known;
  const ceiling = orderCeiling(
    coverable(part, order).map((row) => journal.rows[row]!),
    policy,
  );
  return exceeds(known, ceiling) ? known : ceiling;
}
