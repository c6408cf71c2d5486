import { describe, expect, test } from 'vitest';
import { BACK_OFF_MS, type Decision } from '../../../../../shared/renewal/decide/decision.ts';
import type { PriceLook } from '../../../../../shared/renewal/decide/facts.ts';
import { LAG_MS } from '../../../../../shared/renewal/rules/watched-rows.ts';
import {
  asked,
  looks,
  nothingSaid,
  NOW,
  only,
  priced,
  RENEWED,
  unpriced,
  settledIn,
} from '../../../../support/facts-sample.ts';
import { EVERY_ATTEMPT, journalOf, journalRow, part } from '../../../../support/journal-sample.ts';
import { testPolicy } from '../../../../support/quote-rows.ts';
import { decisionOf, ordered, own } from './priced-rows.ts';

describe('a row is held', () => {
  test('only on its own price', () => {
    const prices = { 0: priced('10.01', { alone: true }), 1: priced('10') };
    const decision = decisionOf(journalOf(2), prices);

    expect(settledIn(decision)).toEqual({ 0: 'held: price changed' });
    expect(ordered(decision)).toEqual([[1]]);
  });

  test('not on its share of a total, though it be dearer: that is only asked for alone', () => {
    const decision = decisionOf(journalOf(2), { 0: priced('99'), 1: priced('1') });

    expect(settledIn(decision)).toEqual({});
    expect(ordered(decision)).toEqual([]);
  });

  test('not within the tolerance of its account', () => {
    const policy = testPolicy({ priceTolerance: { percent: 1, absolute: '1' } });

    expect(ordered(decisionOf(journalOf(1), own('10.10'), {}, { policy }))).toEqual([[0]]);
    expect(settledIn(decisionOf(journalOf(1), own('10.11'), {}, { policy }))).toEqual({
      0: 'held: price changed',
    });
  });
});

describe('a row is not renewable', () => {
  test.each<[string, PriceLook]>([
    ['that the price call refuses', unpriced('row')],
    ['that is locked by an order which cannot be ours', unpriced('row', true)],
    ['for which it gives neither price nor reason', nothingSaid()],
  ])('%s', (_, look) => {
    const decision = decisionOf(journalOf(2), { 0: look, 1: priced('10') });

    expect(settledIn(decision)).toEqual({ 0: 'not renewable' });
    expect(ordered(decision)).toEqual([[1]]);
  });

  test('that is priced and not shown', () => {
    const rows = looks([0], { ...asked(), kind: 'not shown' });

    expect(settledIn(decisionOf(journalOf(1), { 0: priced('10') }, { rows }))).toEqual({
      0: 'not renewable',
    });
  });
});

describe('a row that an order locks', () => {
  const locked = { 0: unpriced('row', true) };

  test.each(['refused', 'busy', 'refused alone', 'settled'] as const)(
    'after a call with it was %s is followed to that order, which may be ours',
    (kind) => {
      const journal = journalOf(1, { parts: [part(0, [0], [], EVERY_ATTEMPT[kind])] });

      expect(decisionOf(journal, locked)).toEqual(
        only({ events: [{ kind: 'orders sought', rows: [0] }] }),
      );
    },
  );

  test.each(['accepted', 'released', 'left to a person'] as const)(
    'after a call with it was %s is not renewable',
    (kind) => {
      const journal = journalOf(1, { parts: [part(0, [0], [], EVERY_ATTEMPT[kind])] });

      expect(settledIn(decisionOf(journal, locked))).toEqual({ 0: 'not renewable' });
    },
  );
});

describe('a row that an order locks, after another job has cancelled its order of it', () => {
  const locked = { 0: unpriced('row', true) };

  function remembering(ago: number): Decision {
    const before = { kind: 'taken back', job: 'job0000002', at: NOW - ago } as const;
    return decisionOf(journalOf(1), locked, {
      remembered: { since: NOW, rows: new Map([[0, before]]) },
    });
  }

  test('waits for half an hour, for that may be the late sight of it', () => {
    expect(remembering(LAG_MS - 1)).toEqual(only({ waits: [NOW + BACK_OFF_MS] }));
  });

  test('is not renewable after that', () => {
    expect(settledIn(remembering(LAG_MS))).toEqual({ 0: 'not renewable' });
  });
});

/** Row 0 at a good price, after another job saw it renewed so long ago. */
function afterSight(ago: number): Decision {
  const seen = { kind: 'seen renewed', job: 'job2', expiry: RENEWED, at: NOW - ago } as const;
  return decisionOf(journalOf(1), own('10'), {
    remembered: { since: NOW, rows: new Map([[0, seen]]) },
  });
}

describe('a row whose later expiry another job has seen', () => {
  test('is already renewed for half an hour, for this look may be behind', () => {
    expect(settledIn(afterSight(LAG_MS - 1))).toEqual({ 0: 'already renewed' });
  });

  test('is judged by its own look after that', () => {
    expect(ordered(afterSight(LAG_MS))).toEqual([[0]]);
  });
});

describe('a row that is busy', () => {
  test('is asked for once more later, and only then given up', () => {
    const busy = { 0: unpriced('later') };
    const again = journalOf(0, {
      rows: [journalRow(0, { pricing: { kind: 'busy', since: NOW - 30_000, alone: false } })],
    });

    expect(decisionOf(journalOf(1), busy)).toEqual(
      only({ events: [{ kind: 'rows busy', rows: [0], at: NOW }] }),
    );
    expect(settledIn(decisionOf(again, busy))).toEqual({ 0: 'not renewable' });
  });
});
