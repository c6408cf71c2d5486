import { display, minorDigits, type Money } from '../../values/money.ts';

/** Digits that a spreadsheet number keeps. */
const SPREADSHEET_DIGITS = 15;

/** The amount as a number where a spreadsheet keeps every digit of it, else as text. */
export function moneyValue(money: Money): number | string {
  const digits = money.amount
    .replace(/^-/u, '')
    .replace(/(\.\d*?)0+$/u, '$1')
    .replace('.', '')
    .replace(/^0+/u, '');
  return digits.length <= SPREADSHEET_DIGITS ? Number(money.amount) : display(money);
}

const minor = new Map<string, number>();

/** Asking the platform takes a tenth of a millisecond, which tells over many thousand rows. */
function minorDigitsOf(currency: string): number {
  const digits = minor.get(currency) ?? minorDigits(currency);
  minor.set(currency, digits);
  return digits;
}

/** The format that shows every digit: the currency's own decimals, or more where the amount has. */
export function moneyFormat({ amount, currency }: Money): string {
  const own = amount.split('.')[1]?.length ?? 0;
  const decimals = Math.max(minorDigitsOf(currency), own);
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
}

/** The amount with its thousands apart, for sentences: "1,234,567.50". */
export function amountText(money: Money): string {
  const [whole = '', ...decimals] = display(money).split('.');
  return [whole.replace(/\B(?=(?:\d{3})+$)/gu, ','), ...decimals].join('.');
}

/** A count with its thousands apart: "10,000". */
export function countText(count: number): string {
  return count.toLocaleString('en-US');
}

/** "1 row", "2,000 rows"; other nouns where given. */
export function countOf(count: number, one = 'row', many = `${one}s`): string {
  return `${countText(count)} ${count === 1 ? one : many}`;
}
