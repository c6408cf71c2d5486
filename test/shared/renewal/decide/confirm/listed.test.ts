import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../../../shared/renewal/decide/facts.ts';
import type { Silence } from '../../../../../shared/renewal/states/silence.ts';
import {
  asked,
  EXPIRY,
  looks,
  NOW,
  only,
  orders,
  reading,
  RENEWED,
  shown,
  unanswered,
} from '../../../../support/facts-sample.ts';
import { HOUR, decisionOf, several, completed } from './paid-orders.ts';

describe('paid orders from three on', () => {
  const list = { kind: 'paid orders', from: NOW - 3 * HOUR, to: NOW + HOUR } as const;
  const rows = { kind: 'resources', rows: [0, 1, 2] } as const;
  const two = { asks: ['o0', 'o1'].map((id) => ({ kind: 'order', order: id }) as const) };

  test('are read by the list, from an hour before the first call on', () => {
    expect(decisionOf(several(3))).toEqual(only({ asks: [list, rows] }));
  });

  test('are read one by one below that', () => {
    expect(decisionOf(several(2))).toEqual(
      only({ asks: [...two.asks, { kind: 'resources', rows: [0, 1] }] }),
    );
  });

  test('are read by id where the list does not show them', () => {
    const facts: Partial<Facts> = {
      paidList: asked(1),
      orders: orders(reading('o2', '10', { state: 'completed' })),
      rows: looks([0, 1, 2]),
    };

    expect(decisionOf(several(3), facts)).toEqual(only(two));
  });

  test('are read by id where the list shows none of them', () => {
    const ids = ['o0', 'o1', 'o2', 'o3'];
    const facts = { paidList: asked(1), rows: looks([0, 1, 2, 3]) };

    expect(decisionOf(several(4), facts)).toEqual(
      only({ asks: ids.map((id) => ({ kind: 'order', order: id }) as const) }),
    );
  });

  test.each<[string, Partial<Facts>, readonly Silence[]]>([
    ['in this run', { silent: new Set(['paid orders']) }, []],
    ['in one before', {}, [unanswered('paid orders')]],
  ])('are read by id where the list got no answer %s', (_, facts, silences) => {
    const ids = ['o0', 'o1', 'o2'];

    expect(decisionOf({ ...several(3), silences }, { ...facts, rows: looks([0, 1, 2]) })).toEqual(
      only({ asks: ids.map((id) => ({ kind: 'order', order: id }) as const) }),
    );
  });

  test('are read by the list again where one was paid since', () => {
    const facts: Partial<Facts> = {
      paidList: asked(1),
      changed: new Map([['order o1', 2]]),
      rows: looks([0, 1, 2], shown(EXPIRY, {}, asked(3))),
    };

    expect(decisionOf(several(3), facts)).toEqual(only({ asks: [list] }));
  });

  test('are confirmed each by itself', () => {
    const facts: Partial<Facts> = {
      orders: orders(...['o0', 'o1', 'o2'].map((id) => reading(id, '10', { state: 'completed' }))),
      rows: looks([0, 1, 2], shown(RENEWED)).set(1, shown(EXPIRY)),
    };

    expect(decisionOf(several(3), facts)).toEqual(only(completed(0, 2)));
  });
});
