import { Big } from 'big.js';

/**
 * An exact amount of money. `amount` is a plain decimal string in the main unit of `currency`
 * (dollars, yuan), never an exponent and never a binary float, so it can be stored as it is.
 */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

/** Raised when two currencies would be added or compared: that is always a fault of ours. */
export class CurrencyMismatch extends Error {
  override readonly name = 'CurrencyMismatch';

  constructor(a: string, b: string) {
    super(`amounts in ${a} and ${b} cannot be combined`);
  }
}

const digitsOf = new Map<string, number>();

/** Digits after the decimal point of a currency's smallest unit: 2 for USD and CNY, 0 for JPY. */
export function minorDigits(currency: string): number {
  const known = digitsOf.get(currency);
  if (known !== undefined) return known;
  const style = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  const digits = style.maximumFractionDigits ?? 2;
  digitsOf.set(currency, digits);
  return digits;
}

/**
 * Makes money of a decimal text or a number. Numbers are taken at 15 significant digits, which is
 * what a spreadsheet keeps; nothing is rounded to the currency here. Throws on what is no number.
 */
export function money(amount: string | number, currency: string): Money {
  const exact =
    typeof amount === 'number' ? new Big(Number(amount.toPrecision(15))) : new Big(amount);
  return { amount: exact.toFixed(), currency };
}

/** Nothing at all, in that currency. */
export function zero(currency: string): Money {
  return { amount: '0', currency };
}

function sameCurrency(a: Money, b: Money): string {
  if (a.currency !== b.currency) throw new CurrencyMismatch(a.currency, b.currency);
  return a.currency;
}

/** The exact sum; throws {@link CurrencyMismatch} across currencies. */
export function plus(a: Money, b: Money): Money {
  return { currency: sameCurrency(a, b), amount: new Big(a.amount).plus(b.amount).toFixed() };
}

/** The exact difference; throws {@link CurrencyMismatch} across currencies. */
export function minus(a: Money, b: Money): Money {
  return { currency: sameCurrency(a, b), amount: new Big(a.amount).minus(b.amount).toFixed() };
}

/** The exact product with a plain factor such as a percentage or a ratio. */
export function times(a: Money, factor: string | number): Money {
  return { currency: a.currency, amount: new Big(a.amount).times(new Big(factor)).toFixed() };
}

/** The exact sum of a list, zero for an empty one; throws {@link CurrencyMismatch} across currencies. */
export function sum(amounts: Iterable<Money>, currency: string): Money {
  let total = zero(currency);
  for (const amount of amounts) total = plus(total, amount);
  return total;
}

/** Negative, zero or positive as `a` is less than, equal to or more than `b`. */
export function compare(a: Money, b: Money): number {
  sameCurrency(a, b);
  return new Big(a.amount).cmp(b.amount);
}

/** Whether `a` is strictly more than `b`. */
export function exceeds(a: Money, b: Money): boolean {
  return compare(a, b) > 0;
}

/** The larger of two amounts. */
export function larger(a: Money, b: Money): Money {
  return exceeds(a, b) ? a : b;
}

/** The smaller of two amounts. */
export function smaller(a: Money, b: Money): Money {
  return exceeds(a, b) ? b : a;
}

/** Rounds half up to the currency's minor unit: the one place where money is rounded. */
export function roundToMinor(a: Money): Money {
  return {
    currency: a.currency,
    amount: new Big(a.amount).round(minorDigits(a.currency), Big.roundHalfUp).toFixed(),
  };
}

/** Rounds up to the currency's minor unit: what a provider may charge for an amount with a fraction of it. */
export function roundUpToMinor(a: Money): Money {
  return {
    currency: a.currency,
    amount: new Big(a.amount).round(minorDigits(a.currency), Big.roundUp).toFixed(),
  };
}

/** Whether the amount has no fraction of the currency's minor unit: only such a one can be charged. */
export function isInMinorUnits(a: Money): boolean {
  return compare(roundToMinor(a), a) === 0;
}

/** Whether the amount is the price in whole minor units, rounded up or down. */
export function isRoundedFrom(a: Money, price: Money): boolean {
  const unit = new Big(10).pow(-minorDigits(a.currency));
  const away = new Big(minus(a, price).amount).abs();
  return isInMinorUnits(a) && away.lt(unit);
}

/** The amount with at least the currency's usual digits, for people: "12.50". */
export function display(a: Money): string {
  const exact = new Big(a.amount);
  const digits = Math.max(minorDigits(a.currency), exact.toFixed().split('.')[1]?.length ?? 0);
  return exact.toFixed(digits);
}

/**
 * Splits `total` over the weights so that the shares add up to it exactly, each rounded to the
 * minor unit and the left-over units given to the largest fractions first. Weights of zero in sum
 * share evenly. An empty list gives an empty list.
 */
export function allocate(total: Money, weights: readonly Money[]): Money[] {
  if (weights.length === 0) return [];
  const digits = Math.max(
    minorDigits(total.currency),
    new Big(total.amount).toFixed().split('.')[1]?.length ?? 0,
  );
  const unit = new Big(`1e-${digits}`);
  const weighed = weights.map((weight) => {
    sameCurrency(total, weight);
    return new Big(weight.amount);
  });
  const whole = weighed.reduce((a, b) => a.plus(b), new Big(0));
  const shares = weighed.map((weight) => {
    const portion = whole.eq(0)
      ? new Big(total.amount).div(weights.length)
      : new Big(total.amount).times(weight).div(whole);
    const floor = portion.round(digits, Big.roundDown);
    return { floor, rest: portion.minus(floor) };
  });
  const given = shares.reduce((a, b) => a.plus(b.floor), new Big(0));
  const spare = Number(new Big(total.amount).minus(given).div(unit).round(0).toFixed());
  const order = shares.map((_, index) => index);
  order.sort((a, b) => shares[b]!.rest.cmp(shares[a]!.rest) || a - b);
  const extra = new Set(order.slice(0, spare));
  return shares.map(({ floor }, index) => ({
    currency: total.currency,
    amount: (extra.has(index) ? floor.plus(unit) : floor).toFixed(),
  }));
}

/** `amount` scaled by `part / whole`, exact to 20 digits; `whole` of zero leaves it as it is. */
export function scale(amount: Money, part: Money, whole: Money): Money {
  sameCurrency(amount, part);
  sameCurrency(part, whole);
  if (new Big(whole.amount).eq(0)) return amount;
  const precise = Big();
  precise.DP = 20;
  return {
    currency: amount.currency,
    amount: new precise(amount.amount).times(part.amount).div(whole.amount).toFixed(),
  };
}
