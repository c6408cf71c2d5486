import { Big } from 'big.js';

import type { LedgerEntry } from '../../frame/ledger.ts';
import { expiryOf } from '../../frame/world/expiry.ts';
import { utcText } from '../../frame/world/utc-text.ts';
import { fromVoucher, paymentRefusal, take } from '../account.ts';
import { extendedExpiry, renewedFrom } from '../items/extend-expiry.ts';
import type { SandboxState } from '../state.ts';
import type { PlantedError } from '../../frame/world/planted-error.ts';
import type { Order } from './order.ts';

/** What a payment came to; refused with a code, planted or the account's, nothing has changed. */
export type Paid =
  { readonly kind: 'paid' } | { readonly kind: 'refused'; readonly error: PlantedError };

function entryOf(
  { world }: SandboxState,
  order: Order,
  expiryBefore: number,
  charge: {
    readonly at: number;
    readonly through: LedgerEntry['through'];
    readonly amount: Big;
    readonly coupon: Big;
  },
): LedgerEntry {
  return {
    order: order.id,
    resources: [
      {
        resourceId: order.item,
        amount: order.charge.total.toFixed(2),
        expiryBefore: utcText(expiryBefore),
        expiryAfter: null,
      },
    ],
    amount: charge.amount.toFixed(2),
    coupon: charge.coupon.toFixed(2),
    currency: world.currency,
    at: utcText(charge.at),
    by: order.by,
    through: charge.through,
    discount: null,
  };
}

/**
 * Pays an unpaid order at an instant: money is taken, the ledger says so, and the renewal will
 * happen after the world's delay; at once where there is none.
 */
export function payOrder(
  state: SandboxState,
  order: Order,
  at: number,
  through: LedgerEntry['through'],
): Paid {
  const item = state.items.get(order.item);
  if (item === undefined) return { kind: 'refused', error: 'ResourceNotExists' };
  if (item.errors.pay !== undefined) return { kind: 'refused', error: item.errors.pay };
  const { account, behaviour } = state;
  const { total } = order.charge;
  const coupon = item.kind === 'instance' ? fromVoucher(account, total) : new Big(0);
  const amount = total.minus(coupon);
  const refusal = paymentRefusal(account, amount, behaviour);
  if (refusal !== undefined) return { kind: 'refused', error: refusal };
  account.voucher = account.voucher.minus(coupon);
  take(account, amount);
  state.ledger.push(entryOf(state, order, expiryOf(item), { at, through, amount, coupon }));
  order.status = 'Paid';
  order.paidAt = at;
  order.completesAt = at + behaviour.completionDelayMs;
  state.processing.add(order);
  if (order.completesAt <= at) completeOrder(state, order, at);
  return { kind: 'paid' };
}

/** Lets a paid order renew its item at an instant: the expiry moves on from where it is. */
export function completeOrder(state: SandboxState, order: Order, at: number): void {
  order.completesAt = null;
  state.processing.delete(order);
  order.completedAt = at;
  const item = state.items.get(order.item);
  if (item === undefined) return;
  const { behaviour } = state;
  const start = renewedFrom(item, behaviour, at);
  const later = extendedExpiry(item, order.periods, behaviour, at);
  order.usage = { start, end: later };
  item.expiries = [...item.expiries, { at: later, visibleFrom: at }];
  if (item.kind === 'instance') item.fixedStatus = undefined;
  const charge = state.ledger.find(({ order: id }) => id === order.id)?.resources[0];
  if (charge !== undefined) charge.expiryAfter = utcText(later);
}

/** Cancels an unpaid order at an instant. */
export function cancelOrder(order: Order, at: number): void {
  order.status = 'Cancelled';
  order.cancelledAt = at;
}
