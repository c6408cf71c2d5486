import { describe, expect, test } from 'vitest';
import { reason } from '../../../../shared/reasons/reason.ts';
import type { Context } from '../../../../shared/renewal/decide/context.ts';
import { BACK_OFF_MS, type Decision } from '../../../../shared/renewal/decide/decision.ts';
import type { Facts, RowLook } from '../../../../shared/renewal/decide/facts.ts';
import { decideRows } from '../../../../shared/renewal/decide/rows.ts';
import type { Journal } from '../../../../shared/renewal/journal.ts';
import { IN_HAND_MS } from '../../../../shared/renewal/rules/ordered-before.ts';
import { type Outcome, rowOutcome } from '../../../../shared/renewal/outcome.ts';
import {
  asked,
  contextOf,
  decided,
  EXPIRY,
  looks,
  NOW,
  only,
  priced,
  refusalOf,
  RENEWED,
  shown,
} from '../../../support/facts-sample.ts';
import {
  EVERY_ATTEMPT,
  EVERY_STATE,
  journalOf,
  journalRow,
  order,
  part,
  usd,
} from '../../../support/journal-sample.ts';
import { testPolicy } from '../../../support/quote-rows.ts';

const DAY = 86_400_000;
const SETTLED = rowOutcome('not renewable', reason('no-price-given'));
/** What is asked once in a run. */
const ACCOUNT = [{ kind: 'account' }, { kind: 'memory' }] as const;
/** Nothing is remembered of any row. */
const FREE = { since: NOW, rows: new Map() };
/** All of it is known. */
const KNOWN: Partial<Facts> = { rung: 100, remembered: FREE, balanceAsked: true };

function decisionOf(
  journal: Journal,
  facts: Partial<Facts> = {},
  more: Partial<Context> = {},
): Decision {
  return decided(decideRows, contextOf(journal, facts, more));
}

/** What becomes of the rows that are settled, by index. */
function settledIn({ events }: Decision): Record<number, Outcome> {
  return Object.fromEntries(
    events.flatMap((event) =>
      event.kind === 'rows settled'
        ? [...event.outcomes].map(([row, { outcome }]) => [row, outcome] as const)
        : [],
    ),
  );
}

/** A chunk with one refused call for row 9, so that it is not the first thing of its job. */
function begun(rows: number, more: Partial<Journal> = {}): Journal {
  const before = part(9, [rows], [], EVERY_ATTEMPT.refused);
  const settled = journalRow(rows, { outcome: SETTLED });
  const all = Array.from({ length: rows }, (_, index) => journalRow(index));
  return journalOf(0, { rows: [...all, settled], parts: [before], ...more });
}

const PERMIT = { ...asked(1), stop: null, validUntil: NOW + 1 };

describe('rows that nothing was done about', () => {
  test('are looked at, and beside that priced; what is asked once is asked too', () => {
    expect(decisionOf(journalOf(2))).toEqual(
      only({
        asks: [
          ...ACCOUNT,
          { kind: 'balance' },
          { kind: 'resources', rows: [0, 1] },
          { kind: 'prices', rows: [0, 1], alone: false },
        ],
      }),
    );
  });

  test.each<[string, Journal, Partial<Facts>]>([
    ['by another chunk than the first', journalOf(1, { chunk: 1 }), {}],
    ['once it is known', journalOf(1, { balance: usd('5') }), {}],
    ['a second time in a run', journalOf(1), { balanceAsked: true }],
  ])('do not have the balance asked for %s', (_, journal, facts) => {
    expect(decisionOf(journal, facts).asks.map(({ kind }) => kind)).not.toContain('balance');
  });

  test.each(['sealed', 'finished'] as const)('of a chunk that is %s are left alone', (state) => {
    expect(decisionOf(journalOf(2, { state }))).toEqual(only());
  });

  test('are none where each has its outcome or something of ours concerns it', () => {
    const journal = journalOf(0, {
      rows: [journalRow(0, { outcome: SETTLED }), journalRow(1), journalRow(2)],
      parts: [
        part(0, [1], [order('o1', EVERY_STATE.cancelling)]),
        part(1, [2], [], EVERY_ATTEMPT.unclear),
      ],
    });

    expect(decisionOf(journal, KNOWN)).toEqual(only());
  });

  test('are not ordered before it is known what other jobs have ordered', () => {
    const facts = { rung: 100, balanceAsked: true, rows: looks([0]) };

    expect(decisionOf(journalOf(1), facts)).toEqual(only({ asks: [{ kind: 'memory' }] }));
  });
});

describe('rows that come free later', () => {
  test.each<[string, Journal, Partial<Facts>, Partial<Decision>]>([
    [
      'wait until nothing else is under way, to be looked at together',
      begun(2),
      { ...KNOWN, underWay: new Set(['pay o1']) },
      {},
    ],
    [
      'do not wait for what is asked about themselves',
      begun(2),
      { ...KNOWN, permit: PERMIT, rows: looks([0]), underWay: new Set(['prices']) },
      { asks: [{ kind: 'resources', rows: [1] }] },
    ],
    ['need a permit after the first order', begun(1), KNOWN, { asks: [{ kind: 'permit' }] }],
    [
      'need a permit from after the last that happened to any of them',
      begun(2),
      { ...KNOWN, permit: PERMIT, changed: new Map([['row 1', 1]]) },
      { asks: [{ kind: 'permit' }] },
    ],
    [
      'stop the work where the job may not be worked on',
      begun(1),
      { ...KNOWN, permit: { ...PERMIT, stop: { kind: 'no longer running' } } },
      { stop: { kind: 'no longer running' } },
    ],
    [
      'stop the work once the validity of the job is over',
      begun(1),
      { ...KNOWN, permit: { ...PERMIT, validUntil: NOW } },
      { stop: { kind: 'no longer running' } },
    ],
    [
      'are looked at again, with what was read before the last that happened to them left out',
      begun(2),
      {
        ...KNOWN,
        rows: looks([0, 1], shown(EXPIRY, {}, asked(2))),
        permit: { ...PERMIT, tick: 4 },
        changed: new Map([['row 1', 3]]),
      },
      { asks: [{ kind: 'resources', rows: [1] }] },
    ],
  ])('%s', (_, journal, facts, expected) => {
    expect(decisionOf(journal, facts)).toEqual(only(expected));
  });

  test('are left alone after twelve orders in one run', () => {
    const facts: Partial<Facts> = {
      ...KNOWN,
      permit: PERMIT,
      tries: new Map([
        [0, 12],
        [1, 11],
      ]),
    };

    expect(decisionOf(begun(2), facts)).toEqual(
      only({
        asks: [
          { kind: 'resources', rows: [1] },
          { kind: 'prices', rows: [1], alone: false },
        ],
        waits: [NOW + BACK_OFF_MS],
      }),
    );
  });

  test.each<[string, number, Partial<Decision>]>([
    ['not before half a minute', BACK_OFF_MS - 1, { waits: [NOW + 1] }],
    ['from then on', BACK_OFF_MS, { asks: [{ kind: 'resources', rows: [0] }] }],
  ])('that were called busy are asked for again, %s', (_, ago, expected) => {
    const pricing = { kind: 'busy', since: NOW - ago, alone: false } as const;
    const journal = journalOf(0, { chunk: 1, rows: [journalRow(0, { pricing })] });
    const { asks, waits } = decisionOf(journal, KNOWN);

    expect(asks.slice(0, 1)).toEqual(expected.asks ?? []);
    expect(waits).toEqual(expected.waits ?? []);
  });
});

describe('a look settles a row', () => {
  const refusal = refusalOf('row', 'CBC.30010036');

  test.each<[string, RowLook, Outcome]>([
    ['that somebody has renewed', shown(RENEWED), 'already renewed'],
    ['with another expiry than approved', shown(EXPIRY + DAY), 'invalid'],
    ['that shows no expiry', shown(null), 'not renewable'],
    ['that is attached to another', shown(EXPIRY, { main: false, parent: 'm' }), 'not renewable'],
    [
      'that the provider would not look up',
      { ...asked(), kind: 'refused', refusal },
      'not renewable',
    ],
  ])('%s', (_, one, outcome) => {
    const journal = journalOf(1, { chunk: 1 });

    expect(settledIn(decisionOf(journal, { ...KNOWN, rows: looks([0], one) }))).toEqual({
      0: outcome,
    });
  });

  test('that auto-renewal is about to take, unless the account renews those', () => {
    const now = EXPIRY - 7 * DAY;
    const rows = looks([0], shown(EXPIRY, { autoRenew: true }));
    const policy = testPolicy({ autoRenewRows: 'renew' });
    const facts = { ...KNOWN, rows };
    const journal = journalOf(1, { chunk: 1 });

    expect(settledIn(decisionOf(journal, facts, { now }))).toEqual({ 0: 'not renewable' });
    expect(settledIn(decisionOf(journal, facts, { now, policy }))).toEqual({});
    expect(settledIn(decisionOf(journal, facts, { now: now - 1 }))).toEqual({});
  });

  test('that another job has paid, whatever the provider shows', () => {
    const paid = { order: 'o1', at: NOW };
    const rows = new Map(
      [0, 1, 2].map((row) => [row, { kind: 'renewed', job: 'before', paid }] as const),
    );
    const seen = new Map([
      [0, shown()],
      [1, shown(RENEWED)],
      [2, { ...asked(), kind: 'refused', refusal: refusalOf('row') } as const],
    ]);
    const decision = decisionOf(journalOf(3, { chunk: 1 }), {
      ...KNOWN,
      remembered: { since: NOW, rows },
      rows: seen,
    });

    expect(settledIn(decision)).toEqual({
      0: 'already renewed',
      1: 'already renewed',
      2: 'already renewed',
    });
    expect([decision.asks, decision.calls, decision.waits]).toEqual([[], [], []]);
  });

  test('that another job left unproved, unless a later expiry shows', () => {
    const rows = new Map(
      [0, 1].map((row) => [row, { kind: 'unproved', job: 'before', order: null }] as const),
    );
    const seen = new Map([
      [0, shown()],
      [1, shown(RENEWED)],
    ]);
    const decision = decisionOf(journalOf(2, { chunk: 1 }), {
      ...KNOWN,
      remembered: { since: NOW, rows },
      rows: seen,
    });

    expect(settledIn(decision)).toEqual({ 0: 'needs review', 1: 'already renewed' });
  });

  test.each([
    ['waits for it, and the others go on', IN_HAND_MS - 1, {}, [NOW + BACK_OFF_MS]],
    ['waits no longer than half an hour', IN_HAND_MS, { 0: 'needs review' }, []],
  ])('that another job has in hand %s', (_, ago, settled, waits) => {
    const rows = new Map([[0, { kind: 'in hand', job: 'before' } as const]]);
    const decision = decisionOf(journalOf(2, { chunk: 1 }), {
      ...KNOWN,
      remembered: { since: NOW - ago, rows },
      rows: looks([0, 1]),
    });

    expect(settledIn(decision)).toEqual(settled);
    expect(decision.waits).toEqual(waits);
    expect(decision.asks).toEqual([{ kind: 'prices', rows: [1], alone: false }]);
  });

  test.each<[string, RowLook]>([
    ['that is as approved', shown()],
    ['that is not shown, which is no proof of absence', { ...asked(), kind: 'not shown' }],
  ])('but not one %s', (_, one) => {
    const decision = decisionOf(journalOf(1, { chunk: 1 }), { ...KNOWN, rows: looks([0], one) });

    expect(decision).toEqual(only({ asks: [{ kind: 'prices', rows: [0], alone: false }] }));
  });

  test('and the others go on without it', () => {
    const rows = looks([0, 1, 2]).set(1, shown(RENEWED));
    const decision = decisionOf(journalOf(3, { chunk: 1 }), { ...KNOWN, rows });

    expect(settledIn(decision)).toEqual({ 1: 'already renewed' });
    expect(decision.asks).toEqual([{ kind: 'prices', rows: [0, 2], alone: false }]);
  });
});

describe('a file whose expiries point to another time zone', () => {
  const wrong = looks([0, 1, 2], shown(EXPIRY + 8 * 3_600_000));
  const facts: Partial<Facts> = { ...KNOWN, rows: wrong };
  const untouched = { ...asked(2), orders: new Set<string>() };

  test('is rejected by the first chunk, as long as nothing was ordered', () => {
    const decision = decisionOf(journalOf(3), { ...facts, job: { ...untouched, begun: false } });

    expect(decision).toEqual(
      only({
        stop: {
          kind: 'reject',
          reason: reason('other-time-zone', { rows: '3', zone: 'Asia/Shanghai' }),
        },
      }),
    );
  });

  test('is not rejected before it is known whether another chunk went first', () => {
    expect(decisionOf(journalOf(3), facts)).toEqual(only({ asks: [{ kind: 'job' }] }));
  });

  test.each<[string, Journal, Partial<Facts>]>([
    ['once another chunk has begun', journalOf(3), { job: { ...untouched, begun: true } }],
    ['by another chunk', journalOf(3, { chunk: 1 }), {}],
    ['once this chunk has ordered', begun(3), { permit: PERMIT }],
  ])('is not rejected %s: its rows are told one by one', (_, journal, more) => {
    const decision = decisionOf(journal, { ...facts, ...more });

    expect(decision.stop).toBeNull();
    expect(settledIn(decision)).toEqual({ 0: 'invalid', 1: 'invalid', 2: 'invalid' });
  });
});

test('prices that were asked for beside the look are kept, if it settles none of them', () => {
  const facts: Partial<Facts> = {
    ...KNOWN,
    rows: looks([0, 1]),
    prices: new Map([
      [0, priced('10')],
      [1, priced('10')],
    ]),
  };
  const { asks, calls } = decisionOf(journalOf(2, { chunk: 1 }), facts);

  expect(asks).toEqual([]);
  expect(calls).toMatchObject([{ kind: 'renew', part: { rows: [0, 1] } }]);
});
