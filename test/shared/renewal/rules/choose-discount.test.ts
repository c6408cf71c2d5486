import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseDiscount } from '../../../../shared/renewal/rules/choose-discount.ts';
import type { OrderDiscount } from '../../../../shared/renewal/readings.ts';
import { exceeds, money } from '../../../../shared/values/money.ts';
import { usd } from '../../../support/journal-sample.ts';

const SEED = 20_261_122;
const PLAIN = usd('100');

function offer(id: string, amount: string, mandatory = false): OrderDiscount {
  return { discount: { id, type: 1 }, amount: usd(amount), mandatory };
}

function paying(id: string | null, amount: string): unknown {
  const discount = id === null ? null : { id, type: 1 };
  return { kind: 'payable', discount, amount: usd(amount) };
}

describe('the discount that a payment sends', () => {
  test('is the cheapest where the account wants the best', () => {
    const offers = [offer('a', '95'), offer('b', '80'), offer('c', '90')];

    expect(chooseDiscount('best', PLAIN, offers)).toEqual(paying('b', '80'));
  });

  test('is none where none is cheaper than the plain price', () => {
    expect(chooseDiscount('best', PLAIN, [offer('a', '100'), offer('b', '101')])).toEqual(
      paying(null, '100'),
    );
    expect(chooseDiscount('best', PLAIN, [])).toEqual(paying(null, '100'));
  });

  test('is the first of equally cheap ones, so that it is the same each time', () => {
    const offers = [offer('a', '90'), offer('b', '90.00')];

    expect(chooseDiscount('best', PLAIN, offers)).toEqual(paying('a', '90'));
  });

  test('is never one that cannot be read', () => {
    const unreadable = { ...offer('a', '1'), amount: null };
    const unnamed = { ...offer('b', '1'), discount: null };

    expect(chooseDiscount('best', PLAIN, [unreadable, unnamed, offer('c', '90')])).toEqual(
      paying('c', '90'),
    );
    expect(chooseDiscount('a', PLAIN, [unreadable])).toEqual({ kind: 'discount missing' });
    expect(chooseDiscount('none', PLAIN, [{ ...unreadable, mandatory: true }])).toEqual({
      kind: 'discount missing',
    });
  });

  test('is none where the account wants none, however cheap', () => {
    expect(chooseDiscount('none', PLAIN, [offer('a', '1')])).toEqual(paying(null, '100'));
  });

  test('is the named one, also where another is cheaper', () => {
    const offers = [offer('a', '95'), offer('b', '80')];

    expect(chooseDiscount('a', PLAIN, offers)).toEqual(paying('a', '95'));
  });

  test('is missing where the named one is not offered: never another, never none', () => {
    expect(chooseDiscount('a', PLAIN, [offer('b', '80')])).toEqual({ kind: 'discount missing' });
  });

  test.each(['best', 'none', 'a'])('is the mandatory one under the setting "%s"', (setting) => {
    const offers = [offer('a', '80'), offer('must', '120', true)];

    expect(chooseDiscount(setting, PLAIN, offers)).toEqual(paying('must', '120'));
  });

  test('in another currency is a fault, not a cheap offer', () => {
    const foreign = { ...offer('a', '1'), amount: money('1', 'CNY') };

    expect(() => chooseDiscount('best', PLAIN, [foreign])).toThrow('cannot be combined');
  });

  test(`always costs exactly what its own offer says (seed ${SEED})`, () => {
    const offers = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd'),
        cents: fc.integer({ min: 0, max: 20_000 }),
        mandatory: fc.boolean(),
      }),
      { selector: ({ id }) => id },
    );
    const settings = fc.constantFrom('best', 'none', 'a', 'b');

    fc.assert(
      fc.property(settings, offers, (setting, list) => {
        const made = list.map(({ id, cents, mandatory }) =>
          offer(id, String(cents / 100), mandatory),
        );
        const chosen = chooseDiscount(setting, PLAIN, made);
        if (chosen.kind !== 'payable') return;
        const { discount, amount } = chosen;
        const own = made.find((one) => one.discount?.id === discount?.id);
        expect(amount).toEqual(own?.amount ?? PLAIN);
        const free = setting === 'best' && !made.some(({ mandatory }) => mandatory);
        const cheaper = made.some((one) => exceeds(amount, one.amount!));
        expect(free && cheaper).toBe(false);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});
