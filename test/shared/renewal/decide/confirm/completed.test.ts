import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../../../shared/renewal/decide/decision.ts';
import type { Facts } from '../../../../../shared/renewal/decide/facts.ts';
import {
  asked,
  EXPIRY,
  hidden,
  look,
  looks,
  NOW,
  only,
  orders,
  reading,
  RENEWED,
  shown,
} from '../../../../support/facts-sample.ts';
import { EVERY_STATE, journalOf, order, part } from '../../../../support/journal-sample.ts';
import { paid, decisionOf, several, ONE, seen, completed, UNDONE } from './paid-orders.ts';

describe('a paid order', () => {
  test.each<[string, Partial<Facts>, Partial<Decision>]>([
    [
      'is read beside the look at its rows',
      {},
      {
        asks: [
          { kind: 'order', order: 'o0' },
          { kind: 'resources', rows: [0] },
        ],
      },
    ],
    [
      'is read again after what was read before its payment',
      { ...seen('completed'), changed: new Map([['order o0', 1]]) },
      {
        asks: [
          { kind: 'order', order: 'o0' },
          { kind: 'resources', rows: [0] },
        ],
      },
    ],
    [
      'has its rows looked at again after a look from before its payment',
      {
        orders: new Map([['o0', look(reading('o0', '10', { state: 'completed' }), asked(2))]]),
        rows: looks([0], shown(RENEWED, {}, asked(1))),
        changed: new Map([['order o0', 1]]),
      },
      { asks: [{ kind: 'resources', rows: [0] }] },
    ],
    [
      'that is not completed yet needs no look at its rows',
      { orders: orders(reading('o0', '10', { state: 'processing' })) },
      {},
    ],
    [
      'that is completed has renewed the rows that show a later expiry',
      seen('completed'),
      completed(0),
    ],
    ['that is completed waits for a later expiry', seen('completed', EXPIRY), {}],
    ['stays paid while it is processed, though an expiry has moved', seen('processing'), {}],
    [
      'stays paid while it is not shown',
      { orders: new Map([['o0', hidden()]]), rows: looks([0]) },
      {},
    ],
    ['stays paid while it reads unpaid: that is no proof', seen('unpaid'), {}],
    ['that reads cancelled is left to a person', seen('cancelled'), UNDONE],
    ['stays paid while it reads neither: it is in passing', seen('other'), {}],
  ])('%s', (_, facts, expected) => {
    expect(decisionOf(ONE, facts)).toEqual(only(expected));
  });

  test.each(['made', 'paying', 'payment unclear', 'cancelling', 'completed', 'cancelled'] as const)(
    'is none that is %s',
    (kind) => {
      const parts = [part(0, [0], [order('o0', EVERY_STATE[kind])])];

      expect(decisionOf(journalOf(1, { parts }), seen('completed'))).toEqual(only());
    },
  );

  test('has not renewed part of its proven rows: it waits for all of them', () => {
    const journal = journalOf(2, { parts: [part(0, [0, 1], [paid('o0', [0, 1])])] });
    const rows = looks([0], shown(RENEWED)).set(1, shown(EXPIRY));

    expect(decisionOf(journal, { ...seen('completed'), rows })).toEqual(only());
  });
});

describe('the silence of a question', () => {
  test('about one order leaves the others going on', () => {
    const facts: Partial<Facts> = {
      orders: orders(reading('o0', '10', { state: 'completed' })),
      rows: looks([0, 1], shown(RENEWED)),
      silent: new Set(['order o1']),
    };

    expect(decisionOf(several(2), facts)).toEqual(only({ ...completed(0), waits: [NOW + 30_000] }));
  });
});
