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
  unanswered,
} from '../../../../support/facts-sample.ts';
import { reason } from '../../../../../shared/reasons/reason.ts';
import type { Silence } from '../../../../../shared/renewal/states/silence.ts';
import { EVERY_STATE, journalOf, order, part, usd } from '../../../../support/journal-sample.ts';
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

describe('a row of a completed order of which no answer comes', () => {
  const OVER = { rows: [1], tries: 9, heard: NOW } as const;
  const givenUp: Partial<Decision> = {
    events: [
      {
        kind: 'given up',
        overdue: {
          order: 'o0',
          charged: usd('10'),
          why: reason('paid-row-not-shown', { order: 'o0' }),
          expiries: new Map([[0, RENEWED]]),
        },
      },
    ],
  };

  test.each<[string, Partial<Silence>, number | null, Partial<Decision>]>([
    ['is a person’s in the end, and the others are renewed', {}, RENEWED, givenUp],
    ['is waited for before the patience with it is over', { heard: null }, RENEWED, {}],
    ['is waited for while another one does not show a later expiry', {}, EXPIRY, {}],
  ])('%s', (_, more, expiry, expected) => {
    const silences = [unanswered('resources', { ...OVER, ...more })];
    const journal = journalOf(2, { silences, parts: [part(0, [0, 1], [paid('o0', [0, 1])])] });
    const rows = looks([0], shown(expiry));

    expect(decisionOf(journal, { ...seen('completed'), rows })).toEqual(only(expected));
  });

  test('is waited for where another order of its call may hold it', () => {
    const silences = [unanswered('resources', OVER)];
    const both = [paid('o0', null), paid('o1', null)];
    const journal = journalOf(2, { silences, parts: [part(0, [0, 1], both)] });
    const all = orders(
      reading('o0', '10', { state: 'completed' }),
      reading('o1', '10', { state: 'completed' }),
    );

    expect(decisionOf(journal, { orders: all, rows: looks([0], shown(RENEWED)) })).toEqual(only());
  });
});
