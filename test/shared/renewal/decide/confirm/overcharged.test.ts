import { describe, expect, test } from 'vitest';
import { reason } from '../../../../../shared/reasons/reason.ts';
import type { Decision } from '../../../../../shared/renewal/decide/decision.ts';
import type { Facts } from '../../../../../shared/renewal/decide/facts.ts';
import type { Journal } from '../../../../../shared/renewal/journal.ts';
import {
  looks,
  only,
  orders,
  payment,
  reading,
  RENEWED,
  shown,
} from '../../../../support/facts-sample.ts';
import { display } from '../../../../../shared/values/money.ts';
import { journalOf, part, usd } from '../../../../support/journal-sample.ts';
import { decisionOf, several, ONE, seen, completed } from './paid-orders.ts';

function hold(charged: string, compared = '10'): Partial<Decision> {
  return {
    calls: [
      {
        kind: 'hold account',
        reason: reason('charged-above-compared', {
          order: 'o0',
          charged,
          currency: 'USD',
          compared: display(usd(compared)),
        }),
        orders: [{ order: 'o0', charged: usd(charged) }],
        told: { order: 'o0', charged: usd(charged), compared: usd(compared) },
      },
    ],
  };
}

function overcharged(charged: string): Journal {
  const state = { kind: 'overcharged', ...payment(), charged: usd(charged) } as const;
  return journalOf(1, { parts: [part(0, [0], [{ id: 'o0', rows: [0], state }])] });
}

function charging(charged: string): Partial<Facts> {
  return {
    orders: orders(reading('o0', '10', { state: 'processing', charged: null, most: usd(charged) })),
    rows: looks([0]),
  };
}

describe('an order that was charged above what was compared', () => {
  test.each(['completed', 'processing'] as const)(
    'holds the account before anything else is recorded, though it is %s',
    (state) => {
      expect(decisionOf(ONE, seen(state, RENEWED, '10.01'))).toEqual(only(hold('10.01')));
    },
  );

  test('counts the highest of the figures that the provider gives', () => {
    expect(decisionOf(ONE, charging('10.50'))).toEqual(only(hold('10.50')));
    expect(decisionOf(ONE, charging('9.99'))).toEqual(only());
  });

  test.each<[string, string, string, Partial<Decision>]>([
    ['holds it once: what was told is not told again', '10.01', '10.01', completed(0)],
    ['is not told again where less is charged since', '12.00', '11', completed(0)],
    ['is told again where more is charged since', '10.01', '10.02', hold('10.02')],
  ])('%s', (_, told, charged, expected) => {
    const decision = decisionOf(overcharged(told), seen('completed', RENEWED, charged));

    expect(decision.calls).toEqual(expected.calls ?? []);
    expect(decision.events.map(({ kind }) => kind)).toEqual(
      (expected.events ?? []).map(({ kind }) => kind),
    );
  });

  test('is told with all others that were', () => {
    const facts = {
      orders: orders(
        reading('o0', '11', { state: 'completed' }),
        reading('o1', '12', { state: 'processing' }),
      ),
      rows: looks([0, 1], shown(RENEWED)),
    };

    expect(decisionOf(several(2), facts).calls).toMatchObject([
      {
        kind: 'hold account',
        orders: [
          { order: 'o0', charged: usd('11') },
          { order: 'o1', charged: usd('12') },
        ],
        told: { order: 'o0' },
      },
    ]);
  });

  test.each([
    ['10.00', 0],
    ['10.01', 1],
  ])('of 9.994 may be charged %s, rounded up to the cent: %i holds', (charged, holds) => {
    const state = { kind: 'paid', ...payment(), compared: usd('9.994') } as const;
    const compared = journalOf(1, { parts: [part(0, [0], [{ id: 'o0', rows: [0], state }])] });

    expect(decisionOf(compared, seen('completed', RENEWED, charged)).calls).toHaveLength(holds);
  });

  test('is no reason to hold where it was charged less', () => {
    expect(decisionOf(ONE, seen('completed', RENEWED, '9.99')).calls).toEqual([]);
  });
});
