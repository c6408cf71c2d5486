import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../../../shared/renewal/decide/facts.ts';
import type { Journal, Order } from '../../../../../shared/renewal/journal.ts';
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
} from '../../../../support/facts-sample.ts';
import {
  EVERY_STATE,
  journalOf,
  journalRow,
  order,
  part,
  usd,
} from '../../../../support/journal-sample.ts';
import { HOUR, paid, decisionOf, several, completed } from './paid-orders.ts';

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

/** Two orders of one call for three rows of ten dollars each. */
function unproven(second: Order = paid('o1', null)): Journal {
  const rows = [0, 1, 2].map((row) => journalRow(row, { price: usd('10') }));
  return journalOf(0, { rows, parts: [part(0, [0, 1, 2], [paid('o0', null, '20'), second])] });
}

describe('orders whose rows nothing tells apart', () => {
  const both = [
    reading('o0', '20', { state: 'completed' }),
    reading('o1', '10', { state: 'completed' }),
  ];
  const together = [
    { order: 'o0', charged: usd('20') },
    { order: 'o1', charged: usd('10') },
  ];

  test('are confirmed together once all of their rows have moved', () => {
    const facts = { orders: orders(...both), rows: looks([0, 1, 2], shown(RENEWED)) };

    expect(decisionOf(unproven(), facts).events).toEqual([
      {
        kind: 'completed',
        orders: together,
        rows: [0, 1, 2],
        expiries: new Map([0, 1, 2].map((row) => [row, RENEWED])),
      },
    ]);
  });

  test('wait for one another', () => {
    const processing = { ...both[1]!, state: 'processing' } as const;
    const facts = {
      orders: orders(both[0]!, processing),
      rows: looks([0, 1, 2], shown(RENEWED)),
    };

    expect(decisionOf(unproven(), facts)).toEqual(only());
  });

  test.each([
    ['unpaid', EVERY_STATE.made],
    ['being cancelled', EVERY_STATE.cancelling],
  ])('wait for one that is %s', (_, state) => {
    const facts = { orders: orders(both[0]!), rows: looks([0, 1, 2], shown(RENEWED)) };

    expect(decisionOf(unproven(order('o1', state)), facts)).toEqual(only());
  });

  test.each([
    ['have renewed the rows that moved, where these cost what was charged', '20', [0, 1]],
    ['have renewed none, where these cost something else', '15', null],
  ])('%s', (_, charged, renewed) => {
    const cancelled = order('o1', EVERY_STATE.cancelled);
    const facts = {
      orders: orders(reading('o0', charged, { state: 'completed' })),
      rows: looks([0, 1], shown(RENEWED)).set(2, shown(EXPIRY)),
    };
    const { events } = decisionOf(unproven(cancelled), facts);

    expect(events.flatMap((event) => (event.kind === 'completed' ? [event.rows] : []))).toEqual(
      renewed === null ? [] : [renewed],
    );
  });
});
