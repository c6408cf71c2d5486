import { minorDigits, money, roundToMinor, type Money } from '../../values/money.ts';
import type { Cell } from '../../jobs/quote.ts';
import { currenciesMeant, currencyInFormat } from './currency-words.ts';
import { reason } from '../../reasons/reason.ts';
import { problem, shortened, value, type FieldReading } from './field.ts';
import { cellText } from './sheet-table.ts';

const PARTS = /^([^\d.,+()-]*)([+-]?)([^\d.,+()-]*)([\d.,]+)([^\d.,+()-]*)$/u;
const PLAIN = /^\d{1,12}(?:\.\d{1,12})?$/u;
const GROUPED = /^\d{1,3}(?:,\d{3}){1,3}(?:\.\d{1,12})?$/u;
/** Beyond this no price is meant, and 15 digits no longer hold the cents. */
const MOST = 1e12;

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
  return value(decimals > digitsOf(currency) ? roundToMinor(read) : read);
}

const digits = new Map<string, number>();

function digitsOf(currency: string): number {
  const known = digits.get(currency) ?? minorDigits(currency);
  digits.set(currency, known);
  return known;
}

function readNumber(number: number, format: string | null, currency: string): FieldReading<Money> {
  if (format?.includes('%') === true) {
    return problem(reason('price-in-percent'));
  }
  const sign = currencyInFormat(format);
  if (sign !== null && currenciesMeant(sign)?.includes(currency) !== true) {
    return foreignCurrency(sign, currency);
  }
  if (number < 0) return problem(reason('price-negative'));
  return number < MOST ? exact(number, currency) : unreadable(String(number));
}

function readText(text: string, currency: string): FieldReading<Money> {
  const plain = text.normalize('NFKC').replaceAll('\u2212', '-').replaceAll(/\s+/gu, '');
  if (plain === '') return { kind: 'empty' };
  const parts = PARTS.exec(plain);
  // Spaces inside the digits ("1 234") are no way of grouping that is read here.
  if (parts === null || /\d\s+[\d.,]|[.,]\s+\d/u.test(text)) return unreadable(text);
  const [, before, sign, between, figure, after] = parts;
  const words = [before!, between!, after!].filter((word) => word !== '');
  for (const word of words) {
    const codes = currenciesMeant(word);
    if (codes === null) return unreadable(text);
    if (!codes.includes(currency)) return foreignCurrency(word, currency);
  }
  if (sign === '-') return problem(reason('price-negative'));
  if (PLAIN.test(figure!)) return exact(figure!, currency);
  if (GROUPED.test(figure!)) return exact(figure!.replaceAll(',', ''), currency);
  return figure!.includes(',')
    ? problem(reason('price-with-comma', { cell: shortened(text) }))
    : unreadable(text);
}

/**
 * Reads a price in the account's `currency`, rounded to its minor unit. Numbers are taken at 15
 * significant digits, texts such as "1,234.56", "USD 12.30" or "¥12.30" digit by digit. Zero is a
 * price; a negative, a percentage, a date, a decimal comma or another currency's sign is none.
 */
export function readPrice(cell: Cell, currency: string): FieldReading<Money> {
  switch (cell.kind) {
    case 'empty':
      return { kind: 'empty' };
    case 'number':
      return readNumber(cell.number, cell.format, currency);
    case 'text':
      return readText(cell.text, currency);
    case 'boolean':
    case 'date':
      return unreadable(cellText(cell));
  }
}
