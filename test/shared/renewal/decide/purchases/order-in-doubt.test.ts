import { describe, expect, test } from 'vitest';
import { BACK_OFF_MS, type Decision } from '../../../../../shared/renewal/decide/decision.ts';
import type { Facts, OrderLook } from '../../../../../shared/renewal/decide/facts.ts';
import { decideConfirm } from '../../../../../shared/renewal/decide/confirm/confirm.ts';
import { decideOrders } from '../../../../../shared/renewal/decide/orders.ts';
import { apply } from '../../../../../shared/renewal/apply.ts';
import { interimOutcome } from '../../../../../shared/renewal/books/interim-outcome.ts';
import type { OrderReading } from '../../../../../shared/renewal/readings.ts';
import type { OrderState } from '../../../../../shared/renewal/states/order-state.ts';
import { asTold, reason } from '../../../../../shared/reasons/reason.ts';
import type { Part } from '../../../../../shared/renewal/journal.ts';
import {
  asked,
  decided,
  EXPIRY,
  hidden,
  look,
  looks,
  NOW,
  only,
  payment,
  reading,
  refusalOf,
  RENEWED,
  SETTLE_AFTER,
  shown,
} from '../../../../support/facts-sample.ts';
import { pricedJournal, usd } from '../../../../support/journal-sample.ts';
import { atOnce, bought, boughtWith, inDoubt, seen } from '../../../../support/purchase-sample.ts';

const HOUR = 3_600_000;

/** The order of row 0's call, which is not known to be paid, as it is read as the second thing of the run. */
function decisionOf(order: OrderLook | null, facts: Partial<Facts> = {}, ago = 60_000): Decision {
  const parts = [
    { ...boughtWith(inDoubt(ago)), attempt: { kind: 'accepted', at: NOW - ago } as const },
  ];
  const orders = new Map(order === null ? [] : [['o0', order]]);
  return decided(decideOrders, atOnce(pricedJournal(1, { parts }), { orders, ...facts }));
}

function reads(state: OrderReading['state'], more: Partial<OrderReading> = {}): OrderLook {
  return look(reading('o0', '10', { state, ...more }), asked(2));
}

/** Row 0 with that expiry, read after the order. */
function rowAt(expiry: number): Partial<Facts> {
  return { rows: looks([0], { ...seen({}, 0, expiry), tick: 3 }) };
}

describe('the order of a call that pays at once', () => {
  test('is read: its number is no proof of payment', () => {
    expect(decisionOf(null)).toEqual(only({ asks: [{ kind: 'order', order: 'o0' }] }));
  });

  test.each(['processing', 'completed'] as const)('that reads %s is paid', (state) => {
    expect(decisionOf(reads(state)).events).toEqual([{ kind: 'payment seen', order: 'o0' }]);
  });

  test('that reads unpaid may be about to be paid', () => {
    expect(decisionOf(reads('unpaid'), {}, SETTLE_AFTER - 1)).toEqual(only({ waits: [NOW + 1] }));
    expect(decisionOf(reads('unpaid')).events).toEqual([{ kind: 'payment not made', order: 'o0' }]);
  });

  test('that stays unpaid is never paid: it is taken back', () => {
    const journal = pricedJournal(1, { parts: [boughtWith({ kind: 'made' })] });

    expect(decided(decideOrders, atOnce(journal)).events).toMatchObject([
      { kind: 'cancel decided', order: 'o0', because: 'left unpaid' },
    ]);
  });

  test.each([
    ['is not shown', hidden(asked(2))],
    ['reads neither', reads('other')],
  ] as const)(
    "that %s is looked at for as long as a renewal is confirmed, then a person's",
    (_, order) => {
      expect(decisionOf(order)).toEqual(only({ waits: [NOW + BACK_OFF_MS] }));
      expect(decisionOf(order, {}, 24 * HOUR).events).toMatchObject([
        { kind: 'left to a person', order: 'o0', why: { id: 'order-in-unknown-state' } },
      ]);
    },
  );
});

describe('one that was not carried out', () => {
  test('counts only with a look at its row after that', () => {
    const asks = [{ kind: 'resources', rows: [0] }] as const;

    expect(decisionOf(reads('cancelled'))).toEqual(only({ asks }));
    expect(decisionOf(reads('cancelled'), { rows: looks([0], seen()) })).toEqual(only({ asks }));
  });

  test.each([
    ['says nothing more', undefined, 'not carried out'],
    ['says that the resource is the reason', refusalOf('row'), 'not carried out'],
    ['says that the money is the reason', refusalOf('suspend'), 'left unpaid'],
  ] as const)('and %s', (_, failure, because) => {
    const { events } = decisionOf(reads('cancelled', { failure }), rowAt(EXPIRY));

    expect(events.at(-1)).toMatchObject({ kind: 'cancelled', order: 'o0', because });
    // With its end, so that nothing is sent before the job is suspended.
    expect(events.map(({ kind }) => kind).includes('account refused')).toBe(
      because === 'left unpaid',
    );
  });

  test.each([
    ['as the account was', 'no-means-of-payment', 'left unpaid'],
    ['for itself', 'term-not-offered', 'not carried out'],
  ] as const)('of a call that was refused %s (%s): %s', (_, id, because) => {
    const refusal = { code: 'NO', reason: reason(id) };
    const part: Part = {
      ...boughtWith(inDoubt()),
      attempt: { kind: 'refused', at: NOW - 60_000, refusal },
    };
    const refused = { epoch: 1, reason: reason('no-means-of-payment') };
    const journal = { ...pricedJournal(1, { parts: [part] }), refused };
    const orders = new Map([['o0', reads('cancelled')]]);

    // That the account was refused is kept with the call's answer.
    expect(decided(decideOrders, atOnce(journal, { orders, ...rowAt(EXPIRY) })).events).toEqual([
      { kind: 'cancelled', order: 'o0', because, at: NOW, refusal: undefined },
    ]);
  });

  test("is a person's where the expiry has moved all the same", () => {
    expect(decisionOf(reads('cancelled'), rowAt(RENEWED)).events).toMatchObject([
      { kind: 'left to a person', why: { id: 'not-carried-out-yet-moved' } },
    ]);
  });

  test.each([
    ['not carried out', { outcome: 'not renewable', code: 'NO', order: 'o0' }],
    ['left unpaid', null],
  ] as const)('%s: what becomes of its row', (because, outcome) => {
    const journal = pricedJournal(1, { parts: [boughtWith(inDoubt())] });
    const refusal = { code: 'NO', reason: asTold('No.') };
    const after = apply(journal, { kind: 'cancelled', order: 'o0', because, at: NOW, refusal });

    expect(after.rows).toMatchObject([{ outcome }]);
  });
});

describe('a paid one', () => {
  const paid: OrderState = { kind: 'paid', ...payment() };

  function confirmed(order: Partial<OrderReading>, expiry: number, more = {}): Decision {
    const journal = pricedJournal(1, { parts: [boughtWith(paid)] });
    const orders = new Map([['o0', reads('completed', order)]]);
    const row = { ...shown(expiry, more), ...asked(3) };
    return decided(decideConfirm, atOnce(journal, { orders, rows: looks([0], row) }));
  }

  test.each([
    ['has not moved', EXPIRY, false],
    ['has moved by less than its term', EXPIRY + 10 * 86_400_000, false],
    ['has moved by its term', RENEWED, true],
    ['has moved by more, for somebody renewed it beside us', RENEWED + 31 * 86_400_000, true],
  ])('renews its row when the expiry %s: %s %s', (_, expiry, renewed) => {
    const kinds = confirmed({}, expiry).events.map(({ kind }) => kind);

    expect(kinds).toEqual(renewed ? ['completed'] : []);
  });

  test.each([
    ['as it was approved', { charged: usd(10) }, {}, 'renewed'],
    ['without a charge that is told', { charged: null }, {}, 'renewed-not-priced'],
    ['although it was to end', { charged: usd(10) }, { ends: true }, 'renewed-though-ending'],
  ] as const)('is told %s', (_, order, resource, id) => {
    expect(confirmed(order, RENEWED, resource).events).toMatchObject([{ why: { id } }]);
  });

  test('keeps the tax that was taken beside its charge', () => {
    const { events } = confirmed({ charged: usd(10), tax: usd('0.90') }, RENEWED);

    expect(events).toMatchObject([
      { orders: [{ order: 'o0', charged: usd(10), tax: usd('0.90') }] },
    ]);
  });

  test('that was charged above its approval holds the account', () => {
    const { calls } = confirmed({ charged: usd('10.01'), most: usd('10.01') }, RENEWED);

    expect(calls).toMatchObject([{ kind: 'hold account', told: { charged: usd('10.01') } }]);
  });
});

test.each([
  ['intended', { kind: 'intended', at: NOW, by: 'me' }],
  ['unclear', { kind: 'unclear', at: NOW, why: 'timeout' }],
] as const)(
  'a call that is %s may have spent: its row is never called "not attempted"',
  (_, attempt) => {
    const journal = pricedJournal(1, { parts: [bought(0, 0, attempt)] });

    expect(interimOutcome(journal, 0, true)).toMatchObject({
      outcome: 'needs review',
      reason: { id: 'purchase-not-clear' },
    });
  },
);
