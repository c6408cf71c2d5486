import { describe, expect, test } from 'vitest';
import { reason } from '../../../../shared/reasons/reason.ts';
import { decideConfirm } from '../../../../shared/renewal/decide/confirm.ts';
import type { Decision } from '../../../../shared/renewal/decide/decision.ts';
import type { Facts } from '../../../../shared/renewal/decide/facts.ts';
import type { Journal, Order } from '../../../../shared/renewal/journal.ts';
import {
  asked,
  contextOf,
  decided,
  EXPIRY,
  hidden,
  look,
  looks,
  NOW,
  only,
  orders,
  payment,
  reading,
  RENEWED,
  shown,
} from '../../../support/facts-sample.ts';
import { display } from '../../../../shared/values/money.ts';
import {
  EVERY_STATE,
  journalOf,
  journalRow,
  order,
  part,
  usd,
} from '../../../support/journal-sample.ts';

const HOUR = 3_600_000;

function paid(id: string, rows: readonly number[] | null, compared = '10'): Order {
  return { id, rows, state: { kind: 'paid', ...payment(0, compared) } };
}

function decisionOf(journal: Journal, facts: Partial<Facts> = {}): Decision {
  return decided(decideConfirm, contextOf(journal, facts));
}

/** So many paid orders o0, o1 and so on, each of one row of its own. */
function several(many: number): Journal {
  const parts = Array.from({ length: many }, (_, row) => {
    const attempt = { kind: 'accepted', at: NOW - row * HOUR } as const;
    return part(row, [row], [paid(`o${row}`, [row])], attempt);
  });
  return journalOf(many, { parts });
}

const ONE = several(1);

/** Order o0 reads so; row 0 shows this expiry. */
function seen(
  state: 'unpaid' | 'processing' | 'completed' | 'cancelled' | 'other',
  expiry = RENEWED,
  amount = '10',
): Partial<Facts> {
  return { orders: orders(reading('o0', amount, { state })), rows: looks([0], shown(expiry)) };
}

function completed(...rows: readonly number[]): Partial<Decision> {
  return {
    events: rows.map((row) => ({
      kind: 'completed',
      orders: [{ order: `o${row}`, charged: usd('10') }],
      rows: [row],
      expiries: new Map([[row, RENEWED]]),
      why: reason('renewed'),
    })),
  };
}

const UNDONE = {
  events: [
    { kind: 'left to a person', order: 'o0', why: reason('payment-undone', { order: 'o0' }) },
  ],
} as const;

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

  test('is no reason to hold where it was charged less', () => {
    expect(decisionOf(ONE, seen('completed', RENEWED, '9.99')).calls).toEqual([]);
  });
});
