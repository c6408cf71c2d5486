import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../../shared/jobs/quote.ts';
import { readExpiry } from '../../../../shared/workbook/read/expiry.ts';
import type { FieldReading } from '../../../../shared/workbook/read/field.ts';
import { readId } from '../../../../shared/workbook/read/id.ts';
import { readPrice } from '../../../../shared/workbook/read/price.ts';
import { readTermCell } from '../../../../shared/workbook/read/term-cell.ts';
import { say } from '../../../../shared/reasons/say.ts';

function text(value: string): Cell {
  return { kind: 'text', text: value };
}

function number(value: number, format: string | null = null): Cell {
  return { kind: 'number', number: value, format };
}

function shown<T>(reading: FieldReading<T>, show: (read: T) => string): string {
  return reading.kind === 'value'
    ? show(reading.value)
    : reading.kind === 'empty'
      ? ''
      : say(reading.reason, 'en').reason;
}

function showPrice(cell: Cell, currency = 'USD'): string {
  return shown(readPrice(cell, currency), ({ amount }) => amount);
}

describe('a price', () => {
  it.each([
    ['1,234.56', '1234.56'],
    ['USD 12.30', '12.3'],
    ['12.30 USD', '12.3'],
    ['US$12.30', '12.3'],
    [' $ 1,234.00 ', '1234'],
    ['＄１２．３０', '12.3'],
    ['0', '0'],
    ['12.3456', '12.35'],
    ['900719925474.99', '900719925474.99'],
    ['', ''],
  ])('in the text %j is %j', (cell, amount) => {
    expect(showPrice(text(cell))).toBe(amount);
  });

  it.each([
    ['12,30', 'may stand for a decimal point or for thousands'],
    ['1.234,56', 'may stand for a decimal point or for thousands'],
    ['-12', 'The price is negative.'],
    ['−12', 'The price is negative.'],
    ['(12)', 'not a readable price'],
    ['1 23.56', 'not a readable price'],
    ['1.2.3', 'not a readable price'],
    ['1e3', 'not a readable price'],
    ['free', 'not a readable price'],
    ['¥12', 'The price is in "¥", but the account pays in USD.'],
    ['12 EUR', 'The price is in "EUR", but the account pays in USD.'],
    ['HK$12', 'The price is in "HK$", but the account pays in USD.'],
  ])('is not read from the text %j', (cell, reason) => {
    expect(showPrice(text(cell))).toContain(reason);
  });

  it.each([
    [0.1 + 0.2, null, '0.3'],
    [1.005, '#,##0.00', '1.01'],
    [12.5, '[$$-409]#,##0.00', '12.5'],
    [12.5, '$#,##0.00_);\\($#,##0.00\\)', '12.5'],
    [0, '0.00', '0'],
    [12.5, '[$€-2] #,##0.00', 'The price is in "€", but the account pays in USD.'],
    [12.5, '"CNY" #,##0.00', 'The price is in "CNY", but the account pays in USD.'],
    [0.85, '0.00%', 'The price cell shows a percentage, not an amount.'],
    [-1, null, 'The price is negative.'],
  ])('in the number %d with format %j is %j', (value, format, expected) => {
    expect(showPrice(number(value, format))).toBe(expected);
  });

  it('is rounded to what the currency has', () => {
    expect(showPrice(number(12.5), 'JPY')).toBe('13');
    expect(showPrice(text('¥12.30'), 'CNY')).toBe('12.3');
  });

  it('is no date and no yes', () => {
    expect(showPrice({ kind: 'date', wall: '2026-01-01T00:00:00', format: null })).toContain(
      'not a readable',
    );
    expect(showPrice({ kind: 'boolean', boolean: true })).toContain('not a readable');
  });
});

function showExpiry(cell: Cell, twoValues = false): string {
  return shown(
    readExpiry(cell, { zone: 'Asia/Shanghai', twoValues, epochSerial: 25_569 }),
    (wall) => `${wall.day} ${wall.time ?? '-'}`,
  );
}

describe('an expiry date', () => {
  it.each([
    ['2026-12-01 23:59:59', '2026-12-01 23:59:59'],
    ['2026-12-01', '2026-12-01 -'],
    ['2026/12/1', '2026-12-01 -'],
    ['2026.12.1 8:05', '2026-12-01 08:05:00'],
    ['2026-12-01T15:59:59Z', '2026-12-01 23:59:59'],
    ['2026-12-01T15:59:59.000+00:00', '2026-12-01 23:59:59'],
    ['2026-12-01 23:59:59 GMT+08:00', '2026-12-01 23:59:59'],
    ['2026-12-01 20:00:00 (UTC+8)', '2026-12-01 20:00:00'],
    ['2026-12-01 20:00 UTC', '2026-12-02 04:00:00'],
    ['2026-12-01 GMT+08:00', '2026-12-01 -'],
    ['Dec 01, 2026 23:59:59 GMT+08:00', '2026-12-01 23:59:59'],
    ['Dec 1, 2026, 11:59:59 PM', '2026-12-01 23:59:59'],
    ['01 Dec 2026', '2026-12-01 -'],
    ['1 December 2026', '2026-12-01 -'],
    ['2026年12月1日', '2026-12-01 -'],
    ['2026年12月01日 23时59分59秒', '2026-12-01 23:59:59'],
    ['２０２６－１２－０１', '2026-12-01 -'],
  ])('%j is %j', (cell, wall) => {
    expect(showExpiry(text(cell))).toBe(wall);
  });

  it.each([
    ['01/02/2026', 'which figure is the day'],
    ['03.04.2026 10:00', 'which figure is the day'],
    ['2026-02-30', 'not a readable expiry date'],
    ['2026-12-01 24:00:00', 'not a readable expiry date'],
    ['1999-12-31', 'not a readable expiry date'],
    ['next month', 'not a readable expiry date'],
  ])('%j is refused', (cell, reason) => {
    expect(showExpiry(text(cell))).toContain(reason);
  });

  it('is the second of two dates in one cell', () => {
    expect(showExpiry(text('2025-12-01 10:00:00\n2026-12-01 10:00:00'), true)).toBe(
      '2026-12-01 10:00:00',
    );
    expect(showExpiry(text('2025/12/01 - 2026/12/01'), true)).toBe('2026-12-01 -');
    expect(showExpiry(text('2025-12-01\n2026-12-01'))).toContain('not a readable');
  });

  it('is a serial number of this century', () => {
    expect(showExpiry(number(46_357))).toBe('2026-12-01 -');
    expect(showExpiry(number(46_357.999988426))).toBe('2026-12-01 23:59:59');
    expect(showExpiry(number(12))).toContain('not a readable');
    expect(showExpiry(number(20_261_231))).toBe('2026-12-31 -');
    expect(showExpiry(number(20_261_232))).toContain('not a readable');
  });

  it('at midnight has a time only where the cell shows one', () => {
    const cell = { kind: 'date', wall: '2026-12-01T00:00:00' } as const;

    expect(showExpiry({ ...cell, format: 'yyyy-mm-dd' })).toBe('2026-12-01 -');
    expect(showExpiry({ ...cell, format: 'yyyy-mm-dd hh:mm' })).toBe('2026-12-01 00:00:00');
  });
});

function showId(cell: Cell, two = false): string {
  return shown(readId(cell, two), ({ id }) => id);
}

describe('an id', () => {
  it('is text as it stands, or a whole number that is still exact', () => {
    expect(showId(text(' 0123-ab '))).toBe('0123-ab');
    expect(showId(number(123_456_789_012_345))).toBe('123456789012345');
  });

  it.each([
    [number(1234567890123456)],
    [number(1.5)],
    [number(-1)],
    [number(7, '00000000')],
    [text('1.23457E+17')],
  ])('that Excel made a number of is refused: %j', (cell) => {
    expect(showId(cell)).toContain('Excel has turned this id into a number');
  });

  it('has no spaces, line breaks or invisible characters', () => {
    for (const spoilt of ['ab cd', 'ab\ncd', 'ab\u200bcd', 'ab\u00a0cd']) {
      expect(showId(text(spoilt))).toContain(
        `${spoilt.replace('\n', ' ').replace('\u00a0', ' ')}" holds a`,
      );
    }
  });

  it('stands on the last line of a cell that has name and id', () => {
    expect(readId(text('web 1\r\nabc'), true)).toEqual({
      kind: 'value',
      value: { id: 'abc', name: 'web 1' },
    });
  });
});

function showTerm(cell: Cell, period: 'month' | 'year' | null = null, longest = 36): string {
  return shown(readTermCell(cell, period, longest), ({ unit, count }) => `${count} ${unit}`);
}

describe('a term', () => {
  it('is as long as the provider offers for whatever', () => {
    expect(showTerm(text('5 years'))).toBe(
      'A renewal of 5 years is not offered: 1 to 11 months or 1 to 3 years.',
    );
    expect(showTerm(text('5 years'), null, 120)).toBe('5 year');
    expect(showTerm(text('60个月'), null, 120)).toBe('5 year');
    expect(showTerm(text('11 years'), null, 120)).toBe(
      'A renewal of 11 years is not offered: 1 to 11 months or 1 to 10 years, of which each product takes some.',
    );
  });

  it('is a bare number only where the heading names the unit', () => {
    expect(showTerm(number(1))).toBe('The renewal term "1" does not say months or years.');
    expect(showTerm(text('1'), 'year')).toBe('1 year');
    expect(showTerm(number(12), 'month')).toBe('1 year');
    expect(showTerm(text(' １ 个月 '))).toBe('1 month');
    expect(showTerm(text('soon'))).toContain('soon');
  });
});
