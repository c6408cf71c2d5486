import { describe, expect, test } from 'vitest';
import { BACK_OFF_MS, type Decision } from '../../../../../shared/renewal/decide/decision.ts';
import type { Facts, RowLook } from '../../../../../shared/renewal/decide/facts.ts';
import { decideUnclearCalls } from '../../../../../shared/renewal/decide/unclear-calls.ts';
import type { FrozenCall } from '../../../../../shared/renewal/journal.ts';
import type { OrderReading } from '../../../../../shared/renewal/readings.ts';
import { LAG_MS } from '../../../../../shared/renewal/rules/watched-rows.ts';
import { type RowOutcome, rowOutcome } from '../../../../../shared/renewal/outcome.ts';
import { apply } from '../../../../../shared/renewal/apply.ts';
import { asTold, reason } from '../../../../../shared/reasons/reason.ts';
import {
  asked,
  decided,
  EXPIRY,
  look,
  looks,
  NOW,
  only,
  reading,
  refusalOf,
  RENEWED,
  SETTLE_AFTER,
  unanswered,
  under,
} from '../../../../support/facts-sample.ts';
import { pricedJournal, usd } from '../../../../support/journal-sample.ts';
import { atOnce, bought, frozen, seen } from '../../../../support/purchase-sample.ts';

const MINUTE = 60_000;
const LATER = only({ waits: [NOW + BACK_OFF_MS] });

/** A call for row 0 of two that was sent so long ago and got no clear answer. */
function decisionOf(
  ago: number,
  facts: Partial<Facts> = {},
  call: Partial<FrozenCall> = {},
  state: 'open' | 'sealed' = 'open',
): Decision {
  const at = NOW - ago;
  const unclear = { kind: 'unclear', at, why: 'timeout' } as const;
  const parts = [bought(4, 0, unclear, { frozen: frozen(call, ago) })];
  return decided(decideUnclearCalls, atOnce(pricedJournal(2, { parts, state }), facts));
}

/** All was read: the expiry of row 0, these orders around the call, and the job. */
function read(
  expiry: number | null,
  orders: readonly OrderReading[] = [],
  more: Partial<Facts> = {},
): Partial<Facts> {
  const row: RowLook = expiry === null ? { ...asked(), kind: 'not shown' } : seen({}, 0, expiry);
  return {
    rows: looks([0], row),
    around: new Map([[4, { ...asked(2), orders }]]),
    job: { ...asked(3), orders: new Set(), begun: true, tasks: 0, payments: [] },
    orderRows: new Map(orders.map(({ id }) => [id, under([0], 1, asked(4))])),
    orders: new Map(orders.map((order) => [order.id, look(order, asked(5))])),
    permit: { ...asked(6), stop: null, validUntil: NOW + MINUTE },
    ...more,
  };
}

function outcomeOf(id: 'purchase-not-clear'): RowOutcome {
  return rowOutcome('needs review', reason(id), { order: null });
}

function paid(id: string, more: Partial<OrderReading> = {}): OrderReading {
  return reading(id, '10', { state: 'completed', ...more });
}

test('a row that no look shows for three quarters of an hour is a person’s, and its call is not repeated', () => {
  const unclear = { kind: 'unclear', at: NOW - LAG_MS, why: 'timeout' } as const;
  const silences = [unanswered('resources', { rows: [0], tries: 9, heard: NOW })];
  const call = frozen({ repeat: 'same call' }, LAG_MS);
  const parts = [bought(4, 0, unclear, { frozen: call })];
  const { rows: _, ...facts } = read(EXPIRY);
  const journal = pricedJournal(2, { parts, silences });

  expect(decided(decideUnclearCalls, atOnce(journal, facts))).toMatchObject({
    asks: [],
    calls: [],
    events: [
      { kind: 'rows settled', outcomes: new Map([[0, outcomeOf('purchase-not-clear')]]) },
      { kind: 'order not found', locked: [] },
    ],
  });
});

describe('a call that pays at once and got no clear answer', () => {
  test('is left alone while it may be in flight', () => {
    expect(decisionOf(SETTLE_AFTER - 1)).toEqual(only({ waits: [NOW + 1] }));
  });

  test('is looked for by its expiry and by the orders made around it', () => {
    expect(decisionOf(SETTLE_AFTER).asks).toEqual([
      { kind: 'resources', rows: [0] },
      { kind: 'orders around', part: 4, from: NOW - SETTLE_AFTER - 10 * MINUTE, to: NOW },
    ]);
  });

  test('what was read while it may have been in flight does not count', () => {
    const early = { ...seen({}, SETTLE_AFTER), at: NOW - SETTLE_AFTER };
    const { asks } = decisionOf(SETTLE_AFTER + 1, read(null, [], { rows: looks([0], early) }));

    expect(asks).toContainEqual({ kind: 'resources', rows: [0] });
  });

  test.each([
    ['its rows', { orderRows: new Map() }, { kind: 'order rows', order: 'x' }],
    ['itself', { orders: new Map() }, { kind: 'order', order: 'x' }],
  ] as const)('an order around it is read: %s', (_, missing, ask) => {
    expect(decisionOf(MINUTE, read(EXPIRY, [paid('x')], missing)).asks).toEqual([ask]);
  });

  test('an order that a journal of the job knows is not read', () => {
    const job = { ...asked(3), orders: new Set(['x']), begun: true, tasks: 0, payments: [] };
    const facts = read(EXPIRY, [paid('x')], { job, orderRows: new Map() });

    expect(decisionOf(LAG_MS, facts, { repeat: 'never' }).asks).toEqual([]);
  });
});

function adopted(order: string): Decision {
  const rows = new Map([[order, [0]]]);
  return only({ events: [{ kind: 'orders adopted', part: 4, orders: [order], rows }] });
}

function failedTask(id: string, more: Partial<OrderReading> = {}): OrderReading {
  return reading(id, '0', { state: 'cancelled', failure: refusalOf('row'), ...more });
}

describe('by what is shown', () => {
  test.each<[string, number, Partial<Facts>]>([
    ['that is paid', MINUTE, read(EXPIRY, [paid('x')])],
    ['that is in process', MINUTE, read(EXPIRY, [paid('x', { state: 'processing' })])],
    ['for its term', MINUTE, read(EXPIRY, [paid('x', { term: { unit: 'month', count: 1 } })])],
    ['beside a moved expiry', MINUTE, read(RENEWED, [paid('x')])],
  ])('an order %s is the call', (_, ago, facts) => {
    expect(decisionOf(ago, facts)).toEqual(adopted('x'));
  });

  test.each<[string, OrderReading]>([
    ['for another term', paid('x', { term: { unit: 'year', count: 1 } })],
    ['that is cancelled', reading('x', '10', { state: 'cancelled' })],
    ["of the provider's own making", paid('x', { automatic: true })],
  ])('an order %s is not', (_, order) => {
    expect(decisionOf(11 * MINUTE, read(EXPIRY, [order]))).toEqual(LATER);
  });

  test('a task that has failed is the call, once a copy of it would show', () => {
    const facts = read(EXPIRY, [failedTask('t', { createdAt: NOW - LAG_MS })]);

    expect(decisionOf(LAG_MS - 1, facts)).toEqual(LATER);
    expect(decisionOf(LAG_MS, facts, { repeat: 'same call' })).toEqual(adopted('t'));
  });

  test('a task that has failed for want of money is the call at once', () => {
    const facts = read(EXPIRY, [failedTask('t', { failure: refusalOf('suspend') })]);

    expect(decisionOf(MINUTE, facts)).toEqual(adopted('t'));
  });

  test.each<[string, OrderReading, Partial<Facts>]>([
    ['from before the call', failedTask('t', { createdAt: NOW - LAG_MS - 2 * MINUTE }), {}],
    ['of the provider’s own making', failedTask('t', { automatic: true }), {}],
    [
      'of several resources',
      failedTask('t'),
      { orderRows: new Map([['t', under([0], 2, asked(4))]]) },
    ],
  ])('a failed task %s is not', (_, order, more) => {
    const decision = decisionOf(LAG_MS, read(EXPIRY, [order], more), { repeat: 'never' });

    expect(outcomesOf(decision)).toEqual([['needs review', 'purchase-never-shown', null]]);
  });

  test('what renews beside a failed copy is the call', () => {
    const facts = read(EXPIRY, [failedTask('t'), paid('x', { state: 'processing' })]);

    expect(decisionOf(MINUTE, facts)).toEqual(adopted('x'));
  });

  test('an expiry that moved beside a failed task counts for more', () => {
    expect(decisionOf(LAG_MS, read(RENEWED, [failedTask('t')]))).toEqual(
      adopted('request:job0000001-0-4-0'),
    );
  });

  test('an unpaid order of whoever is named, not cancelled', () => {
    const decision = decisionOf(LAG_MS, read(EXPIRY, [reading('x', '10')]));

    expect(outcomesOf(decision)).toEqual([['needs review', 'locked-by-orders', 'x']]);
  });

  test.each([
    ['made before the call', { createdAt: NOW - 5 * MINUTE }, under([0], 1, asked(4))],
    ['made after it can have been', { createdAt: NOW + 5 * MINUTE + 1 }, under([0], 1, asked(4))],
    ['that holds another resource as well', {}, under([0], 2, asked(4))],
  ])("a paid order %s is a person's, not ours", (_, more, rows) => {
    const facts = read(RENEWED, [paid('x', more)], { orderRows: new Map([['x', rows]]) });

    expect(outcomesOf(decisionOf(MINUTE, facts))).toEqual([
      ['needs review', 'purchase-order-not-ours', 'x'],
    ]);
  });

  test('a paid order beside a refused call is its copy only while that can have been on its way', () => {
    const at = NOW - 2 * MINUTE;
    const refusal = { code: 'NO', reason: asTold('No.') };
    const parts = [
      bought(4, 0, { kind: 'unclear', at, why: 'NO', refusal }, { frozen: frozen({}, 2 * MINUTE) }),
    ];
    const judged = (createdAt: number): Decision => {
      const facts = read(RENEWED, [paid('x', { createdAt })]);
      return decided(decideUnclearCalls, atOnce(pricedJournal(2, { parts }), facts));
    };

    expect(judged(at + MINUTE)).toEqual(adopted('x'));
    expect(outcomesOf(judged(at + MINUTE + 1))).toEqual([
      ['needs review', 'purchase-order-not-ours', 'x'],
    ]);
  });

  test('of two orders nobody knows which is the call', () => {
    const decision = decisionOf(MINUTE, read(RENEWED, [paid('x'), paid('y')]));

    expect(outcomesOf(decision)).toEqual([['needs review', 'purchase-many-orders', 'x, y']]);
  });

  test('an expiry that moved by the term waits for its order as long as that may lag', () => {
    expect(decisionOf(LAG_MS - 1, read(RENEWED))).toEqual(LATER);
    expect(decisionOf(LAG_MS, read(RENEWED))).toEqual(adopted('request:job0000001-0-4-0'));
  });

  test.each([
    ['less', EXPIRY + 10 * 86_400_000],
    ['more', RENEWED + 40 * 86_400_000],
  ])("an expiry that moved by %s is somebody else's", (_, expiry) => {
    expect(decisionOf(MINUTE, read(expiry))).toEqual(LATER);
    expect(outcomesOf(decisionOf(LAG_MS, read(expiry)))).toEqual([
      ['needs review', 'purchase-moved-otherwise', null],
    ]);
  });
});

/** Of a call that shows nowhere, and whose row has moved: refused, if at all, at the last of its sendings. */
function moved(call: Partial<FrozenCall>, refused: boolean): Decision {
  const at = NOW - LAG_MS;
  const refusal = { code: 'NO', reason: asTold('No.') };
  const unclear = { kind: 'unclear', at, why: 'NO', ...(refused && { refusal }) } as const;
  const parts = [bought(4, 0, unclear, { frozen: frozen({ repeat: 'never', ...call }, LAG_MS) })];
  return decided(decideUnclearCalls, atOnce(pricedJournal(2, { parts }), read(RENEWED)));
}

describe('an expiry that moved by the term where no order or task of the call shows', () => {
  test.each<[string, Partial<FrozenCall>, boolean]>([
    ['of a task, which its list would show', { kind: 'task' }, false],
    ['of a task that was sent twice', { kind: 'task', times: 2 }, false],
    ['of a call that was refused at its only sending', {}, true],
  ])("is a person's: %s", (_, call, refused) => {
    expect(outcomesOf(moved(call, refused))).toEqual([
      ['needs review', 'purchase-moved-without-us', null],
    ]);
  });

  test.each<[string, Partial<FrozenCall>, boolean]>([
    ['that nobody answered', {}, false],
    ['that was refused as one sent before', { times: 2 }, true],
  ])('is of the call %s', (_, call, refused) => {
    expect(moved(call, refused)).toEqual(adopted('request:job0000001-0-4-0'));
  });

  test("a task is the call's only as early as that can have been on its way", () => {
    const ago = 20 * MINUTE;
    const beside = (createdAt: number): Decision =>
      decisionOf(ago, read(RENEWED, [paid('t', { task: 't', createdAt })]), { kind: 'task' });
    const last = NOW - ago + 5 * MINUTE;

    expect(beside(last)).toEqual(adopted('t'));
    expect(outcomesOf(beside(last + 1))).toEqual([
      ['needs review', 'purchase-order-not-ours', 't'],
    ]);
  });
});

describe('where nothing shows', () => {
  test.each<[string, FrozenCall['repeat'], number, number, boolean]>([
    ['with a token that is trusted', 'same token', 2 * MINUTE, 1, true],
    ['with a token that is not trusted any more', 'same token', 11 * MINUTE, 1, false],
    ['with a token, twice already', 'same token', 2 * MINUTE, 2, false],
    ['without a token, while it may show', 'same call', 2 * MINUTE, 1, false],
    ['without a token, once it must show', 'same call', LAG_MS, 1, true],
    ['that would be another call', 'never', 2 * MINUTE, 1, false],
  ])('the call %s is repeated (%s, %i ms, sent %i times): %s', (_, repeat, ago, times, again) => {
    const { calls } = decisionOf(ago, read(EXPIRY), { repeat, times });

    expect(calls).toEqual(again ? [{ kind: 'repeat', part: 4 }] : []);
  });

  test('the job is read right before', () => {
    const decision = decisionOf(2 * MINUTE, read(EXPIRY, [], { permit: null }));

    expect(decision).toEqual(only({ asks: [{ kind: 'permit' }] }));
  });

  test('a chunk that ends repeats nothing', () => {
    expect(decisionOf(2 * MINUTE, read(EXPIRY), {}, 'sealed')).toEqual(LATER);
  });

  test("in the end it is a person's, and never ordered anew", () => {
    const decision = decisionOf(LAG_MS, read(EXPIRY), { repeat: 'never' });

    expect(outcomesOf(decision)).toEqual([['needs review', 'purchase-never-shown', null]]);
    expect(decision.events.at(-1)).toEqual({
      kind: 'order not found',
      part: 4,
      locked: [],
      orders: [],
    });
  });

  test('a refusal that a copy of the call may have caused is believed, and only then', () => {
    const refusal = { code: 'BUSY', reason: asTold('Busy.') };
    const doubted = (ago: number): Decision => {
      const unclear = { kind: 'unclear', at: NOW - ago, why: 'BUSY', refusal } as const;
      const call = frozen({ repeat: 'never' }, ago);
      const parts = [bought(4, 0, unclear, { frozen: call })];
      return decided(decideUnclearCalls, atOnce(pricedJournal(2, { parts }), read(EXPIRY)));
    };

    expect(doubted(LAG_MS - 1)).toEqual(LATER);
    expect(doubted(LAG_MS).events).toEqual([
      { kind: 'refusal believed', part: 4, refusal, rung: 1 },
    ]);
  });

  test.each([
    ['busy', 'renewal-never-clear', 'busy'],
    ['held by an unpaid order', 'held-by-unpaid-order', 'refused alone'],
  ] as const)('believed, it is as after a clear no: %s', (_, id, kind) => {
    const refusal = { code: 'NO', reason: reason(id) };
    const unclear = { kind: 'unclear', at: NOW, why: 'NO', refusal } as const;
    const journal = pricedJournal(1, { parts: [bought(0, 0, unclear)] });
    const after = apply(journal, { kind: 'refusal believed', part: 0, refusal, rung: 1 });

    expect(after.parts[0]!.attempt).toEqual({ kind, at: NOW, refusal });
    expect(after.rows[0]!.outcome).toBeNull();
  });

  test("of a call for several, what is found is theirs and the rest a person's, in one record", () => {
    const at = NOW - LAG_MS;
    const call = frozen({ expiries: [EXPIRY, EXPIRY], repeat: 'never' }, LAG_MS);
    const part = { ...bought(4, 0, { kind: 'unclear', at, why: 'timeout' }, { frozen: call }) };
    const journal = pricedJournal(2, { parts: [{ ...part, rows: [0, 1] }] });
    const facts = read(RENEWED, [paid('x', { amount: usd(10), createdAt: at })]);
    const rows = new Map(facts.rows).set(1, seen());
    const decision = decided(decideUnclearCalls, atOnce(journal, { ...facts, rows }));

    expect(outcomesOf(decision)).toEqual([['needs review', 'purchase-never-shown', null]]);
    expect(decision.events.at(-1)).toMatchObject({ kind: 'orders adopted', orders: ['x'] });
  });
});

function outcomesOf({ events }: Decision) {
  return events.flatMap((event) =>
    event.kind === 'rows settled'
      ? [...event.outcomes.values()].map(({ outcome, reason, order }) => [
          outcome,
          reason.id,
          order,
        ])
      : [],
  );
}
