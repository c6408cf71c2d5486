import type { Journal, JournalRow, Order, Part } from '../../shared/renewal/journal.ts';
import type { AttemptState } from '../../shared/renewal/states/attempt-state.ts';
import type { Work } from '../../shared/renewal/states/chunk-state.ts';
import type { Pricing } from '../../shared/renewal/states/row-state.ts';
import type {
  CancelReason,
  Cancelling,
  OrderState,
} from '../../shared/renewal/states/order-state.ts';
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
    pricing: { kind: 'together' },
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

/** The state of an order that is to be cancelled, not for a refusal of its payment. */
export function cancelling(because: CancelReason): Cancelling {
  return { kind: 'cancelling', because, refusal: null };
}

/** An accepted part of these rows, with these orders. */
export function part(
  number: number,
  rows: readonly number[],
  orders: readonly Order[] = [],
  attempt: AttemptState = { kind: 'accepted', at: 0 },
): Part {
  const expected = { list: null, price: usd(10 * rows.length) };
  return { number, kind: 'reserve', rows, expected, attempt, orders };
}

/** A refused part. */
export function refusedPart(number: number, rows: readonly number[]): Part {
  const refusal = { code: 'CBC.0', reason: asTold('No.') };
  return part(number, rows, [], { kind: 'refused', at: 0, refusal });
}

/** A journal with that many untouched rows. */
export function journalOf(rows: number, more: Partial<Journal> = {}): Journal {
  return {
    job: 'job0000001',
    chunk: 0,
    account: 'main',
    term: { unit: 'month', count: 1 },
    state: 'open',
    work: { kind: 'idle' },
    version: 0,
    nonce: '',
    claims: 0,
    rests: 0,
    waits: 0,
    savedAt: 0,
    continuations: 0,
    balance: null,
    left: null,
    rows: Array.from({ length: rows }, (_, position) => journalRow(position)),
    parts: [],
    ...more,
  };
}

/** The same, each row priced at ten dollars by the pre-flight. */
export function pricedJournal(rows: number, more: Partial<Journal> = {}): Journal {
  const priced = Array.from({ length: rows }, (_, position) =>
    journalRow(position, { price: usd('10') }),
  );
  return journalOf(rows, { rows: priced, ...more });
}

/** A payment of ten dollars. */
export const PAYMENT = { compared: usd('10.00'), discount: null, at: 0 };
/** A refusal as the journal keeps it. */
export const REFUSAL = { code: 'CBC.0', reason: asTold('No.') };

/** Who may work on a chunk, of every kind. */
export const EVERY_WORK: readonly Work[] = [
  { kind: 'idle' },
  { kind: 'leased', owner: 'me', until: 1 },
  { kind: 'backing off', until: 1 },
  { kind: 'resting', until: 1 },
];

/** How a row may be priced, of every kind. */
export const EVERY_PRICING: readonly Pricing[] = [
  { kind: 'together' },
  { kind: 'alone' },
  { kind: 'busy', since: 1, alone: false },
  { kind: 'busy', since: 1, alone: true },
  { kind: 'watched', since: 1, order: 'o1', why: 'cancelled by somebody' },
];

/** An attempt state of every kind. */
export const EVERY_ATTEMPT: Readonly<Record<AttemptState['kind'], AttemptState>> = {
  intended: { kind: 'intended', at: 0, by: 'me' },
  unclear: { kind: 'unclear', at: 0, why: 'timeout' },
  seeking: { kind: 'seeking', at: 0, why: 'locked' },
  naming: { kind: 'naming', at: 0, why: 'locked' },
  accepted: { kind: 'accepted', at: 0 },
  refused: { kind: 'refused', at: 0, refusal: REFUSAL },
  busy: { kind: 'busy', at: 0, refusal: REFUSAL },
  'refused alone': { kind: 'refused alone', at: 0, refusal: REFUSAL },
  settled: { kind: 'settled', at: 0 },
  'left to a person': { kind: 'left to a person', at: 0 },
  released: { kind: 'released', at: 0 },
};

/** An order state of every kind. */
export const EVERY_STATE: Readonly<Record<OrderState['kind'], OrderState>> = {
  made: { kind: 'made' },
  'payable again': { kind: 'payable again', refusal: REFUSAL },
  paying: { kind: 'paying', ...PAYMENT },
  'paying again': { kind: 'paying again', ...PAYMENT, refusal: REFUSAL },
  'payment unclear': { kind: 'payment unclear', ...PAYMENT },
  'payment refused': { kind: 'payment refused', ...PAYMENT, refusal: REFUSAL },
  'payment declined': { kind: 'payment declined', ...PAYMENT, refusal: null },
  paid: { kind: 'paid', ...PAYMENT },
  overcharged: { kind: 'overcharged', ...PAYMENT, charged: usd('12.00') },
  completed: {
    kind: 'completed',
    compared: usd('10.00'),
    discount: null,
    charged: usd('10.00'),
  },
  cancelling: { kind: 'cancelling', because: 'expiry moved', refusal: null },
  cancelled: { kind: 'cancelled', because: 'expiry moved', at: 0 },
  'for review': { kind: 'for review', why: asTold('Nobody knows.'), charged: null },
};
