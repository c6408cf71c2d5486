import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTerm, termMonths, termText } from '../../../shared/values/term.ts';

const SEED = 20_261_122;

function monthsOf(text: string): number | string {
  const reading = readTerm(text);
  return reading.kind === 'term' ? termMonths(reading.term) : reading.kind;
}

describe('a term', () => {
  test.each([
    ['1 month', 1],
    ['1 Month', 1],
    ['  2 months ', 2],
    ['6-month', 6],
    ['11mo', 11],
    ['3 mons', 3],
    ['9m', 9],
    ['1 year', 12],
    ['2 years', 24],
    ['3yr', 36],
    ['1 Y', 12],
    ['1个月', 1],
    ['9月', 9],
    ['1年', 12],
    ['12 months', 12],
    ['24 months', 24],
    ['36个月', 36],
    ['01 month', 1],
  ])('written "%s" is %d months', (text, months) => {
    expect(monthsOf(text)).toBe(months);
  });

  test('of twelve months is one year, which is what the provider calls it', () => {
    expect(readTerm('12 months')).toEqual({ kind: 'term', term: { unit: 'year', count: 1 } });
  });

  test.each(['0 months', '0 years', '13 months', '18 months', '4 years', '48 months', '999 y'])(
    'of %s is not offered',
    (text) => {
      expect(monthsOf(text)).toBe('not offered');
    },
  );

  test.each(['', '1', 'month', '1.5 years', '-1 month', '1 day', '1000 months', '1 month 2 years'])(
    'written "%s" is not guessed at',
    (text) => {
      expect(monthsOf(text)).toBe('unreadable');
    },
  );

  test('is shown in the singular only where it is one', () => {
    const texts = [1, 2].flatMap((count) =>
      (['month', 'year'] as const).map((unit) => termText({ unit, count })),
    );

    expect(texts).toEqual(['1 month', '1 year', '2 months', '2 years']);
  });

  test(`reads back from its own text (seed ${SEED})`, () => {
    const terms = fc.oneof(
      fc.record({ unit: fc.constant('month' as const), count: fc.integer({ min: 1, max: 11 }) }),
      fc.record({ unit: fc.constant('year' as const), count: fc.integer({ min: 1, max: 3 }) }),
    );

    fc.assert(
      fc.property(terms, (term) => {
        expect(readTerm(termText(term))).toEqual({ kind: 'term', term });
      }),
      { seed: SEED, numRuns: 50 },
    );
  });

  test(`is never one that the provider does not have (seed ${SEED})`, () => {
    const texts = fc
      .tuple(fc.integer({ min: 0, max: 2000 }), fc.constantFrom(' months', ' years', '个月', '年'))
      .map(([count, unit]) => `${count}${unit}`);

    fc.assert(
      fc.property(texts, (text) => {
        const reading = readTerm(text);
        if (reading.kind !== 'term') return;
        const { unit, count } = reading.term;
        expect(count).toBeGreaterThanOrEqual(1);
        expect(count).toBeLessThanOrEqual(unit === 'year' ? 3 : 11);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});
