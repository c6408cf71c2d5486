import { describe, expect, test } from 'vitest';
import { judgeOrder } from '../../../../shared/renewal/decide/judge-order.ts';
import { decideOrders } from '../../../../shared/renewal/decide/orders.ts';
import {
  type Beside,
  besideSiblings,
  provenOrders,
} from '../../../../shared/renewal/decide/orders-of-a-call.ts';
import type { Facts } from '../../../../shared/renewal/decide/facts.ts';
import type { Order } from '../../../../shared/renewal/journal.ts';
import type { OrderState } from '../../../../shared/renewal/states/order-state.ts';
import { LAG_MS } from '../../../../shared/renewal/rules/watched-rows.ts';
import {
  contextOf,
  decided,
  hidden,
  look,
  looks,
  NOW,
  offered,
  reading,
  under,
} from '../../../support/facts-sample.ts';
import { EVERY_STATE, order, part, pricedJournal } from '../../../support/journal-sample.ts';

/** What is known of one order: what it costs, and what is listed under it. */
type Known = readonly [amount: string, rows: readonly number[], listed?: number];

const DISJOINT: Beside = { kind: 'disjoint' };
const MIXED: Beside = { kind: 'not told apart' };

function factsOf(known: Readonly<Record<string, Known | null>>): Partial<Facts> {
  const all = Object.entries(known);
  return {
    orders: new Map(
      all.map(([id, one]) => [id, one === null ? hidden() : look(reading(id, one[0]))]),
    ),
    discounts: new Map(all.map(([id]) => [id, offered()])),
    orderRows: new Map(
      all.flatMap(([id, one]) => (one === null ? [] : [[id, under(one[1], one[2])] as const])),
    ),
  };
}

/** Order o1, of row 0, beside another one of its call of three rows of ten dollars. */
function beside(other: Order, known: Known | null | undefined, ago = 0): Beside {
  const own = order('o1');
  const call = part(0, [0, 1, 2], [own, other], { kind: 'accepted', at: NOW - ago });
  const facts = known === undefined ? {} : factsOf({ o2: known });
  return besideSiblings(contextOf(pricedJournal(3, { parts: [call] }), facts), call, own, [0]);
}

describe('an order beside another one of its call', () => {
  const O2 = order('o2');

  test.each<[string, Order, Known | null | undefined, number, Beside]>([
    [
      'waits for the other one to be read',
      O2,
      undefined,
      0,
      { kind: 'ask', ask: { kind: 'order with discounts', order: 'o2' } },
    ],
    ['stands by itself where the other is proven for the rest', O2, ['20', [1, 2]], 0, DISJOINT],
    ['stands by itself where the other is proven for some of it', O2, ['10', [2]], 0, DISJOINT],
    ['is not told apart from one of the same row', O2, ['10', [0]], 0, MIXED],
    ['is not told apart from a combined one', O2, ['30', [0, 1, 2]], 0, MIXED],
    ['is not told apart from one that lists nothing', O2, ['20', []], 0, MIXED],
    [
      'stands by itself beside one that costs something else, which is not paid',
      O2,
      ['19', [1, 2]],
      0,
      DISJOINT,
    ],
    ['is not told apart from one with other resources', O2, ['20', [1, 2], 3], 0, MIXED],
    [
      "is not told apart from one that is a person's: nothing more is asked of it",
      order('o2', EVERY_STATE['for review']),
      undefined,
      0,
      MIXED,
    ],
    ['waits for one that is not shown', O2, null, LAG_MS - 1, { kind: 'wait' }],
    ['does not wait for it for ever: it is not told apart', O2, null, LAG_MS, MIXED],
    [
      'stands by itself once the other is proven on record',
      { ...O2, rows: [1] },
      undefined,
      0,
      DISJOINT,
    ],
    ['is not told apart from one on record for its row', { ...O2, rows: [0] }, undefined, 0, MIXED],
    [
      'is not told apart from one that somebody has cancelled, of whichever rows',
      order('o2', { kind: 'cancelled', because: 'cancelled by somebody', at: NOW }),
      undefined,
      0,
      MIXED,
    ],
    [
      'stands by itself beside one that somebody has cancelled, of other rows',
      {
        ...order('o2', { kind: 'cancelled', because: 'cancelled by somebody', at: NOW }),
        rows: [1],
      },
      undefined,
      0,
      DISJOINT,
    ],
    [
      'stands by itself beside a cancelled one',
      order('o2', EVERY_STATE.cancelled),
      undefined,
      0,
      DISJOINT,
    ],
  ])('%s', (_, other, known, ago, expected) => {
    expect(beside(other, known, ago)).toEqual(expected);
  });

  test.each<OrderState['kind']>(['cancelling', 'paid', 'completed', 'for review'])(
    'that is %s is not told apart from it while both may hold a row',
    (kind) => {
      const other = { ...order('o2', EVERY_STATE[kind]), rows: [0, 1] };

      expect(beside(other, undefined)).toEqual(MIXED);
    },
  );

  test('is told apart as soon as the last of several is', () => {
    const call = part(0, [0, 1, 2], [order('o1'), order('o2'), order('o3')]);
    const journal = pricedJournal(3, { parts: [call] });
    const judged = (known: Readonly<Record<string, Known | null>>) =>
      besideSiblings(contextOf(journal, factsOf(known)), call, call.orders[0]!, [0]).kind;

    expect(judged({ o2: ['10', [1]], o3: ['10', [2]] })).toBe('disjoint');
    expect(judged({ o2: ['10', [1]] })).toBe('ask');
    expect(judged({ o2: ['10', [1]], o3: ['30', [0, 1, 2]] })).toBe('not told apart');
  });
});

describe('what is known of the orders of a call', () => {
  const twins = part(0, [0, 1], [order('o1'), order('o2')], { kind: 'accepted', at: NOW });
  const known = factsOf({ o1: ['10', [0]], o2: null });

  test('is kept before the run ends, so that the next one need not ask again', () => {
    const journal = pricedJournal(2, { parts: [twins] });
    const decision = decided(decideOrders, contextOf(journal, { ...known, rows: looks([0, 1]) }));

    expect(decision.events).toEqual([
      { kind: 'coverage proven', orders: [{ order: 'o1', rows: [0] }] },
    ]);
    expect(decision.calls).toEqual([]);
  });

  test('is not asked for again while another one of the call is unknown', () => {
    const o1 = { ...order('o1'), rows: [0] };
    const call = part(0, [0, 1], [o1, order('o2')]);
    const context = contextOf(pricedJournal(2, { parts: [call] }));

    expect(judgeOrder(context, call, o1)).toMatchObject({ kind: 'ask', ask: { order: 'o2' } });
    const both = { ...call, orders: [o1, { ...order('o2'), rows: [1] }] };
    expect(judgeOrder(context, both, o1)).toMatchObject({
      kind: 'ask',
      ask: { order: 'o1' },
    });
  });

  test('is not kept of the only order of a call, which is judged by itself', () => {
    const single = part(0, [0], [order('o1')]);
    const paying = new Set(['pay o1']);
    const facts = { ...factsOf({ o1: ['10', [0]] }), rows: looks([0]), underWay: paying };
    const journal = pricedJournal(1, { parts: [single] });

    expect(decided(decideOrders, contextOf(journal, facts)).events).toEqual([]);
  });

  test('is not kept twice, nor of orders that are no longer unpaid', () => {
    const call = part(0, [0, 1], [{ ...order('o1'), rows: [0] }, order('o2', EVERY_STATE.paying)]);
    const both = factsOf({ o1: ['10', [0]], o2: ['10', [1]] });

    expect(provenOrders(contextOf(pricedJournal(2, { parts: [call] }), both), call)).toEqual([]);
  });
});
