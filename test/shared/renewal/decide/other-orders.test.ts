import { describe, expect, test } from 'vitest';
import { BACK_OFF_MS, type Decision, Draft } from '../../../../shared/renewal/decide/decision.ts';
import type { Facts } from '../../../../shared/renewal/decide/facts.ts';
import { besideNobody } from '../../../../shared/renewal/decide/other-orders.ts';
import { LAG_MS } from '../../../../shared/renewal/rules/watched-rows.ts';
import type { OrderReading } from '../../../../shared/renewal/readings.ts';
import {
  asked,
  contextOf,
  EXPIRY,
  NOW,
  only,
  orders,
  reading,
  under,
} from '../../../support/facts-sample.ts';
import { order, part, pricedJournal } from '../../../support/journal-sample.ts';

/** Two orders of one row each are about to be paid. */
const ORDERS = [order('o0'), order('o1')];
const JOURNAL = pricedJournal(2, { parts: ORDERS.map((one, row) => part(row, [row], [one])) });
const READY = ORDERS.map((one, row) => ({ order: one, rows: [row] }));

/** The periods of o0 begin when its row expires; those of o1 show nothing. */
const SHOWN = orders(reading('o0', '10'), reading('o1', '10', { starts: null }));
const ASK_PAID = { kind: 'orders paid', from: NOW - LAG_MS, to: NOW } as const;
const CANCEL_O1 = {
  events: [
    { kind: 'cancel decided', order: 'o1', because: 'held elsewhere', rows: [1], refusal: null },
  ],
} as const;

interface Paid {
  readonly clear: readonly string[];
  readonly decision: Decision;
}

/** Which of the two may be paid, and what is decided beside. */
function beside(facts: Partial<Facts>): Paid {
  const draft = new Draft(new Set(), new Set(), NOW + BACK_OFF_MS);
  const clear = besideNobody(contextOf(JOURNAL, { orders: SHOWN, ...facts }), draft, READY);
  const { events, asks, calls, waits, stop } = draft;
  return {
    clear: clear.map((one) => one.order.id),
    decision: { events, asks, calls, waits, stop },
  };
}

/** These orders were paid of late, and no journal of the job knows them. */
function paid(...others: readonly OrderReading[]): Partial<Facts> {
  return {
    othersPaid: { ...asked(), orders: others },
    job: { ...asked(), orders: new Set(), begun: true, tasks: 0, payments: [] },
  };
}

/** Order x, paid so long ago. */
function other(ago = 0, more: Partial<OrderReading> = {}): OrderReading {
  return reading('x', '10', { state: 'completed', paidAt: NOW - ago, ...more });
}

function lists(rows: readonly number[], listed?: number): Partial<Facts> {
  return { orderRows: new Map([['x', under(rows, listed)]]) };
}

const BOTH = ['o0', 'o1'];
const FIRST = ['o0'];

describe('an order about to be paid', () => {
  test.each<[string, Partial<Facts>, readonly string[], Partial<Decision>]>([
    [
      'needs no list where its periods begin when its rows expire',
      { orders: orders(reading('o0', '10'), reading('o1', '10')) },
      BOTH,
      {},
    ],
    ['waits for the list of what was paid of late', {}, FIRST, { asks: [ASK_PAID] }],
    [
      'waits for a list of a moment ago',
      { othersPaid: { ...asked(1, 30_001), orders: [] } },
      FIRST,
      { asks: [ASK_PAID] },
    ],
    [
      'waits for a list from after it existed',
      { ...paid(), changed: new Map([['made o1', 1]]) },
      FIRST,
      { asks: [ASK_PAID] },
    ],
    ['is paid where nothing else was', paid(), BOTH, {}],
    ['is paid beside an order of its own chunk', paid(reading('o0', '10')), BOTH, {}],
    [
      'needs the journals of the job where the list shows any other',
      { ...paid(other()), job: null },
      FIRST,
      { asks: [{ kind: 'job' }] },
    ],
    [
      'is paid beside an order that a journal of the job knows',
      {
        ...paid(other()),
        job: { ...asked(), orders: new Set(['x']), begun: true, tasks: 0, payments: [] },
      },
      BOTH,
      {},
    ],
    [
      'waits for what is listed under an order of nobody',
      paid(other()),
      FIRST,
      { asks: [{ kind: 'order rows', order: 'x' }] },
    ],
    ['is paid beside one of other resources', { ...paid(other()), ...lists([], 3) }, BOTH, {}],
    ['is paid beside one of other rows', { ...paid(other()), ...lists([0]) }, BOTH, {}],
    [
      'is cancelled beside one that holds its row',
      { ...paid(other()), ...lists([1]) },
      FIRST,
      CANCEL_O1,
    ],
    [
      'is cancelled beside one that holds its row and others',
      { ...paid(other()), ...lists([1], 5) },
      FIRST,
      CANCEL_O1,
    ],
    [
      'waits beside one that lists nothing, until an expiry must show it',
      { ...paid(other(1000)), ...lists([]) },
      FIRST,
      { waits: [NOW - 1000 + LAG_MS] },
    ],
    [
      'counts that from when it was made, where no payment is shown',
      { ...paid(other(0, { paidAt: null, createdAt: NOW - 7 })), ...lists([]) },
      FIRST,
      { waits: [NOW - 7 + LAG_MS] },
    ],
    [
      'is paid beside one that lists nothing once half an hour is over',
      { ...paid(other(LAG_MS)), ...lists([]) },
      BOTH,
      {},
    ],
  ])('%s', (_, facts, clear, expected) => {
    expect(beside(facts)).toEqual({ clear, decision: only(expected) });
  });

  test('whose periods tell of nothing since they are not shown is unsure', () => {
    expect(beside({ orders: new Map() })).toEqual({
      clear: [],
      decision: only({ asks: [ASK_PAID] }),
    });
  });

  test('whose periods begin at another day is unsure', () => {
    const shown = orders(
      reading('o0', '10'),
      reading('o1', '10', { starts: [EXPIRY + 5 * 86_400_000] }),
    );

    expect(beside({ orders: shown }).decision.asks).toEqual([ASK_PAID]);
  });
});
