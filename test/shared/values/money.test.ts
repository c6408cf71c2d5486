import { describe, expect, test } from 'vitest';
import {
  allocate,
  compare,
  CurrencyMismatch,
  display,
  exceeds,
  isInMinorUnits,
  isRoundedFrom,
  minorDigits,
  minus,
  money,
  plus,
  roundToMinor,
  scale,
  smaller,
  sum,
  times,
  zero,
} from '../../../shared/values/money.ts';
import { usd } from '../../support/journal-sample.ts';

describe('an amount of money', () => {
  test.each([
    [0.1 + 0.2, '0.3'],
    [1.005, '1.005'],
    [1e21, '1000000000000000000000'],
    [1e-7, '0.0000001'],
    [9_007_199_254_740_991, '9007199254740990'],
    [-0, '0'],
  ])('of the number %d is taken at 15 significant digits: %s', (number, amount) => {
    expect(money(number, 'USD')).toEqual({ amount, currency: 'USD' });
  });

  test.each(['0.1', '12345678901234567890.123456789012345678901', '-3.5'])(
    'of the text %s is taken digit by digit',
    (text) => {
      expect(money(text, 'USD').amount).toBe(text);
    },
  );

  test.each([Number.NaN, Infinity, -Infinity, Number.MAX_VALUE, '', ' 1', '1,5', '0x10', 'NaN'])(
    'is not made of %j',
    (nonsense) => {
      expect(() => money(nonsense, 'USD')).toThrow('Invalid number');
    },
  );

  test('close to the largest number there is stays exact and is no exponent', () => {
    const { amount } = money(1.7e308, 'USD');

    expect(amount).toBe(`17${'0'.repeat(307)}`);
  });

  test('is rounded half up to the minor unit of its currency, and only there', () => {
    expect(roundToMinor(usd('1.005')).amount).toBe('1.01');
    expect(roundToMinor(usd('1.00499999999999999999')).amount).toBe('1');
    expect(roundToMinor(money('100.5', 'JPY')).amount).toBe('101');
    expect(plus(usd('0.001'), usd('0.002')).amount).toBe('0.003');
  });

  test('has the digits of its currency', () => {
    expect(['USD', 'CNY', 'JPY', 'KWD'].map(minorDigits)).toEqual([2, 2, 0, 3]);
  });

  test('is shown with at least the usual digits and never with fewer than it has', () => {
    expect(display(usd('12.5'))).toBe('12.50');
    expect(display(usd('12.345'))).toBe('12.345');
    expect(display(money('12', 'JPY'))).toBe('12');
  });
});

describe('amounts in two currencies', () => {
  const yuan = money('1', 'CNY');
  const dollars = usd('1');
  const combinations: Readonly<Record<string, () => unknown>> = {
    added: () => plus(dollars, yuan),
    subtracted: () => minus(dollars, yuan),
    compared: () => compare(dollars, yuan),
    'asked which exceeds': () => exceeds(dollars, yuan),
    'asked which is smaller': () => smaller(dollars, yuan),
    summed: () => sum([dollars, yuan], 'USD'),
    'summed under a third currency': () => sum([yuan], 'USD'),
    allocated: () => allocate(dollars, [dollars, yuan]),
    'scaled by the other': () => scale(dollars, yuan, yuan),
    'scaled by both': () => scale(dollars, dollars, yuan),
  };

  test.each(Object.keys(combinations))('are never %s', (name) => {
    expect(combinations[name]).toThrow(CurrencyMismatch);
  });

  test('are not the same even when there is nothing of either', () => {
    expect(() => plus(zero('USD'), zero('CNY'))).toThrow('USD and CNY cannot be combined');
  });
});

describe('comparing', () => {
  test('tells amounts apart that differ in the thirtieth digit', () => {
    const more = usd('1.00000000000000000000000000001');

    expect(exceeds(more, usd('1'))).toBe(true);
    expect(exceeds(usd('1'), more)).toBe(false);
    expect(smaller(more, usd('1')).amount).toBe('1');
  });

  test('does not mind how many zeros were written', () => {
    expect(compare(usd('10.00'), usd('10'))).toBe(0);
    expect(exceeds(usd('10.00'), usd('10'))).toBe(false);
  });
});

describe('a charge in whole cents', () => {
  test.each([
    ['10.00', '10', true],
    ['10.00', '9.996', true],
    ['9.99', '9.996', true],
    ['10.01', '9.996', false],
    ['9.996', '9.996', false],
    ['10.01', '10', false],
    ['0.01', '0.0001', true],
  ])('of %s may be that of a price of %s: %s', (charge, price, expected) => {
    expect(isRoundedFrom(usd(charge), usd(price))).toBe(expected);
  });

  test('is whole in a currency without cents', () => {
    expect([isInMinorUnits(money('10.5', 'JPY')), isInMinorUnits(money('10', 'JPY'))]).toEqual([
      false,
      true,
    ]);
  });
});

describe('allocating an amount', () => {
  test('gives what is left over to the largest fractions first', () => {
    const shares = allocate(usd('10.00'), [usd('1'), usd('1'), usd('1')]);

    expect(shares.map(({ amount }) => amount)).toEqual(['3.34', '3.33', '3.33']);
  });

  test('shares evenly where nothing has a weight', () => {
    const shares = allocate(usd('0.05'), [usd('0'), usd('0')]);

    expect(shares.map(({ amount }) => amount)).toEqual(['0.03', '0.02']);
  });

  test('gives nothing to a row without a price beside rows that have one', () => {
    const shares = allocate(usd('0.05'), [usd('0'), usd('1'), usd('1'), usd('1')]);

    expect(shares[0]?.amount).toBe('0');
  });

  test('keeps the digits of a charge that is finer than the minor unit', () => {
    const shares = allocate(usd('0.0003'), [usd('1'), usd('1')]);

    expect(shares.map(({ amount }) => amount)).toEqual(['0.0002', '0.0001']);
  });

  test('over no rows gives no shares', () => {
    expect(allocate(usd('1'), [])).toEqual([]);
  });
});

describe('scaling', () => {
  test('is exact where a decimal can be', () => {
    expect(scale(usd('10'), usd('90'), usd('100')).amount).toBe('9');
  });

  test('has twenty digits where a decimal cannot be exact', () => {
    expect(scale(usd('1'), usd('1'), usd('3')).amount).toBe('0.33333333333333333333');
  });

  test('by a whole of nothing changes nothing', () => {
    expect(scale(usd('10'), usd('5'), usd('0'))).toEqual(usd('10'));
  });
});

test('a percentage of an amount is exact', () => {
  expect(times(times(usd('19.99'), 2.5), '0.01').amount).toBe('0.49975');
});
