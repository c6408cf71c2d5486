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
  hidden,
  look,
  NOW,
  reading,
} from '../../../../support/facts-sample.ts';
import { pricedJournal, order, part } from '../../../../support/journal-sample.ts';

/** To be gone on with in a while. */
export const LATER = { waits: [NOW + BACK_OFF_MS] };
/** Order o1 is read. */
export const READ_O1 = { asks: [{ kind: 'order', order: 'o1' }] } as const;
/** The job may be worked on. */
export const NO_RISE = { stop: null, validUntil: NOW + 1 };

/** A chunk of one row, whose only order stands like that. */
export function one(state: OrderState, more: Partial<Journal> = {}): Journal {
  return pricedJournal(1, { parts: [part(0, [0], [order('o1', state)])], ...more });
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

/** Order o1 is not shown. */
export const HIDDEN = { orders: new Map([['o1', hidden(asked(2))]]) };
