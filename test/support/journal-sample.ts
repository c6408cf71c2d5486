import type { Journal, JournalRow, Order, OrderState, Part } from '../../shared/renewal/journal.ts';
import { money, type Money } from '../../shared/values/money.ts';
import { asTold } from '../../shared/reasons/reason.ts';

/** US dollars. */
export function usd(amount: string | number): Money {
  return money(amount, 'USD');
}

/** A row of a journal on which nothing was done yet. */
export function journalRow(position: number, more: Partial<JournalRow> = {}): JournalRow {
  return {
    position,
    resourceId: `r${position}`,
    approved: usd('10.00'),
    expiry: { day: '2026-12-20', time: '23:59:59' },
    rung: 100,
    priceAlone: false,
    price: null,
    list: null,
    outcome: null,
    ...more,
  };
}

/** An order that nothing is proven of. */
export function order(id: string, state: OrderState = { kind: 'made' }): Order {
  return { id, rows: null, state };
}

/** An answered part of these rows, with these orders. */
export function part(
  number: number,
  rows: readonly number[],
  orders: readonly Order[] = [],
  renew: Part['renew'] = { kind: 'answered', at: 0, refusal: null },
): Part {
  return { number, rows, expected: { list: null, price: usd(10 * rows.length) }, renew, orders };
}

/** A refused part. */
export function refusedPart(number: number, rows: readonly number[]): Part {
  const refusal = { code: 'CBC.0', reason: asTold('No.') };
  return part(number, rows, [], { kind: 'answered', at: 0, refusal });
}

/** A journal with that many untouched rows. */
export function journalOf(rows: number, more: Partial<Journal> = {}): Journal {
  return {
    job: 'job0000001',
    chunk: 0,
    account: 'main',
    term: { unit: 'month', count: 1 },
    state: 'open',
    lease: null,
    version: 0,
    nonce: '',
    claims: 0,
    savedAt: 0,
    again: null,
    continuations: 0,
    balance: null,
    rows: Array.from({ length: rows }, (_, position) => journalRow(position)),
    parts: [],
    ...more,
  };
}

const PAYMENT = { compared: usd('10.00'), discount: null, at: 0 };

/** An order state of every kind. */
export const EVERY_STATE: Readonly<Record<OrderState['kind'], OrderState>> = {
  made: { kind: 'made' },
  paying: { kind: 'paying', ...PAYMENT },
  paid: { kind: 'paid', ...PAYMENT },
  completed: { kind: 'completed', compared: usd('10.00'), charged: usd('10.00') },
  cancelling: { kind: 'cancelling', because: 'expiry moved' },
  cancelled: { kind: 'cancelled', because: 'expiry moved' },
  unclear: { kind: 'unclear', why: asTold('Nobody knows.') },
};
