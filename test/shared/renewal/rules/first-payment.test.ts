import { describe, expect, test } from 'vitest';
import type { Journal } from '../../../../shared/renewal/journal.ts';
import {
  chargeKind,
  chargesRead,
  openPayments,
  paymentUnderWay,
} from '../../../../shared/renewal/rules/first-payment.ts';
import type { OrderState } from '../../../../shared/renewal/states/order-state.ts';
import type { Money } from '../../../../shared/values/money.ts';
import {
  EVERY_ATTEMPT,
  EVERY_STATE,
  journalOf,
  order,
  part,
  usd,
} from '../../../support/journal-sample.ts';
import { payment } from '../../../support/facts-sample.ts';
import { bought, boughtWith } from '../../../support/purchase-sample.ts';

const MONTH = { unit: 'month', count: 1 } as const;
const DISCOUNT = { id: 'd', type: 2 };

describe('charges come about in the same way', () => {
  test.each([
    [
      'of a year and of twelve months',
      { unit: 'year', count: 1 } as const,
      { unit: 'month', count: 12 } as const,
    ],
  ])('%s', (_, one, other) => {
    expect(chargeKind(one, null, 'USD')).toBe(chargeKind(other, null, 'USD'));
  });

  test('with two discounts of one kind', () => {
    expect(chargeKind(MONTH, DISCOUNT, 'USD')).toBe(
      chargeKind(MONTH, { ...DISCOUNT, id: 'e' }, 'USD'),
    );
  });
});

describe('charges come about in another way', () => {
  const known = chargeKind(MONTH, DISCOUNT, 'USD');

  test.each([
    ['for another term', chargeKind({ unit: 'month', count: 2 }, DISCOUNT, 'USD')],
    ['without a discount', chargeKind(MONTH, null, 'USD')],
    ['with a discount of another kind', chargeKind(MONTH, { ...DISCOUNT, type: 3 }, 'USD')],
    ['in another currency', chargeKind(MONTH, DISCOUNT, 'CNY')],
  ])('%s', (_, other) => {
    expect(other).not.toBe(known);
  });
});

function journal(...states: readonly OrderState[]): Journal {
  return journalOf(1, {
    parts: [
      part(
        0,
        [0],
        states.map((state, i) => order(`o${i}`, state)),
      ),
    ],
  });
}

describe('the charges that were read of a chunk', () => {
  test('are those of its completed orders, each kind once', () => {
    const { completed } = EVERY_STATE;

    expect(chargesRead(journal(completed, completed))).toEqual(['1 months, no discount, USD']);
  });

  test.each<[string, Money | null, boolean]>([
    ['rounded up to the cent', usd('10.00'), true],
    ['less than was compared', usd('9.00'), true],
    ['more than was compared, which a person has resumed after', usd('10.01'), false],
    ['not known', null, false],
  ])('where what was charged is %s: %o', (_, charged, counts) => {
    const compared = usd('9.996');
    const completed = { ...EVERY_STATE.completed, compared, charged } as OrderState;

    expect(chargesRead(journal(completed))).toHaveLength(counts ? 1 : 0);
  });

  test.each<[string, Money | null, boolean]>([
    ['within its approval, though dearer than its price before', usd('10.00'), true],
    ['above its approval, which a person has resumed after', usd('10.01'), false],
    ['told by nobody', null, true],
  ])('of what pays at once and was charged %s: %o', (_, charged, counts) => {
    const compared = usd('9.00');
    const state = { ...EVERY_STATE.completed, compared, charged } as OrderState;
    const kinds = counts ? ['ECS, 1 months, no discount, USD'] : [];

    expect(chargesRead(journalOf(1, { parts: [boughtWith(state)] }))).toEqual(kinds);
  });

  test('are none of an order that somebody else has paid', () => {
    const state = { ...EVERY_STATE.completed, compared: null } as OrderState;

    expect(chargesRead(journal(state))).toEqual([]);
  });

  test.each(Object.values(EVERY_STATE).filter(({ kind }) => kind !== 'completed'))(
    'are none of an order that is $kind',
    (state) => {
      expect(chargesRead(journal(state))).toEqual([]);
    },
  );
});

describe('the payment of an order', () => {
  test.each(Object.values(EVERY_STATE))('is under way or not while it is $kind', (state) => {
    const before = ['made', 'payable again', 'completed', 'cancelling', 'cancelled', 'for review'];

    expect(paymentUnderWay(state) === null).toBe(before.includes(state.kind));
  });
});

describe('the payments of a chunk that are not done with', () => {
  const kind = '1 months, no discount, USD';

  test.each(Object.values(EVERY_STATE))('of an order that is $kind', (state) => {
    const payment = paymentUnderWay(state);
    const { compared, at } = payment ?? {};

    expect(openPayments(journal(state))).toEqual(
      payment === null ? [] : [{ order: 'o0', kind, compared, at, shows: true }],
    );
  });

  test('of an order that perhaps somebody else has paid, which shows nothing of ours', () => {
    const paid = { kind: 'paid', ...payment(), by: 'unknown' } as const;

    expect(openPayments(journal(paid))).toMatchObject([{ order: 'o0', kind, shows: false }]);
  });

  test('none of an order that somebody else has paid', () => {
    expect(openPayments(journal({ kind: 'paid', ...payment(), by: 'others' }))).toEqual([]);
  });

  test.each([
    ['whose order is paid', boughtWith({ kind: 'paid', ...payment() }), true],
    ['that has no answer', bought(0, 0, EVERY_ATTEMPT.intended), true],
    ['whose order is closed', boughtWith(EVERY_STATE.completed), false],
  ])('of a call that pays at once, %s, of its product', (_, call, open) => {
    const kinds = openPayments(journalOf(1, { parts: [call] })).map((one) => one.kind);

    expect(kinds).toEqual(open ? [`ECS, ${kind}`] : []);
  });
});
