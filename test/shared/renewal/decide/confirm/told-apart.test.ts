import { describe, expect, test } from 'vitest';
import { reason } from '../../../../../shared/reasons/reason.ts';
import type { Journal, Order } from '../../../../../shared/renewal/journal.ts';
import {
  EXPIRY,
  looks,
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
import { paid, decisionOf } from './paid-orders.ts';

/** Two orders of one call for three rows of ten dollars each. */
function unproven(second: Order = paid('o1', null), compared = '20'): Journal {
  const rows = [0, 1, 2].map((row) => journalRow(row, { price: usd('10') }));
  return journalOf(0, { rows, parts: [part(0, [0, 1, 2], [paid('o0', null, compared), second])] });
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
        why: reason('renewed'),
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
    ['have renewed the rows that moved, where these cost what was charged', '20', EXPIRY, [0, 1]],
    ['have renewed none, where these cost something else', '15', EXPIRY, null],
    ['have renewed all, where all moved and cost what was charged', '30', RENEWED, [0, 1, 2]],
    ['have renewed none, where all moved, some by somebody else', '20', RENEWED, null],
  ])('beside one that is cancelled %s', (_, charged, other, renewed) => {
    const cancelled = order('o1', EVERY_STATE.cancelled);
    const facts = {
      orders: orders(reading('o0', charged, { state: 'completed' })),
      rows: looks([0, 1], shown(RENEWED)).set(2, shown(other)),
    };
    const { events } = decisionOf(unproven(cancelled, charged), facts);

    expect(events.flatMap((event) => (event.kind === 'completed' ? [event.rows] : []))).toEqual(
      renewed === null ? [] : [renewed],
    );
  });

  test.each([
    ['not of that one, where the others cost what was charged', '20', [0, 1]],
    ['of all, where these cost what was charged', '30', [0, 1, 2]],
    ['of none, where neither does', '10', null],
  ])('of a call that turned one row down, all moved: it is %s', (_, charged, renewed) => {
    const call = part(0, [0, 1, 2], [paid('o0', null, charged)]);
    const journal = { ...unproven(), parts: [{ ...call, turnedDown: { held: [2], busy: [] } }] };
    const facts = {
      orders: orders(reading('o0', charged, { state: 'completed' })),
      rows: looks([0, 1, 2], shown(RENEWED)),
    };
    const { events } = decisionOf(journal, facts);

    expect(events.flatMap((event) => (event.kind === 'completed' ? [event.rows] : []))).toEqual(
      renewed === null ? [] : [renewed],
    );
  });
});
