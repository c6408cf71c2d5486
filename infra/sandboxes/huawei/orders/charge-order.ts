import { Big } from 'big.js';

import { take, type HeldCoupon } from '../account.ts';
import type { LedgerEntry } from '../../frame/ledger.ts';
import type { SeenOrder } from './as-seen.ts';
import { mainIdsOf, type Order } from './order.ts';
import { amountOf, bestDiscount, totalOf } from '../resources/pricing.ts';
import { expiryOf } from '../../frame/world/expiry.ts';
import type { SandboxState } from '../state.ts';
import { utcText } from '../../frame/world/utc-text.ts';

/** How an order is to be paid. */
export interface PaymentChoice {
  readonly discount: string | null;
  readonly coupons: readonly HeldCoupon[];
  readonly through: LedgerEntry['through'];
}

/**
 * The amount an unpaid order shows, by the discount it is shown with: an undocumented point, see
 * `behaviour.unpaidOrderAmount`.
 */
export function shownDiscount(state: SandboxState, order: SeenOrder): string | null {
  if (order.payment !== null) return order.payment.discount;
  return state.behaviour.unpaidOrderAmount === 'list' ? null : bestDiscount(order.lines);
}

/**
 * The discount a payment really gets: the one named, else the one the order already carries; none
 * where the world shows discounts and does not keep them.
 */
function effectiveDiscount(state: SandboxState, order: Order, named: string | null): string | null {
  if (!state.behaviour.discountKept) return null;
  if (named !== null || state.behaviour.unpaidOrderAmount !== 'discounted') return named;
  return bestDiscount(order.lines);
}

function couponPart(coupon: HeldCoupon, price: Big): Big {
  if (coupon.type === 300) {
    return price.minus(price.times(coupon.ratio).round(2, Big.roundHalfUp));
  }
  return coupon.balance.lt(price) ? coupon.balance : price;
}

function spend(coupons: readonly HeldCoupon[], order: Order, price: Big): void {
  let left = price;
  for (const coupon of coupons) {
    const part = couponPart(coupon, left);
    left = left.minus(part);
    if (coupon.type === 303) coupon.balance = coupon.balance.minus(part);
    if (coupon.type !== 303 || coupon.balance.eq(0)) coupon.usedBy = order.id;
  }
}

function entryOf(
  state: SandboxState,
  order: Order,
  choice: PaymentChoice,
  charged: { readonly amount: Big; readonly coupon: Big; readonly at: number },
): LedgerEntry {
  return {
    order: order.id,
    resources: mainIdsOf(order).map((resourceId) => {
      const lines = order.lines.filter(({ mainId }) => mainId === resourceId);
      const resource = state.resources.get(resourceId);
      return {
        resourceId,
        amount: totalOf(lines, choice.discount).toFixed(state.behaviour.amountDecimals),
        expiryBefore: utcText(resource === undefined ? lines[0]!.effective : expiryOf(resource)),
        expiryAfter: null,
      };
    }),
    amount: charged.amount.toFixed(2),
    coupon: charged.coupon.toFixed(2),
    currency: state.world.currency,
    at: utcText(charged.at),
    by: order.userName,
    through: choice.through,
    discount: choice.discount,
  };
}

/**
 * Pays an unpaid order: money is taken, the ledger says so, the order goes to processing and will
 * complete after the world's delay. A code means refusal, and then nothing has changed.
 */
export function chargeOrder(
  state: SandboxState,
  order: Order,
  choice: PaymentChoice,
): 'paid' | 'CBC.99008056' | 'CBC.99005003' {
  const at = state.clock();
  const discount = effectiveDiscount(state, order, choice.discount);
  const rounding = state.behaviour.chargeRounding === 'up' ? Big.roundUp : Big.roundHalfUp;
  const price = totalOf(order.lines, discount).round(2, rounding);
  const coupon = choice.coupons.reduce(
    (sum, one) => sum.plus(couponPart(one, price.minus(sum))),
    new Big(0),
  );
  const amount = price.minus(coupon);
  const taken = take(state.account, amount, at);
  if (taken !== 'taken') return taken;
  spend(choice.coupons, order, price);
  order.status = 3;
  order.endedBy = 'payment';
  order.payment = { at, discount, charged: amount, coupon };
  order.completesAt = at + state.behaviour.completionDelayMs;
  state.ledger.push(entryOf(state, order, { ...choice, discount }, { amount, coupon, at }));
  return 'paid';
}

/** What automatic payment chooses: the best discount and one cash coupon (section 1.1). */
export function automaticChoice(state: SandboxState, order: Order): PaymentChoice {
  const discount = bestDiscount(order.lines);
  const usable = state.account.coupons.filter(
    ({ type, usedBy, expires, withoutDiscount }) =>
      type === 301 &&
      usedBy === null &&
      expires > state.clock() &&
      !(withoutDiscount && discount !== null),
  );
  const [coupon] = usable.toSorted((a, b) => b.balance.cmp(a.balance));
  return { discount, coupons: coupon === undefined ? [] : [coupon], through: 'renew' };
}

/** The amount a line shows: after the discount the order was or would be paid with. */
export function shownAmount(state: SandboxState, order: SeenOrder, orderId: string): Big {
  const discount = shownDiscount(state, order);
  return order.lines
    .filter((line) => orderId === order.id || line.orderId === orderId)
    .reduce((sum, line) => sum.plus(amountOf(line, discount)), new Big(0));
}
