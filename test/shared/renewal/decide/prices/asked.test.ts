import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../../../shared/renewal/decide/decision.ts';
import type { Journal } from '../../../../../shared/renewal/journal.ts';
import { asked, only, priced } from '../../../../support/facts-sample.ts';
import { journalOf, journalRow, usd } from '../../../../support/journal-sample.ts';
import { together, decisionOf } from './priced-rows.ts';

const ALONE = { kind: 'alone' } as const;

function ask(rows: readonly number[], alone = false): Partial<Decision> {
  return { asks: [{ kind: 'prices', rows, alone }] };
}

describe('the price of a row', () => {
  test.each<[string, Decision, Partial<Decision>]>([
    ['is asked for together with the others', decisionOf(journalOf(2), {}), ask([0, 1])],
    [
      'is asked for only where it is not known',
      decisionOf(journalOf(2), { 0: priced('10') }),
      ask([1]),
    ],
    [
      'is asked for alone where an order with it was too dear',
      decisionOf(withRow(1, { pricing: ALONE }), { 0: priced('10') }),
      ask([1], true),
    ],
    [
      'is not taken from a call with others where it is to be asked for alone',
      decisionOf(withRow(1, { pricing: ALONE }), { 0: priced('10'), 1: priced('10') }),
      ask([1], true),
    ],
    [
      'that looks too dear among others is asked for alone',
      decisionOf(journalOf(2), { 0: priced('10.01'), 1: priced('9') }),
      ask([0], true),
    ],
    [
      'is asked for again after something happened to the row',
      decisionOf(
        journalOf(2),
        { 0: priced('10', {}, asked(3)), 1: priced('10', {}, asked(2)) },
        { changed: new Map([['row 1', 2]]) },
      ),
      ask([1]),
    ],
    [
      'spoilt by a row that the look has settled is asked for again',
      decisionOf(
        journalOf(3),
        {
          0: priced('10', {}, together(1, 1)),
          1: priced('10', {}, together(1, 1)),
          2: priced('10', {}, { ...asked(2), company: [2] }),
        },
        { settled: [0] },
      ),
      ask([1]),
    ],
    [
      'spoilt by a row that was settled while they were asked for is asked for again',
      decisionOf(
        journalOf(2),
        { 1: priced('10', {}, together(1, 4)) },
        { out: [0], changed: new Map([['row 0', 2]]) },
      ),
      ask([1]),
    ],
    [
      'is not spoilt by a row that was settled before they were asked for',
      decisionOf(
        journalOf(2),
        { 1: priced('10', {}, together(3, 4)) },
        { out: [0], rung: null, changed: new Map([['row 0', 2]]) },
      ),
      {},
    ],
    [
      'of its own is not spoilt by a row that the look has settled',
      decisionOf(
        journalOf(2),
        {
          0: priced('10', {}, together(1, 1)),
          1: priced('9', { alone: true }, together(1, 1)),
        },
        { settled: [0] },
      ),
      {
        calls: [
          {
            kind: 'renew',
            part: { number: 0, rows: [1], expected: { price: usd('9'), list: null } },
            prices: new Map([[1, { price: usd('9'), list: null }]]),
          },
        ],
      },
    ],
  ])('%s', (_, decision, expected) => {
    expect(decision).toEqual(only(expected));
  });

  test('is asked for beside the look, and nothing is ordered before that is done', () => {
    expect(decisionOf(journalOf(1), {}, { open: true })).toEqual(only(ask([0])));
    expect(decisionOf(journalOf(1), { 0: priced('10') }, { open: true })).toEqual(only());
  });

  test.each(['prices', 'prices alone'])(
    'is judged with the others, not while %s are under way',
    (name) => {
      const decision = decisionOf(journalOf(1), { 0: priced('10') }, { underWay: new Set([name]) });

      expect(decision).toEqual(only());
    },
  );
});

function withRow(index: number, more: Partial<Journal['rows'][number]>): Journal {
  const rows = [0, 1].map((row) => journalRow(row, row === index ? more : {}));
  return journalOf(0, { rows });
}
