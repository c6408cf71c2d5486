import { describe, expect, test } from 'vitest';
import type { Goal } from '../../../../shared/renewal/decide/context.ts';
import { decide } from '../../../../shared/renewal/decide/decide.ts';
import {
  type Ask,
  BACK_OFF_MS,
  type Decision,
} from '../../../../shared/renewal/decide/decision.ts';
import type { Facts } from '../../../../shared/renewal/decide/facts.ts';
import type { Journal } from '../../../../shared/renewal/journal.ts';
import {
  asked,
  contextOf,
  EXPIRY,
  looks,
  NOW,
  offered,
  only,
  orders,
  payment,
  priced,
  reading,
  RENEWED,
  SETTLE_AFTER,
  shown,
  unanswered,
} from '../../../support/facts-sample.ts';
import {
  EVERY_STATE,
  journalOf,
  journalRow,
  order,
  part,
  pricedJournal,
} from '../../../support/journal-sample.ts';
import { rowOutcome } from '../../../../shared/renewal/outcome.ts';
import { reason } from '../../../../shared/reasons/reason.ts';
import { atOnce, boughtWith, ready, seen } from '../../../support/purchase-sample.ts';

function decision(goal: Goal, journal: Journal, facts: Partial<Facts> = {}): Decision {
  const { events, asks, calls, waits, stop } = decide(goal, contextOf(journal, facts));
  return { events, asks, calls, waits, stop };
}

/** Which questions are asked, each by its kind and what it is about. */
function questions({ asks }: Decision): string[] {
  return asks.map((ask) => ('order' in ask ? `${ask.kind} ${ask.order}` : ask.kind));
}

/** So many orders of one row each whose payment had no clear answer, and one that is paid. */
function unclearPayments(many: number): Journal {
  const parts = Array.from({ length: many }, (_, row) =>
    part(
      row,
      [row],
      [{ ...order(`o${row}`), state: { kind: 'payment unclear', ...payment(SETTLE_AFTER) } }],
    ),
  );
  return journalOf(many, { parts });
}

describe('a question without an answer', () => {
  test('leaves the others of its kind going on, and is asked again later', () => {
    const facts = { silent: new Set(['order o0', 'order o1']) };
    const { asks, waits } = decision('seal', unclearPayments(4), facts);

    expect(asks).toEqual<Ask[]>([
      { kind: 'order', order: 'o2' },
      { kind: 'order', order: 'o3' },
    ]);
    expect(waits).toEqual([NOW + BACK_OFF_MS, NOW + BACK_OFF_MS]);
  });

  test('is the third of its kind: none of that kind is asked any more', () => {
    const facts = { silent: new Set(['order o0', 'order o1', 'order o2']) };
    const { asks, waits, stop } = decision('seal', unclearPayments(4), facts);

    expect(asks).toEqual([]);
    expect(new Set(waits)).toEqual(new Set([NOW + BACK_OFF_MS]));
    expect(stop).toBeNull();
  });

  test('of another kind goes on', () => {
    const silent = new Set(['locks of 5', 'locks of 6', 'locks of 7']);

    expect(decision('seal', unclearPayments(1), { silent }).asks).toEqual([
      { kind: 'order', order: 'o0' },
    ]);
  });
});

describe('what is under way', () => {
  test('is not asked a second time', () => {
    const facts = { underWay: new Set(['order o0']) };

    expect(questions(decision('seal', unclearPayments(2), facts))).toEqual(['order o1']);
  });
});

/** Row 0 is free, row 1 has an unpaid order, row 2 a paid one, row 3 an unclear call. */
const MIXED = journalOf(4, {
  parts: [
    part(0, [1], [order('made')]),
    part(1, [2], [{ ...order('paid'), rows: [2], state: { kind: 'paid', ...payment() } }]),
    part(2, [3], [], { kind: 'unclear', at: NOW - SETTLE_AFTER, why: 'timeout' }),
  ],
});

describe('to renew', () => {
  test('takes each thing a step on, but confirms nothing while there is more to do', () => {
    expect(questions(decision('renew', MIXED))).toEqual([
      'locks',
      'order with discounts made',
      'resources',
    ]);
  });

  test('orders nothing before rows are priced, and pays nothing before all is known', () => {
    expect(decision('renew', MIXED)).toMatchObject({ calls: [], events: [], stop: null });
  });

  test('confirms paid orders once nothing else can be done now', () => {
    const parts = [part(0, [0], [{ ...order('o'), state: { kind: 'paid', ...payment() } }])];

    expect(questions(decision('renew', journalOf(1, { parts })))).toEqual([
      'order o',
      'resources',
      'unpaid orders',
    ]);
  });

  test('sweeps beside that, and not before the last payment is answered', () => {
    const state = { kind: 'paid', ...payment() } as const;
    const parts = [part(0, [0], [{ ...order('o'), state }])];
    const underWay = new Set(['pay o']);

    expect(questions(decision('renew', journalOf(1, { parts }), { underWay }))).toEqual([]);
  });

  test('does nothing more than to confirm once the work must stop', () => {
    const stop = { kind: 'no longer running' } as const;
    const { asks, calls, events } = decision('renew', MIXED, { stop });

    expect(asks).toEqual([
      { kind: 'order', order: 'paid' },
      { kind: 'resources', rows: [2] },
    ]);
    expect([calls, events]).toEqual([[], []]);
  });

  test('decides the same of the same', () => {
    expect(decision('renew', MIXED)).toEqual(decision('renew', MIXED));
  });
});

describe('to seal', () => {
  const sealed: Journal = { ...MIXED, state: 'sealed' };

  test('cancels all unpaid orders and settles what is unclear; no row is looked at, none confirmed', () => {
    expect(decision('seal', sealed)).toEqual({
      events: [
        { kind: 'cancel decided', order: 'made', because: 'job ended', rows: null, refusal: null },
      ],
      asks: [{ kind: 'locks', rows: [3] }],
      calls: [],
      waits: [],
      stop: null,
    });
  });

  test('confirms no payment, for whoever ends the job does, and looks for unpaid orders beside it', () => {
    const parts = [part(0, [0], [{ ...order('o'), state: { kind: 'paid', ...payment() } }])];

    expect(decision('seal', journalOf(1, { parts, state: 'sealed' }))).toEqual(
      only({ asks: [{ kind: 'unpaid orders', from: -60_000, to: NOW }] }),
    );
  });

  test('orders and pays nothing, whatever is known', () => {
    const facts: Partial<Facts> = {
      orders: orders(reading('made', '10'), reading('paid', '10', { state: 'completed' })),
      discounts: new Map([['made', offered()]]),
      rows: looks([0, 1, 2, 3], shown(EXPIRY, {}, asked(2))),
      prices: new Map([[0, priced('1', { alone: true })]]),
      permit: { ...asked(3), stop: null, validUntil: NOW + 1 },
      rung: 100,
      remembered: { since: NOW, rows: new Map() },
      balanceAsked: true,
    };
    for (const goal of ['renew', 'seal', 'confirm'] as const) {
      const { calls } = decision(goal, sealed, facts);

      expect(calls.filter(({ kind }) => kind === 'renew' || kind === 'pay')).toEqual([]);
    }
  });
});

describe('to confirm', () => {
  test('asks for paid orders and nothing else', () => {
    expect(decision('confirm', MIXED).asks).toEqual([
      { kind: 'order', order: 'paid' },
      { kind: 'resources', rows: [2] },
    ]);
  });

  test('records what is completed', () => {
    const facts = {
      orders: orders(reading('paid', '10', { state: 'completed' })),
      rows: looks([2], shown(RENEWED)),
    };

    expect(decision('confirm', MIXED, facts).events.map(({ kind }) => kind)).toEqual(['completed']);
  });
});

describe('a chunk whose payments are made', () => {
  const paid = { kind: 'paid', ...payment() } as const;
  const journal = journalOf(1, {
    parts: [part(0, [0], [{ ...order('o0'), rows: [0], state: paid }])],
  });
  const kind = '1 months, no discount, USD';

  test.each<[string, 'unpaid' | 'processing', readonly string[], readonly number[]]>([
    [
      'is not done with while nothing shows what the first one of its kind took',
      'unpaid',
      [],
      [NOW + 5_000],
    ],
    ['is done with once that was read', 'processing', [], []],
    ['is done with where the kind was read in the job before', 'unpaid', [kind], []],
  ])('%s', (_, state, chargesRead, waits) => {
    const facts = {
      chargesRead,
      orders: orders(reading('o0', '10', { state })),
      rows: looks([0], shown(EXPIRY)),
    };

    expect(decision('renew', journal, facts).waits).toEqual(waits);
    expect(decision('confirm', journal, facts).waits).toEqual([]);
  });

  test('is not done with while a product was bought for the first time and nothing shows what it took', () => {
    const bought = pricedJournal(1, { parts: [boughtWith(paid)] });
    const facts = ready(1, {
      chargesRead: [],
      orders: orders(reading('o0', '10', { state: 'completed', charged: null })),
      rows: looks([0], seen()),
    });

    expect(decide('renew', atOnce(bought, facts)).waits).toEqual([NOW + 5_000]);
  });
});

describe('before the job closes', () => {
  const job = { ...asked(2), orders: new Set<string>(), begun: true, tasks: 0, payments: [] };
  const listed = { unpaid: { ...asked(1), orders: [reading('x', '10')] }, job };
  const parts = [part(0, [0], [order('o0', EVERY_STATE.completed)])];
  const rows = [journalRow(0, { outcome: rowOutcome('renewed', reason('renewed')) })];
  const journal = journalOf(0, { rows, parts, silences: [unanswered('order rows x')] });

  test('what got no answer before is asked again', () => {
    expect(questions(decision('close', journal, listed))).toEqual(['order rows x']);
  });

  test('what gets none again is waited for', () => {
    const silent = new Set(['order rows x']);

    expect(decision('close', journal, { ...listed, silent }).waits).toEqual([NOW + BACK_OFF_MS]);
  });
});
