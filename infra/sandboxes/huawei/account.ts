import { Big } from 'big.js';
import { DateTime } from 'luxon';

import type { ApiName } from './api.ts';
import { BILLING_ZONE, billingDate } from './billing-time.ts';
import type { Coupon, World } from './world/world.ts';

/** A coupon; `usedBy` once an order has taken it. A stored-value card lasts until it is empty. */
export interface HeldCoupon extends Omit<Coupon, 'balance' | 'expires'> {
  balance: Big;
  readonly expires: number;
  usedBy: string | null;
}

/** The paying account. Amounts in the main unit of its currency. */
export interface Account {
  cash: Big;
  credit: Big;
  frozen: boolean;
  readonly monthlySettlement: boolean;
  dailyCap: Big | null;
  readonly spentByDay: Map<string, Big>;
  readonly denied: Set<ApiName>;
  readonly coupons: readonly HeldCoupon[];
}

/** The account a world starts with. */
export function accountOf(world: World, start: number): Account {
  return {
    cash: new Big(world.balance),
    credit: new Big(world.credit),
    frozen: world.frozen,
    monthlySettlement: world.monthlySettlement,
    dailyCap: world.dailyCap === undefined ? null : new Big(world.dailyCap),
    spentByDay: new Map(),
    denied: new Set(world.denied),
    coupons: world.coupons.map((coupon) => ({
      ...coupon,
      balance: new Big(coupon.balance),
      expires: billingDate(coupon.expires, start),
      usedBy: null,
    })),
  };
}

/**
 * Takes money: monthly settlement where the account has it, else cash before credit (section 4).
 * Refusals are CBC.99008056 (daily cap, billing days are GMT+08:00) and CBC.99005003 (too little);
 * then nothing has moved.
 */
export function take(
  account: Account,
  amount: Big,
  now: number,
): 'taken' | 'CBC.99008056' | 'CBC.99005003' {
  const day = DateTime.fromMillis(now, { zone: BILLING_ZONE }).toISODate() ?? '';
  const spent = (account.spentByDay.get(day) ?? new Big(0)).plus(amount);
  if (account.dailyCap?.lt(spent) === true) return 'CBC.99008056';
  if (!account.monthlySettlement) {
    if (account.cash.plus(account.credit).lt(amount)) return 'CBC.99005003';
    const fromCash = account.cash.lt(amount) ? account.cash : amount;
    account.cash = account.cash.minus(fromCash);
    account.credit = account.credit.minus(amount.minus(fromCash));
  }
  account.spentByDay.set(day, spent);
  return 'taken';
}
