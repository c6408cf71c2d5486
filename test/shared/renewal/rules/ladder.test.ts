import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formParts, learntSize, rungBelow } from '../../../../shared/renewal/rules/ladder.ts';
import { compare, sum } from '../../../../shared/values/money.ts';
import {
  journalOf,
  journalRow,
  order,
  part,
  refusedPart,
  usd,
} from '../../../support/journal-sample.ts';

const SEED = 20_261_122;
const SIZES = [100, 10, 1];

function upTo(end: number, start = 0): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

test.each([
  [100, 10],
  [11, 10],
  [10, 1],
  [2, 1],
  [1, null],
])('below a refused call of %d ids comes one of %j', (size, rung) => {
  expect(rungBelow(size, SIZES)).toBe(rung);
});

describe('the parts of the next renew calls', () => {
  test('go on with the numbers of the parts there are', () => {
    const journal = journalOf(2, { parts: [refusedPart(0, [0, 1]), part(1, [0])] });

    expect(formParts(journal, [1], 100, SIZES).map(({ number }) => number)).toEqual([2]);
  });

  test('keep rows of one rung together and leave none out', () => {
    const journal = journalOf(4, {
      rows: [10, 1, 10, 100].map((rung, index) => journalRow(index, { rung })),
    });

    expect(formParts(journal, upTo(4), 100, SIZES).map(({ rows }) => rows)).toEqual([
      [3],
      [0, 2],
      [1],
    ]);
  });

  test('are never larger than the account takes', () => {
    expect(formParts(journalOf(25), upTo(25), 10, SIZES).map(({ rows }) => rows.length)).toEqual([
      10, 10, 5,
    ]);
  });

  test('expect the pre-flight sums of their rows, and a list price only where every row has one', () => {
    const rows = [
      journalRow(0, { price: usd('9.5'), list: usd('10') }),
      journalRow(1, { price: usd('0.25'), list: null }),
      journalRow(2, { price: usd('1'), list: usd('2'), rung: 1 }),
    ];

    expect(
      formParts(journalOf(3, { rows }), upTo(3), 100, SIZES).map(({ expected }) => expected),
    ).toEqual([
      { price: usd('9.75'), list: null },
      { price: usd('1'), list: usd('2') },
    ]);
  });

  test('of no rows are none', () => {
    expect(formParts(journalOf(3), [], 100, SIZES)).toEqual([]);
  });

  test(`hold each row once, in parts of 100, 10 or 1 at most (seed ${SEED})`, () => {
    const rungs = fc.constantFrom(...SIZES);
    const chunks = fc.array(fc.record({ rung: rungs, chosen: fc.boolean() }), {
      minLength: 1,
      maxLength: 100,
    });

    fc.assert(
      fc.property(chunks, rungs, (list, accountRung) => {
        const rows = list.map(({ rung }, index) =>
          journalRow(index, { rung, price: usd(index), list: usd(index) }),
        );
        const chosen = upTo(list.length).filter((index) => list[index]!.chosen);
        const parts = formParts(journalOf(0, { rows }), chosen, accountRung, SIZES);

        expect(parts.flatMap((one) => one.rows).toSorted((a, b) => a - b)).toEqual(chosen);
        for (const one of parts) {
          const limit = Math.min(accountRung, ...one.rows.map((index) => rows[index]!.rung));
          expect(one.rows.length).toBeLessThanOrEqual(limit);
          const whole = sum(one.rows.map(usd), 'USD');
          expect(compare(one.expected.price, whole)).toBe(0);
        }
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});

describe('an account is known to take ten ids a call', () => {
  const big = refusedPart(0, upTo(12));
  const accepted = [part(1, upTo(10), [order('o1')]), part(2, [10, 11], [order('o2')])];

  test('when ids refused in a larger call were all accepted in parts of ten', () => {
    expect(learntSize(journalOf(12, { parts: [big, ...accepted] }), SIZES)).toBe(10);
  });

  test.each([
    ['nothing was refused', [part(0, upTo(12), [order('o0')]), ...accepted]],
    ['the refused call had ten ids only', [refusedPart(0, upTo(10)), accepted[0]!]],
    ['some of the ids were not accepted yet', [big, accepted[0]!]],
    ['one of the parts of ten was refused too', [big, accepted[0]!, refusedPart(2, [10, 11])]],
    [
      'a part was larger than ten',
      [big, part(1, upTo(11), [order('o1')]), part(2, [11], [order('o2')])],
    ],
    ['a part of ten made no order', [big, accepted[0]!, part(2, [10, 11])]],
    [
      'they were accepted one at a time',
      [big, ...upTo(12).map((row) => part(row + 1, [row], [order(`o${row}`)]))],
    ],
    [
      'a part of ten has no clear answer',
      [big, accepted[0]!, part(2, [10, 11], [], { kind: 'unclear', at: 0, why: 'timeout' })],
    ],
    [
      'the larger call has no clear answer',
      [part(0, upTo(12), [], { kind: 'unclear', at: 0, why: 'timeout' }), ...accepted],
    ],
    ['they were accepted before the refusal', [...accepted, refusedPart(3, upTo(12))]],
  ])('but not when %s', (_, parts) => {
    expect(learntSize(journalOf(12, { parts }), SIZES)).toBeNull();
  });
});
