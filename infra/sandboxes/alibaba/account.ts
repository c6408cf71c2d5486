import { Big } from 'big.js';

import type { ApiName } from './api.ts';
import type { Behaviour } from './world/behaviour.ts';
import type { Payment } from './world/payment.ts';
import type { World } from './world/world.ts';

/** The paying account. Amounts in the main unit of its currency. */
export interface Account {
  cash: Big;
  credit: Big;
  voucher: Big;
  payment: Payment;
  /** The code that every renewal is refused with. */
  blocked: string | null;
  readonly denied: Set<ApiName>;
}

/** The account a world starts with. */
export function accountOf(world: World): Account {
  return {
    cash: new Big(world.balance),
    credit: new Big(world.credit),
    voucher: new Big(world.voucher),
    payment: world.payment,
    blocked: world.blocked ?? null,
    denied: new Set(world.denied),
  };
}

/**
 * Why an amount cannot be paid (Alibaba contract, section 6.6), or nothing. A card pays without
 * asking for the balance.
 */
export function paymentRefusal(
  { payment, cash, credit }: Account,
  amount: Big,
  { noMoneyCode, declinedCode, noMeansCode }: Behaviour,
): string | undefined {
  switch (payment) {
    case 'card':
      return undefined;
    case 'declined card':
      return declinedCode;
    case 'none':
      return noMeansCode;
    case 'balance':
      return cash.plus(credit).lt(amount) ? noMoneyCode : undefined;
  }
}

/** What of an amount the voucher pays: all that is left of it, unless less is needed. */
export function fromVoucher({ voucher }: Account, amount: Big): Big {
  return voucher.lt(amount) ? voucher : amount;
}

/** Takes money that nothing refuses: from the card, else cash before credit. */
export function take(account: Account, amount: Big): void {
  if (account.payment === 'card') return;
  const fromCash = account.cash.lt(amount) ? account.cash : amount;
  account.cash = account.cash.minus(fromCash);
  account.credit = account.credit.minus(amount.minus(fromCash));
}
