import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../../../shared/renewal/decide/decision.ts';
import { learnSize } from '../../../../../shared/renewal/decide/prices.ts';
import type { Journal } from '../../../../../shared/renewal/journal.ts';
import {
  contextOf,
  decided,
  NOW,
  only,
  priced,
  settledIn,
} from '../../../../support/facts-sample.ts';
import {
  EVERY_ATTEMPT,
  journalOf,
  order,
  part,
  refusedPart,
  usd,
} from '../../../../support/journal-sample.ts';
import { decisionOf, ordered } from './priced-rows.ts';

function undone(many: number): Journal {
  return journalOf(1, {
    parts: Array.from({ length: many }, (_, number) =>
      part(
        number,
        [0],
        [order(`o${number}`, { kind: 'cancelled', because: 'not asked for', at: 0 })],
      ),
    ),
  });
}

describe('rows within their approval', () => {
  test('are ordered together, with what they should cost', () => {
    const prices = { 0: priced('9', { list: usd('12') }), 1: priced('10', { list: usd('10') }) };
    const [call] = decisionOf(journalOf(2), prices).calls;

    expect(call).toMatchObject({
      kind: 'renew',
      part: { number: 0, rows: [0, 1], expected: { price: usd('19'), list: usd('22') } },
    });
  });

  test('are not ordered before it is known how many ids a call takes', () => {
    expect(decisionOf(journalOf(1), { 0: priced('10') }, { rung: null })).toEqual(only());
  });

  test.each([
    [100, [[0, 1, 2]]],
    [10, [[0, 1, 2]]],
    [1, [[0], [1], [2]]],
  ])('are ordered in calls of no more ids than %d', (rung, calls) => {
    const prices = { 0: priced('1'), 1: priced('1'), 2: priced('1') };

    expect(ordered(decisionOf(journalOf(3), prices, { rung }))).toEqual(calls);
  });

  test.each<[string, 'busy' | 'refused alone', number, Partial<Decision>]>([
    [
      'wait for a minute after their own call was told that they are busy',
      'busy',
      59_999,
      { waits: [NOW + 1] },
    ],
    ['are ordered once more after that minute', 'busy', 60_000, { calls: [expect.anything()] }],
  ])('%s', (_, kind, ago, expected) => {
    const attempt = { ...EVERY_ATTEMPT[kind], at: NOW - ago };
    const journal = journalOf(1, { parts: [part(0, [0], [], attempt)] });

    expect(decisionOf(journal, { 0: priced('10') })).toEqual(only(expected));
  });

  test('are given up after their own call was refused, though they have a price', () => {
    const journal = journalOf(1, { parts: [part(0, [0], [], EVERY_ATTEMPT['refused alone'])] });

    expect(settledIn(decisionOf(journal, { 0: priced('10') }))).toEqual({ 0: 'not renewable' });
  });

  test('are given up after four orders that somebody cancelled', () => {
    expect(ordered(decisionOf(undone(3), { 0: priced('10') }))).toEqual([[0]]);
    expect(settledIn(decisionOf(undone(4), { 0: priced('10') }))).toEqual({ 0: 'not renewable' });
  });
});

describe('the size of calls that an account takes', () => {
  const rows = Array.from({ length: 12 }, (_, index) => index);
  const journal = journalOf(12, {
    parts: [
      refusedPart(0, rows),
      part(1, rows.slice(0, 10), [order('o1')]),
      part(2, rows.slice(10), [order('o2')]),
    ],
  });

  test.each<[string, Journal, number | null, Partial<Decision>]>([
    [
      'is remembered once the journal shows it',
      journal,
      100,
      { calls: [{ kind: 'learn size', size: 10 }] },
    ],
    ['is not remembered a second time', journal, 10, {}],
    ['is not remembered while it is not known what is remembered', journal, null, {}],
    ['is not remembered of a journal that does not show it', journalOf(12), 100, {}],
  ])('%s', (_, known, rung, expected) => {
    expect(decided(learnSize, contextOf(known, { rung }))).toEqual(only(expected));
  });
});
