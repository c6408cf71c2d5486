import { WATCH_REASONS } from '../../../../../shared/renewal/states/row-state.ts';
import { describe, expect, test } from 'vitest';
import { BACK_OFF_MS, type Decision } from '../../../../../shared/renewal/decide/decision.ts';
import type { Facts } from '../../../../../shared/renewal/decide/facts.ts';
import type { Journal } from '../../../../../shared/renewal/journal.ts';
import {
  asked,
  EXPIRY,
  looks,
  NOW,
  only,
  priced,
  shown,
} from '../../../../support/facts-sample.ts';
import {
  EVERY_ATTEMPT,
  EVERY_STATE,
  journalOf,
  journalRow,
  order,
  part,
  usd,
} from '../../../../support/journal-sample.ts';
import { SETTLED, KNOWN, decisionOf, begun, PERMIT } from './rows-sample.ts';

/** What is asked once in a run. */
const ACCOUNT = [{ kind: 'account' }, { kind: 'memory' }] as const;

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

  test.each(WATCH_REASONS)('are none of those that somebody else is at work on: %s', (why) => {
    const pricing = { kind: 'watched', since: 0, order: 'o1', why } as const;
    const rows = [journalRow(0, { pricing }), journalRow(1)];
    const { asks } = decisionOf(journalOf(0, { rows }));
    const asked = asks.flatMap((ask) => ('rows' in ask ? [ask.rows] : []));

    expect(asked).toEqual([[1], [1]]);
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
