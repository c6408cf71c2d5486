import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../../shared/renewal/decide/decision.ts';
import type { Facts } from '../../../../shared/renewal/decide/facts.ts';
import { firstAlone, firstUnderWay } from '../../../../shared/renewal/decide/first-alone.ts';
import { decideOrders } from '../../../../shared/renewal/decide/orders.ts';
import type { PayIntent } from '../../../../shared/renewal/events.ts';
import type { Journal } from '../../../../shared/renewal/journal.ts';
import type { OrderReading } from '../../../../shared/renewal/readings.ts';
import { LAG_MS } from '../../../../shared/renewal/rules/watched-rows.ts';
import {
  type OpenPayment,
  paymentUnderWay,
} from '../../../../shared/renewal/rules/first-payment.ts';
import type { Context } from '../../../../shared/renewal/decide/context.ts';
import type { OrderState } from '../../../../shared/renewal/states/order-state.ts';
import {
  asked,
  contextOf,
  decided,
  look,
  NOW,
  only,
  orders,
  payment,
  reading,
} from '../../../support/facts-sample.ts';
import { EVERY_STATE, order, part, pricedJournal, usd } from '../../../support/journal-sample.ts';

const SOON = NOW + 5_000;
const NO_DISCOUNT = '1 months, no discount, USD';
/** A payment of another chunk. */
const ELSEWHERE: OpenPayment = {
  order: 'x',
  kind: NO_DISCOUNT,
  compared: usd('10'),
  at: NOW,
  shows: true,
};

/** Orders o0, o1 and so on, each of a row of its own, standing like that. */
function standing(...states: readonly OrderState[]): Journal {
  const parts = states.map((state, row) => part(row, [row], [order(`o${row}`, state)]));
  return pricedJournal(states.length, { parts });
}

/** Payments that may go out, the ones marked with a discount. */
function ready(...discounted: readonly boolean[]): { readonly intent: PayIntent }[] {
  return discounted.map((sent, row) => {
    const discount = sent ? { id: 'd', type: 1 } : null;
    return { intent: { order: `o${row}`, rows: [row], compared: usd('10'), discount } };
  });
}

/** What is known of the job's other chunks: payments that are not done with. */
function jobWith(...payments: readonly OpenPayment[]): Facts['job'] {
  return { ...asked(), orders: new Set(), begun: true, tasks: 0, payments };
}

/** The payments that are sent, and what is decided beside them. */
function sentBy(context: Context, payments: readonly { readonly intent: PayIntent }[]) {
  let sent: readonly string[] = [];
  const decision = decided((at, draft) => {
    sent = firstAlone(at, draft, payments).map(({ intent }) => intent.order);
  }, context);
  return { sent, decision };
}

function sentOf(payments: readonly { readonly intent: PayIntent }[], facts: Partial<Facts>) {
  const states = payments.map((): OrderState => ({ kind: 'made' }));
  const context = contextOf(standing(...states), { chargesRead: [], job: jobWith(), ...facts });
  return sentBy(context, payments).sent;
}

describe('of the payments that may go out', () => {
  test('one goes alone while no charge of the job was read', () => {
    expect(sentOf(ready(false, false, false), {})).toEqual(['o0']);
  });

  test('all go once one was read', () => {
    expect(sentOf(ready(false, false, false), { chargesRead: [NO_DISCOUNT] })).toEqual([
      'o0',
      'o1',
      'o2',
    ]);
  });

  test('one with a discount goes alone beside those of the known kind', () => {
    const payments = ready(false, true, true, false);

    expect(sentOf(payments, { chargesRead: [NO_DISCOUNT] })).toEqual(['o0', 'o3', 'o1']);
  });

  test('one goes alone again where what was read was for another term or currency', () => {
    const chargesRead = ['12 months, no discount, USD', '1 months, no discount, CNY'];

    expect(sentOf(ready(false, false), { chargesRead })).toEqual(['o0']);
  });

  test('all go where an order of this chunk has completed', () => {
    const done = standing(EVERY_STATE.completed, EVERY_STATE.made, EVERY_STATE.made);
    const payments = ready(false, false, false).slice(1);

    expect(sentBy(contextOf(done, { chargesRead: [] }), payments).sent).toEqual(['o1', 'o2']);
  });

  test.each<[string, Facts['job'], Partial<Facts>, readonly string[], Partial<Decision>]>([
    [
      'none is the first before the other chunks of the job are known',
      null,
      {},
      [],
      { asks: [{ kind: 'job' }] },
    ],
    [
      'none goes while the first one of another chunk is unread, which is read',
      jobWith(ELSEWHERE),
      {},
      [],
      { asks: [{ kind: 'order', order: 'x' }] },
    ],
    [
      'none goes while that reads unpaid',
      jobWith(ELSEWHERE),
      { orders: orders(reading('x', '10')) },
      [],
      { waits: [SOON] },
    ],
    [
      'none goes while that reads dearer than it was compared',
      jobWith(ELSEWHERE),
      { orders: orders(reading('x', '10.01', { state: 'processing' })) },
      [],
      { waits: [SOON] },
    ],
    [
      'none goes while the first of another term is unread',
      jobWith({ ...ELSEWHERE, kind: '12 months, no discount, USD' }),
      {},
      [],
      { asks: [{ kind: 'order', order: 'x' }] },
    ],
    [
      'all go once the charge of that is read here',
      jobWith(ELSEWHERE),
      { orders: orders(reading('x', '10', { state: 'processing' })) },
      ['o0', 'o1'],
      {},
    ],
    [
      'one goes where the other one has shown nothing for a day',
      jobWith({ ...ELSEWHERE, at: NOW - 24 * 3_600_000 }),
      {},
      ['o0'],
      {},
    ],
    [
      'all go whatever is unread elsewhere, where their kind is known',
      jobWith({ ...ELSEWHERE, kind: '12 months, no discount, USD' }),
      { chargesRead: [NO_DISCOUNT] },
      ['o0', 'o1'],
      {},
    ],
  ])('%s', (_, job, facts, sent, decision) => {
    const context = contextOf(standing(EVERY_STATE.made, EVERY_STATE.made), {
      chargesRead: [],
      job,
      ...facts,
    });

    expect(sentBy(context, ready(false, false))).toEqual({ sent, decision: only(decision) });
  });
});

/** Order o0 reads so since its payment. */
function reads(more: Partial<OrderReading>, tick = 1): Partial<Facts> {
  return { orders: new Map([['o0', look(reading('o0', '10', more), asked(tick))]]) };
}

const PAYMENT = payment();
const PAID = { kind: 'paid', ...PAYMENT } as const;

function isUnderWay(state: OrderState, facts: Partial<Facts> = {}): boolean {
  const context = contextOf(standing(state), { chargesRead: [], ...facts });
  return firstUnderWay(context)?.id === 'o0';
}

describe('the first payment', () => {
  test.each(Object.values(EVERY_STATE))('is under way while its order is $kind', (state) => {
    const now = { ...state, at: NOW } as OrderState;

    expect(isUnderWay(now)).toBe(paymentUnderWay(state) !== null);
  });

  test('is over once it has shown nothing for a day', () => {
    expect(isUnderWay({ ...PAID, at: NOW - 24 * 3_600_000 })).toBe(false);
    expect(isUnderWay({ ...PAID, at: NOW - 24 * 3_600_000 + 1 })).toBe(true);
  });

  test.each<[string, boolean, Partial<Facts>]>([
    [
      'is over once its charge was read while it is processed',
      false,
      reads({ state: 'processing' }),
    ],
    [
      'is over once its charge was read of the completed order',
      false,
      reads({ state: 'completed' }),
    ],
    [
      'is over although the figures differ, where none is above what was compared',
      false,
      reads({ state: 'completed', charged: null, most: usd('10') }),
    ],
    ['goes on while the order reads unpaid', true, reads({ state: 'unpaid' })],
    ['goes on while the order is in passing', true, reads({ state: 'other' })],
    [
      'goes on where one of the figures is above what was compared',
      true,
      reads({ state: 'completed', charged: null, most: usd('10.01') }),
    ],
    [
      'goes on after a look from before the payment',
      true,
      { ...reads({ state: 'completed' }), changed: new Map([['order o0', 1]]) },
    ],
    ['is none where the kind was read before', false, { chargesRead: [NO_DISCOUNT] }],
  ])('%s', (_, expected, facts) => {
    expect(isUnderWay(PAID, facts)).toBe(expected);
  });

  test('goes on after its charge was read, where somebody else may have paid it', () => {
    expect(isUnderWay({ ...PAID, by: 'unknown' }, reads({ state: 'processing' }))).toBe(true);
  });

  test('is none of ours where somebody else has paid it', () => {
    expect(isUnderWay({ ...PAID, by: 'others' })).toBe(false);
  });

  test.each(['made', 'payable again', 'cancelling'] as const)(
    'may have taken effect while reads can lag, though its order is %s again',
    (kind) => {
      const tried = (ago: number): Journal => ({
        ...standing(EVERY_STATE[kind]),
        parts: [
          part(
            0,
            [0],
            [{ ...order('o0', EVERY_STATE[kind]), tried: { ...PAYMENT, at: NOW - ago } }],
          ),
        ],
      });
      const first = (ago: number): string | undefined =>
        firstUnderWay(contextOf(tried(ago), { chargesRead: [] }))?.id;

      expect(first(LAG_MS - 1)).toBe('o0');
      expect(first(LAG_MS)).toBeUndefined();
    },
  );

  test('is over where what was compared is rounded up to the cent, and no further', () => {
    const state = { ...PAID, compared: usd('9.994') };

    expect(isUnderWay(state, reads({ state: 'completed', most: usd('10.00') }))).toBe(false);
    expect(isUnderWay(state, reads({ state: 'completed', most: usd('10.01') }))).toBe(true);
  });
});

function decisionOf(one: Journal, facts: Partial<Facts>): Decision {
  return decided(decideOrders, contextOf(one, { chargesRead: [], ...facts }));
}

describe('while the first payment is under way', () => {
  const journal = standing(PAID, EVERY_STATE.made);

  test('its order is read, and no other is judged', () => {
    expect(decisionOf(journal, {})).toEqual(only({ asks: [{ kind: 'order', order: 'o0' }] }));
  });

  test('the others wait for its charge', () => {
    expect(decisionOf(journal, reads({ state: 'unpaid' }))).toEqual(only({ waits: [SOON] }));
  });

  test('no other is held up where none is to be paid', () => {
    expect(decisionOf(standing(PAID), {})).toEqual(only());
  });

  test('orders are cancelled and payments settled all the same', () => {
    const unclear = { kind: 'payment unclear', ...payment() } as const;
    const mixed = standing(PAID, unclear, EVERY_STATE.cancelling);

    expect(decisionOf(mixed, {})).toEqual(
      only({
        asks: [{ kind: 'order', order: 'o1' }],
        calls: [{ kind: 'cancel', order: 'o2' }],
      }),
    );
  });

  test('the others are judged once its charge was read', () => {
    const facts = { orders: orders(reading('o0', '10', { state: 'completed' })) };

    expect(decisionOf(journal, facts).asks).toEqual([
      { kind: 'order with discounts', order: 'o1' },
      { kind: 'resources', rows: [1] },
    ]);
  });
});
