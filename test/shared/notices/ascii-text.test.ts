import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asciiText, shortened } from '../../../shared/notices/ascii-text.ts';

test.each([
  ['Müller – Verlängerung.xlsx', 'Muller - Verlangerung.xlsx'],
  ['ﬁle２０２６.xlsx', 'file2026.xlsx'],
  ['续费报价 2026-12.xlsx', '? 2026-12.xlsx'],
  ['two\r\nlines.xlsx', 'two lines.xlsx'],
  ['bell\u0007.xlsx', 'bell.xlsx'],
  ['\uD800half.xlsx', '?half.xlsx'],
])('%j becomes %j', (text, ascii) => {
  expect(asciiText(text)).toBe(ascii);
});

test.each(['续费报价.xlsx', '…', '', '   ', '\u202E'])(
  'nothing is left of %j that would tell it from another',
  (text) => {
    expect(asciiText(text)).toBeNull();
  },
);

test('whatever is left is printable ASCII in one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(asciiText(text) ?? 'a').toMatch(/^[\x21-\x7E](?:[\x20-\x7E]*[\x21-\x7E])?$/u);
    }),
  );
});

test('a text is cut at the limit and says so', () => {
  expect([shortened('abcdef', 6), shortened('abcdefg', 6), shortened('abc', 0)]).toEqual([
    'abcdef',
    'abc...',
    '...',
  ]);
});
