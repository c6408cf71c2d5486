import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allocate,
  compare,
  display,
  exceeds,
  minus,
  money,
  type Money,
  plus,
  roundToMinor,
  scale,
  sum,
  zero,
} from '../../../shared/values/money.ts';
import { usd } from '../../support/journal-sample.ts';

const SEED = 20_261_122;

/** Amounts from nothing to billions with up to `digits` decimals, none of them a float. */
function amountsWith(digits: number): fc.Arbitrary<Money> {
  return fc
    .tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.integer({ min: 0, max: digits }))
    .map(([units, decimals]) => {
      const text = units.toString().padStart(decimals + 1, '0');
      const whole = text.slice(0, text.length - decimals);
      const fraction = decimals === 0 ? '' : `.${text.slice(-decimals)}`;
      return usd(`${whole}${fraction}`);
    });
}

const amount = amountsWith(2);
const fine = amountsWith(12);
const weights = fc.array(fc.oneof(fine, fc.constant(usd('0'))), { minLength: 1, maxLength: 100 });

function amounts(list: readonly Money[]): string[] {
  return list.map((one) => one.amount).toSorted();
}

/** The amount, or what was thrown instead. */
function madeOf(number: number): string {
  try {
    return money(number, 'USD').amount;
  } catch (error) {
    return String(error);
  }
}

function check<T extends [unknown, ...unknown[]]>(property: fc.IProperty<T>, numRuns = 300): void {
  fc.assert(property, { seed: SEED, numRuns });
}

describe(`allocating (seed ${SEED})`, () => {
  test('adds up to the total exactly, whatever the weights', () => {
    check(
      fc.property(amount, weights, (total, over) => {
        expect(compare(sum(allocate(total, over), 'USD'), total)).toBe(0);
      }),
    );
  });

  test('adds up exactly over prices that were scaled to twenty digits', () => {
    const scaled = fc
      .array(amount, { minLength: 2, maxLength: 12 })
      .map((list) => list.map((one) => scale(one, usd('1'), usd('3'))));
    check(
      fc.property(amount, scaled, (total, over) => {
        expect(compare(sum(allocate(total, over), 'USD'), total)).toBe(0);
      }),
    );
  });

  test('gives each row its own share, rounded down or up by one unit and never below nothing', () => {
    check(
      fc.property(amount, weights, (total, over) => {
        const whole = sum(over, 'USD');
        const shares = allocate(total, over);

        expect(shares).toHaveLength(over.length);
        for (const [index, share] of shares.entries()) {
          const even = usd(over.length);
          const exact =
            whole.amount === '0' ? scale(total, usd('1'), even) : scale(total, over[index]!, whole);
          const off = minus(share, exact);
          expect(exceeds(zero('USD'), share)).toBe(false);
          expect(exceeds(off, usd('0.01'))).toBe(false);
          expect(exceeds(usd('-0.01'), off)).toBe(false);
        }
      }),
    );
  });

  test('gives the same shares in whatever order the rows come', () => {
    const shuffled = weights.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    );
    check(
      fc.property(amount, shuffled, (total, [list, other]) => {
        expect(amounts(allocate(total, list))).toEqual(amounts(allocate(total, other)));
      }),
    );
  });

  test('gives a dearer row no less than a cheaper one', () => {
    check(
      fc.property(amount, weights, (total, over) => {
        const shares = allocate(total, over);
        const byWeight = over
          .map((weight, index) => ({ weight, share: shares[index]! }))
          .toSorted((a, b) => compare(a.weight, b.weight) || compare(a.share, b.share));
        const pairs = byWeight.slice(1).map((next, index) => [byWeight[index]!, next] as const);

        expect(pairs.every(([less, more]) => !exceeds(less.share, more.share))).toBe(true);
      }),
    );
  });
});

describe(`sums (seed ${SEED})`, () => {
  test('are the same in any order and lose nothing', () => {
    check(
      fc.property(fc.array(fine, { maxLength: 50 }), (list) => {
        const there = sum(list, 'USD');

        expect(sum(list.toReversed(), 'USD')).toEqual(there);
        expect(compare(list.reduce(minus, there), zero('USD'))).toBe(0);
      }),
    );
  });

  test('of two amounts less one of them are the other', () => {
    check(
      fc.property(fine, fine, (a, b) => {
        expect(compare(minus(plus(a, b), b), a)).toBe(0);
      }),
    );
  });
});

describe(`making money (seed ${SEED})`, () => {
  test('of any number is exact to 15 digits and plain, or throws', () => {
    check(
      fc.property(fc.double(), (number) => {
        const atFifteen = Number(number.toPrecision(15));
        const made = madeOf(number);

        expect(made).toMatch(Number.isFinite(atFifteen) ? /^-?\d+(?:\.\d+)?$/u : /Invalid number/u);
        expect(Number(made)).toEqual(Number.isFinite(atFifteen) ? atFifteen + 0 : Number.NaN);
      }),
      2000,
    );
  });

  test('of cents in a binary float gives exactly those cents', () => {
    check(
      fc.property(fc.integer({ min: 0, max: 10 ** 13 }), (cents) => {
        const made = money(cents / 100, 'USD');

        expect(display(made)).toBe(
          `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`,
        );
      }),
      2000,
    );
  });

  test('and rounding it is off by half a unit at most, and again changes nothing', () => {
    check(
      fc.property(fine, (exact) => {
        const rounded = roundToMinor(exact);
        const off = minus(rounded, exact);

        expect(exceeds(off, usd('0.005'))).toBe(false);
        expect(exceeds(usd('-0.005'), off)).toBe(false);
        expect(roundToMinor(rounded)).toEqual(rounded);
      }),
    );
  });
});
