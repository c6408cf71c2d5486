import type { Context } from '../../../../../shared/renewal/decide/context.ts';
import type { DiscountLook, Facts } from '../../../../../shared/renewal/decide/facts.ts';
import { judgeOrder, type OrderVerdict } from '../../../../../shared/renewal/decide/judge-order.ts';
import type { OrderDiscount, OrderReading } from '../../../../../shared/renewal/readings.ts';
import type { CancelReason } from '../../../../../shared/renewal/states/order-state.ts';
import {
  contextOf,
  NOW,
  offered,
  orders,
  reading,
  under,
} from '../../../../support/facts-sample.ts';
import { pricedJournal, order, part, usd } from '../../../../support/journal-sample.ts';

/** The order that is judged. */
export const MADE = order('o1');
/** Its call, for two rows. */
export const PART = part(0, [0, 1], [MADE], { kind: 'accepted', at: NOW });
/** Two rows of ten dollars. */
export const JOURNAL = pricedJournal(2, { parts: [PART] });
/** The order is read first. */
export const READ: OrderVerdict = {
  kind: 'ask',
  ask: { kind: 'order with discounts', order: 'o1' },
};

/** The verdict over order o1, which covers two rows of ten dollars if it costs twenty. */
export function verdict(facts: Partial<Facts>, more: Partial<Context> = {}): OrderVerdict {
  return judgeOrder(contextOf(JOURNAL, facts, more), PART, MADE);
}

/** Order o1 is shown so, with these discounts. */
export function read(
  shown: Partial<OrderReading> = {},
  discounts: DiscountLook | null = offered(),
  amount = '20',
): Partial<Facts> {
  return {
    orders: orders(reading('o1', amount, shown)),
    discounts: new Map(discounts === null ? [] : [['o1', discounts]]),
  };
}

/** The same, and both rows are listed under it. */
export function listed(...shown: Parameters<typeof read>): Partial<Facts> {
  return { ...read(...shown), orderRows: new Map([['o1', under([0, 1])]]) };
}

/** It is to be cancelled. */
export function cancel(because: CancelReason, rows: readonly number[] | null): OrderVerdict {
  return {
    kind: 'record',
    event: { kind: 'cancel decided', order: 'o1', because, rows, refusal: null },
  };
}

/** It is ready to be paid, for both rows. */
export function ready(compared: string, discount: OrderDiscount['discount'] = null): OrderVerdict {
  return {
    kind: 'ready',
    intent: { order: 'o1', rows: [0, 1], compared: usd(compared), discount },
  };
}

/** A discount that it was offered with. */
export function offer(id: string, amount: string | null, mandatory = false): OrderDiscount {
  return {
    discount: { id, type: 2 },
    amount: amount === null ? null : usd(amount),
    mandatory,
  };
}

/** The discount of that name. */
export function id(name: string): OrderDiscount['discount'] {
  return { id: name, type: 2 };
}
