import { reason } from '../../../../../shared/reasons/reason.ts';
import { decideConfirm } from '../../../../../shared/renewal/decide/confirm/confirm.ts';
import type { Decision } from '../../../../../shared/renewal/decide/decision.ts';
import type { Facts } from '../../../../../shared/renewal/decide/facts.ts';
import type { Journal, Order } from '../../../../../shared/renewal/journal.ts';
import {
  contextOf,
  decided,
  looks,
  NOW,
  orders,
  payment,
  reading,
  RENEWED,
  shown,
} from '../../../../support/facts-sample.ts';
import { journalOf, part, usd } from '../../../../support/journal-sample.ts';

/** In milliseconds. */
export const HOUR = 3_600_000;

/** A paid order of these rows. */
export function paid(id: string, rows: readonly number[] | null, compared = '10'): Order {
  return { id, rows, state: { kind: 'paid', ...payment(0, compared) } };
}

/** What is decided of the paid orders of a journal. */
export function decisionOf(journal: Journal, facts: Partial<Facts> = {}): Decision {
  return decided(decideConfirm, contextOf(journal, facts));
}

/** So many paid orders o0, o1 and so on, each of one row of its own. */
export function several(many: number): Journal {
  const parts = Array.from({ length: many }, (_, row) => {
    const attempt = { kind: 'accepted', at: NOW - row * HOUR } as const;
    return part(row, [row], [paid(`o${row}`, [row])], attempt);
  });
  return journalOf(many, { parts });
}

/** One of them. */
export const ONE = several(1);

/** Order o0 reads so; row 0 shows this expiry. */
export function seen(
  state: 'unpaid' | 'processing' | 'completed' | 'cancelled' | 'other',
  expiry = RENEWED,
  amount = '10',
): Partial<Facts> {
  return { orders: orders(reading('o0', amount, { state })), rows: looks([0], shown(expiry)) };
}

/** The orders of these rows have renewed them. */
export function completed(...rows: readonly number[]): Partial<Decision> {
  return {
    events: rows.map((row) => ({
      kind: 'completed',
      orders: [{ order: `o${row}`, charged: usd('10') }],
      rows: [row],
      expiries: new Map([[row, RENEWED]]),
      why: reason('renewed'),
    })),
  };
}

/** Order o0 was paid and then undone. */
export const UNDONE = {
  events: [
    { kind: 'left to a person', order: 'o0', why: reason('payment-undone', { order: 'o0' }) },
  ],
} as const;
