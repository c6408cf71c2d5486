import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exceeds, minus, money, sum, zero } from '../../../../shared/values/money.ts';
import {
  ceiling,
  heldFor,
  orderCeiling,
  withinApproval,
} from '../../../../shared/renewal/rules/price-verdict.ts';
import { journalRow, usd } from '../../../support/journal-sample.ts';
import { testAccount } from '../../../support/quote-rows.ts';
import { told } from '../../../support/told.ts';
import { reason } from '../../../../shared/reasons/reason.ts';

const SEED = 20_261_122;

describe('the most that may be paid for a row', () => {
  test('is exactly what was approved where there is no tolerance', () => {
    expect(ceiling(usd('10.00'), { percent: 0, absolute: '0' })).toEqual(usd('10'));
  });

  test.each([
    ['the percentage', { percent: 5, absolute: '1' }, '10.5'],
    ['the absolute amount', { percent: 50, absolute: '1' }, '11'],
    ['nothing when only a percentage is set', { percent: 5, absolute: '0' }, '10'],
    ['nothing when only an amount is set', { percent: 0, absolute: '1' }, '10'],
  ])('adds the stricter limit: %s', (_, tolerance, most) => {
    expect(ceiling(usd('10.00'), tolerance).amount).toBe(most);
  });

  test('is not rounded up', () => {
    expect(ceiling(usd('0.99'), { percent: 1, absolute: '1' }).amount).toBe('0.9999');
  });

  test(`never adds more than either limit allows (seed ${SEED})`, () => {
    const cents = fc.integer({ min: 0, max: 100_000_000 });
    const percents = fc.integer({ min: 0, max: 10_000 });

    fc.assert(
      fc.property(cents, percents, cents, (price, percent, absolute) => {
        const approved = usd(price / 100);
        const tolerance = { percent: percent / 100, absolute: String(absolute / 100) };
        const added = minus(ceiling(approved, tolerance), approved);

        expect(exceeds(zero('USD'), added)).toBe(false);
        expect(exceeds(added, usd(tolerance.absolute))).toBe(false);
        // As integers: percent is in hundredths, and so is the price.
        expect(exceeds(added, usd(`${BigInt(price) * BigInt(percent)}e-6`))).toBe(false);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});

describe('a price', () => {
  const account = testAccount({ priceTolerance: { percent: 10, absolute: '0.5' } });
  const row = journalRow(0, { approved: usd('10.00') });

  test.each([
    ['9.99', true],
    ['10', true],
    ['10.5', true],
    ['10.500000001', false],
    ['11', false],
  ])('of %s against 10.00 plus at most 0.50 is within approval: %s', (price, within) => {
    expect(withinApproval(row, usd(price), account)).toBe(within);
  });

  test('in another currency is never within approval, it is a fault', () => {
    expect(() => withinApproval(row, money('1', 'CNY'), account)).toThrow('cannot be combined');
  });
});

describe('the most that may be paid for an order', () => {
  const account = testAccount({ priceTolerance: { percent: 10, absolute: '0.5' } });

  test('is the sum over exactly its rows, each with its own tolerance', () => {
    const rows = [usd('1.00'), usd('100.00')].map((approved) => ({ approved }));

    expect(orderCeiling(rows, account).amount).toBe('101.6');
  });

  test('is nothing for an order that covers none of the rows', () => {
    expect(orderCeiling([], account).amount).toBe('0');
  });

  test(`is what the rows' own ceilings add up to (seed ${SEED})`, () => {
    const lists = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { maxLength: 100 });

    fc.assert(
      fc.property(lists, (cents) => {
        const rows = cents.map((cent) => ({ approved: usd(cent / 100) }));
        const ceilings = rows.map((row) => ceiling(row.approved, account.priceTolerance));

        expect(orderCeiling(rows, account)).toEqual(sum(ceilings, 'USD'));
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  test('is never taken across currencies', () => {
    expect(() => orderCeiling([{ approved: money('1', 'CNY') }], account)).toThrow(
      'cannot be combined',
    );
  });
});

describe('a held row', () => {
  test('is told both amounts where its price is known and dearer', () => {
    expect(told(heldFor(journalRow(0), usd('10.5'))).reason).toBe(
      'It would cost 10.50 USD now; 10.00 USD was approved.',
    );
  });

  test('is not told a price that would not explain why it is held', () => {
    const plain = 'It would cost more than the approved 10.00 USD.';

    expect(told(heldFor(journalRow(0), null)).reason).toBe(plain);
    expect(told(heldFor(journalRow(0), usd('10.00'))).reason).toBe(plain);
  });

  test('has nothing paid, and may carry a reason of its own', () => {
    const why = reason('approved-discount-not-accepted');

    expect(heldFor(journalRow(0), usd('11'), { why })).toMatchObject({
      outcome: 'held: price changed',
      reason: why,
      paid: null,
    });
  });
});
