import { describe, expect, test } from 'vitest';
import { reason } from '../../../../../shared/reasons/reason.ts';
import { BACK_OFF_MS } from '../../../../../shared/renewal/decide/decision.ts';
import type { Facts, RowLook } from '../../../../../shared/renewal/decide/facts.ts';
import type { Journal } from '../../../../../shared/renewal/journal.ts';
import { IN_HAND_MS } from '../../../../../shared/renewal/rules/ordered-before.ts';
import { type Outcome } from '../../../../../shared/renewal/outcome.ts';
import {
  asked,
  EXPIRY,
  looks,
  NOW,
  only,
  refusalOf,
  RENEWED,
  shown,
  settledIn,
} from '../../../../support/facts-sample.ts';
import { journalOf } from '../../../../support/journal-sample.ts';
import { testPolicy } from '../../../../support/quote-rows.ts';
import { KNOWN, decisionOf, begun, PERMIT, DAY } from './rows-sample.ts';

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
    const decision = decisionOf(journalOf(3), {
      ...facts,
      job: { ...untouched, begun: false, tasks: 0, payments: [] },
    });

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
    [
      'once another chunk has begun',
      journalOf(3),
      { job: { ...untouched, begun: true, tasks: 0, payments: [] } },
    ],
    ['by another chunk', journalOf(3, { chunk: 1 }), {}],
    ['once this chunk has ordered', begun(3), { permit: PERMIT }],
  ])('is not rejected %s: its rows are told one by one', (_, journal, more) => {
    const decision = decisionOf(journal, { ...facts, ...more });

    expect(decision.stop).toBeNull();
    expect(settledIn(decision)).toEqual({ 0: 'invalid', 1: 'invalid', 2: 'invalid' });
  });
});
