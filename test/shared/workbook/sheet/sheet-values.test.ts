import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '../../../../shared/values/money.ts';
import { wallDate } from '../../../../shared/workbook/sheet/date.ts';
import { formatKeeper, isSoundFormat } from '../../../../shared/workbook/sheet/format.ts';
import { orderLink } from '../../../../shared/workbook/sheet/link.ts';
import { amountText, moneyFormat, moneyValue } from '../../../../shared/workbook/sheet/number.ts';
import { sheetText, textLines } from '../../../../shared/workbook/sheet/text.ts';

describe('amounts', () => {
  it('are numbers as long as a spreadsheet keeps all their digits', () => {
    expect(moneyValue(money('1234567890123.45', 'CNY'))).toBe(1234567890123.45);
    expect(moneyValue(money('0.00000000000000012', 'CNY'))).toBe(1.2e-16);
    expect(moneyValue(money('12345678901234.56', 'CNY'))).toBe('12345678901234.56');
  });

  it('come back exactly from the number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e14, max: 1e14 }), (cents) => {
        const amount = money((cents / 100).toFixed(2), 'CNY');
        const value = moneyValue(amount);

        expect(money(value, 'CNY')).toEqual(amount);
      }),
      { verbose: 1 },
    );
  });

  it('are shown with the decimals of their currency', () => {
    expect(moneyFormat(money('12', 'CNY'))).toBe('#,##0.00');
    expect(moneyFormat(money('12', 'JPY'))).toBe('#,##0');
    expect(moneyFormat(money('12.3456', 'CNY'))).toBe('#,##0.0000');
    expect(amountText(money('-1234567.5', 'CNY'))).toBe('-1,234,567.50');
  });
});

describe('number formats from uploads', () => {
  it.each(['#,##0.00', '0%', 'yyyy"年"m"月"d"日"', '[$-804]yyyy/m/d h:mm:ss', '0.00E+00'])(
    'passes on %s',
    (format) => {
      expect(isSoundFormat(format)).toBe(true);
    },
  );

  it.each(['"open', '[Evil]0', 'zzz', '0'.repeat(300), '0;0;0;0;0'])('drops %s', (format) => {
    expect(isSoundFormat(format)).toBe(false);
  });

  it('takes over no more distinct ones than a workbook may have', () => {
    const keep = formatKeeper();
    const kept = Array.from({ length: 150 }, (_, index) => keep(`0"${index}"`, 'General'));

    expect(kept.filter((format) => format !== 'General')).toHaveLength(100);
    expect(keep('0"7"', 'General')).toBe('0"7"');
  });
});

describe('links to orders', () => {
  it('are made for https addresses only, with the id made safe', () => {
    expect(orderLink('https://x.example/?id={order}', 'CS 1&b=2')).toBe(
      'https://x.example/?id=CS%201%26b%3D2',
    );
    expect(orderLink('https://x.example/{order}', '$&')).toBe('https://x.example/%24%26');
  });

  it.each([
    'http://x.example/{order}',
    'javascript:alert({order})',
    'file:///etc/{order}',
    'x{order}',
  ])('are not made of %s', (address) => {
    expect(orderLink(address, 'CS1')).toBeNull();
  });
});

describe('texts and dates', () => {
  it('cuts a long text without cutting a character in two', () => {
    const cut = sheetText(`${'x'.repeat(32_765)}😀😀`);

    expect(cut.endsWith('x…')).toBe(true);
    expect(cut.isWellFormed()).toBe(true);
  });

  it('counts the lines of wrapped text, Chinese characters as wide as two digits', () => {
    const width = 44;

    expect(textLines('one line', width)).toBe(1);
    expect(textLines('one\ntwo\n', width)).toBe(3);
    expect(textLines('word '.repeat(30), width)).toBe(3);
    expect(textLines('续'.repeat(60), width)).toBe(3);
    expect(textLines('x'.repeat(110), width)).toBe(3);
  });

  it('knows the days that all spreadsheets count alike', () => {
    expect(wallDate('1900-02-28', null)).toBeNull();
    expect(wallDate('2026-02-30', null)).toBeNull();
    expect(wallDate('2026-12-01', '23:59:59')).toEqual(new Date('2026-12-01T23:59:59Z'));
  });
});
