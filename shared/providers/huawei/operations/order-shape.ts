import * as z from 'zod/mini';
import type { Account } from '../../../settings/account.ts';
import { isInMinorUnits, isRoundedFrom, larger, type Money, money } from '../../../values/money.ts';
import type { Answer } from '../../../renewal/answer.ts';
import type { OrderReading } from '../../../ports/provider.ts';
import { foreignMoney } from '../account-money.ts';
import { decimal, integer, maybe, moment, text } from '../../wire/fields.ts';

/** An order as the list and the details show it (Huawei contract, sections 5.1 and 5.2). */
export const orderInfo = z.object({
  order_id: text,
  status: integer,
  order_type: integer,
  source_type: integer,
  user_name: text,
  amount_after_discount: decimal,
  official_amount: decimal,
  currency: text,
  measure_id: integer,
  create_time: moment,
  payment_time: moment,
  pending_payment_end_time: moment,
  amount_info: maybe(z.object({ consumed_amount: decimal })),
});

/** An order's fields of the right shape. */
export type OrderInfo = z.output<typeof orderInfo>;

/** Made by the provider itself, such as by auto-renewal (sections 5.1 and 13.3). */
const SYSTEM_SOURCE = 8;
const SYSTEM_USER = 'system';

/**
 * An order of the provider as the engine reads it. An order without any amount is unknown; without
 * the discounted one it costs its list price, the most it can be. Another currency than the
 * account's is refused.
 */
export function toReading(
  id: string,
  info: OrderInfo,
  account: Pick<Account, 'currency'>,
): Answer<OrderReading> {
  const foreign = foreignMoney(account, info);
  if (foreign !== null) return { kind: 'refused', refusal: foreign };
  const inMoney = (amount: string | null): Money | null =>
    amount === null ? null : money(amount, account.currency);
  const list = inMoney(info.official_amount);
  const amount = inMoney(info.amount_after_discount) ?? list;
  if (amount === null) return { kind: 'unknown', detail: `order ${id} shows no amount` };
  const figures = figuresOf(info, amount);
  return {
    kind: 'done',
    value: {
      id,
      state: stateOf(info.status),
      amount,
      list,
      charged: agreedOn(figures),
      most: figures.reduce(larger),
      term: null,
      createdAt: info.create_time,
      paidAt: info.payment_time,
      deadline: info.pending_payment_end_time,
      userName: info.user_name,
      automatic:
        info.source_type === SYSTEM_SOURCE || info.user_name?.toLowerCase() === SYSTEM_USER,
      starts: null,
    },
  };
}

/** Status words (section 5.1); all others, such as pending approval or refund, are `other`. */
const STATES: ReadonlyMap<number, OrderReading['state']> = new Map([
  [6, 'unpaid'],
  [3, 'processing'],
  [5, 'completed'],
  [4, 'cancelled'],
]);

function stateOf(status: number | null): OrderReading['state'] {
  return (status === null ? undefined : STATES.get(status)) ?? 'other';
}

/**
 * The figures for what an order has cost: its amount and, of a paid one, what was consumed. What that
 * counts exactly is NOT FOUND (section 5.1), so neither is believed against the other. A nil figure
 * beside a positive amount only says that the charge is not booked there (monthly settlement,
 * coupons).
 */
function figuresOf(info: OrderInfo, amount: Money): readonly [Money, ...Money[]] {
  const state = stateOf(info.status);
  const consumed = info.amount_info?.consumed_amount ?? null;
  if (consumed === null || (state !== 'processing' && state !== 'completed')) return [amount];
  return Number(consumed) <= 0 ? [amount] : [amount, money(consumed, amount.currency)];
}

/**
 * What was charged, if all figures say so. One with fractions of a cent is a price: its charge may be
 * rounded either way (section 5.1), and by itself it tells none.
 */
function agreedOn(figures: readonly Money[]): Money | null {
  const charge = figures.find(isInMinorUnits);
  if (charge === undefined) return null;
  return figures.every((one) => isRoundedFrom(charge, one)) ? charge : null;
}
