import { minorDigits, money, roundToMinor, type Money } from '../../values/money.ts';
import type { Cell } from '../../jobs/quote.ts';
import { characterReason, oddCharacter, plainText } from './characters.ts';
import { currenciesInAnyCase, currenciesMeant } from './currency-words.ts';
import { reason } from '../../reasons/reason.ts';
import { readFigure, type Convention } from './figure.ts';
import { problem, shortened, value, type FieldReading } from './field.ts';
import { foreignWord, readFormat } from './number-format.ts';
import { cellText } from './sheet-table.ts';

/** Beyond this no price is meant, and 15 digits no longer hold the cents. */
const MOST = 1e12;
/** No price is written in more characters, its currency in words among them. */
const LONGEST = 64;

/** The reading of a foreign currency's sign, word or column: never converted, never guessed. */
export function foreignCurrency(word: string, currency: string): FieldReading<never> {
  return problem(reason('price-in-other-currency', { word: shortened(word), currency }));
}

function unreadable(text: string): FieldReading<never> {
  return problem(reason('price-unreadable', { cell: shortened(text) }));
}

function exact(amount: string | number, currency: string): FieldReading<Money> {
  const read = money(amount, currency);
  const decimals = read.amount.split('.')[1]?.length ?? 0;
  return value(decimals > minorDigits(currency) ? roundToMinor(read) : read);
}

function readNumber(number: number, format: string | null, currency: string): FieldReading<Money> {
  if (format?.includes('%') === true) return problem(reason('price-in-percent'));
  const { words, scaled, shows } = readFormat(format, number);
  const foreign = foreignWord(words, currency);
  if (foreign !== null) {
    return currenciesInAnyCase(foreign) === null
      ? problem(reason('price-format-unknown', { word: shortened(foreign) }))
      : foreignCurrency(foreign, currency);
  }
  if (scaled || shows !== 'figure') {
    return problem(reason('price-shown-otherwise', { value: String(number) }));
  }
  if (number < 0) return problem(reason('price-negative'));
  return number < MOST ? exact(number, currency) : unreadable(String(number));
}

/** A price's text in its parts: the words around the figure, and the figure itself. */
export function priceParts(text: string): { words: string[]; sign: string; figure: string } | null {
  if (text.length > 2 * LONGEST) return null;
  const plain = plainText(text).replaceAll('\u2212', '-').replaceAll('’', "'");
  if (plain.length > LONGEST) return null;
  const parts = /^([^\d()]*)(\d[\d.,' ]*)([^\d()]*)$/u.exec(plain);
  if (parts === null) return null;
  let [, before = '', figure = '', after = ''] = parts;
  const point = /(?:^|[^\p{L}.,])([.,])$/u.exec(before);
  if (point !== null) {
    figure = point[1]! + figure;
    before = before.slice(0, -1);
  }
  const sign = /[+-]/u.exec(before + after)?.[0] ?? '';
  const words = [before, after].map((word) => word.replaceAll(/[\s:+-]+/gu, ' ').trim());
  return { words: words.filter((word) => word !== ''), sign, figure: figure.trim() };
}

/** The words around a figure that name no currency (null), or another one than the account's. */
function wordProblem(
  words: readonly string[],
  text: string,
  currency: string,
): FieldReading<never> | null {
  for (const phrase of words) {
    const whole = currenciesInAnyCase(phrase);
    for (const word of whole === null ? phrase.split(' ') : [phrase]) {
      const codes =
        currenciesMeant(word) ?? (word.length > 3 ? null : currenciesMeant(word.toUpperCase()));
      if ((whole ?? codes) === null) return unreadable(text);
      if ((whole ?? codes)?.includes(currency) !== true) return foreignCurrency(word, currency);
    }
  }
  return null;
}

function readText(text: string, currency: string, convention: Convention): FieldReading<Money> {
  const odd = oddCharacter(text);
  if (odd !== null) return problem(characterReason(text, odd));
  if (plainText(text) === '') return { kind: 'empty' };
  const parts = priceParts(text);
  if (parts === null) return unreadable(text);
  const { words, sign, figure } = parts;
  const wrong = wordProblem(words, text, currency);
  if (wrong !== null) return wrong;
  if (sign === '-') return problem(reason('price-negative'));
  const read = readFigure(figure, convention);
  switch (read.kind) {
    case 'figure':
      return read.figure.length < 26 && Number(read.figure) < MOST
        ? exact(read.figure, currency)
        : unreadable(text);
    case 'either way':
      return problem(
        reason('price-either-way', {
          cell: shortened(text),
          one: read.readings[0],
          other: read.readings[1],
        }),
      );
    case 'comma':
      return problem(reason('price-with-comma', { cell: shortened(text) }));
    case 'unreadable':
      return unreadable(text);
  }
}

/**
 * Reads a price in the account's `currency`, rounded to its minor unit. Numbers are taken at 15
 * significant digits, texts such as "1,234.56", "USD 12.30", "1'234.56" or "¥12.30元整" digit by
 * digit, in the column's decimal `convention`. Zero is a price; a negative, a percentage, a date,
 * another currency's sign, or a number that is shown as something else is none.
 */
export function readPrice(
  cell: Cell,
  currency: string,
  convention: Convention = 'open',
): FieldReading<Money> {
  switch (cell.kind) {
    case 'empty':
      return { kind: 'empty' };
    case 'number':
      return readNumber(cell.number, cell.format, currency);
    case 'text':
      return readText(cell.text, currency, convention);
    case 'boolean':
    case 'date':
      return unreadable(cellText(cell));
  }
}
