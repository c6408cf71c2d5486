import type { Context } from '../../../../../shared/renewal/decide/context.ts';
import { BACK_OFF_MS, type Decision } from '../../../../../shared/renewal/decide/decision.ts';
import type { Facts } from '../../../../../shared/renewal/decide/facts.ts';
import { decideOrders } from '../../../../../shared/renewal/decide/orders.ts';
import type { Journal } from '../../../../../shared/renewal/journal.ts';
import type { OrderState } from '../../../../../shared/renewal/states/order-state.ts';
import {
  asked,
  contextOf,
  decided,
  EXPIRY,
  hidden,
  look,
  looks,
  NOW,
  offered,
  orders,
  reading,
  shown,
} from '../../../../support/facts-sample.ts';
import { journalOf, order, part } from '../../../../support/journal-sample.ts';

/** Nothing is done before a while is over. */
export const LATER = { waits: [NOW + BACK_OFF_MS] };

/** The order is read. */
export const READ_O1 = { asks: [{ kind: 'order', order: 'o1' }] } as const;

/** A permit that stands. */
export const NO_RISE = { stop: null, validUntil: NOW + 1 };

/** A chunk of one row, whose only order stands like that. */
export function one(state: OrderState, more: Partial<Journal> = {}): Journal {
  return journalOf(1, { parts: [part(0, [0], [order('o1', state)])], ...more });
}

/** What is decided of the orders of a journal. */
export function decisionOf(
  journal: Journal,
  facts: Partial<Facts> = {},
  more: Partial<Context> = {},
): Decision {
  return decided(decideOrders, contextOf(journal, facts, more));
}

/** Order o1 as it reads now; asked as the second thing of the run. */
export function reads(
  state: 'unpaid' | 'processing' | 'completed' | 'cancelled' | 'other',
  ago = 0,
) {
  return { orders: new Map([['o1', look(reading('o1', '10', { state }), asked(2, ago))]]) };
}

/** The order is not shown. */
export const HIDDEN = { orders: new Map([['o1', hidden(asked(2))]]) };

/** Order o1 of ten dollars for row 0, judged ready; made at tick 1, looked at as the 2nd thing. */
export const READY: Partial<Facts> = {
  orders: orders(reading('o1', '10')),
  discounts: new Map([['o1', offered()]]),
  rows: looks([0], shown(EXPIRY, {}, asked(2))),
  permit: { ...asked(3), ...NO_RISE },
};

/** Whether the job may still be worked on is asked. */
export const ASK_PERMIT = { asks: [{ kind: 'permit' }] } as const;

/** No discounts, asked for as that thing of the run. */
export function discountsAt(tick: number) {
  return new Map([['o1', offered([], asked(tick))]]);
}
