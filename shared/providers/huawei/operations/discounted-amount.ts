import { Big } from 'big.js';
import { minorDigits, type Money } from '../../../values/money.ts';
import type { OrderReading } from '../../../ports/provider.ts';
import type { LineItem } from './order-details.ts';

/** What a discount does to some lines of an order (Huawei contract, section 5.5). */
export interface DiscountedLines {
  readonly order_line_item_ids: readonly (string | null)[];
  /** 0 discount, 1 fixed price, 2 reduction */
  readonly discount_mode: number | null;
  readonly discount_amount: string | null;
  readonly discount_ratio: string | null;
}

/** What some lines cost now, what they cost at most, and how many they are. */
interface Base {
  readonly now: Big;
  readonly most: Big;
  readonly lines: number;
}

type Lines = ReadonlyMap<string, LineItem>;

/**
 * What the order costs with a discount, at the least favourable reading; null where it cannot be
 * read. The contract names the fields but does not say what they mean, so each line group costs the
 * most of these, by its mode:
 *
 * - discount: its price less `discount_amount`, or that amount as the price after it; its price times
 *   `discount_ratio`, or times one less the ratio. Amount and ratio that agree leave the first two,
 *   for each pair can be read both ways; the price that the order shows already tells which is meant.
 * - fixed price: `discount_amount` for each of its lines, or its price less that amount.
 * - reduction: its price less `discount_amount`.
 *
 * "Its price" is the higher of list and present amount, for a discount may replace one that is
 * already in the amount; a negative amount or a ratio above one makes it dearer, as an adjustment of
 * the price may (section 4). Lines without discount cost what they do now. Rounded up to the minor unit,
 * so that the provider's own rounding cannot make the charge exceed what was compared.
 */
export function discountedAmount(
  reading: OrderReading,
  lines: readonly LineItem[],
  groups: readonly DiscountedLines[],
): Money | null {
  const { amount, currency } = reading.amount;
  const own: Lines = new Map(
    lines.flatMap((line) =>
      line.order_line_item_id === null ? [] : [[line.order_line_item_id, line] as const],
    ),
  );
  const taken = new Set<string>();
  let total = new Big(amount);
  let prices = 0;
  for (const group of groups) {
    const ids = linesOf(group, own, groups.length === 1);
    if (ids === null || ids.some((id) => taken.has(id))) return null;
    if (ids.length === 0 && group.order_line_item_ids.length > 0) continue;
    for (const id of ids) taken.add(id);
    const whole = ids.length === 0 || ids.length === lines.length;
    const base = whole ? wholeOrder(reading, lines) : someLines(ids, own);
    const price = base === null ? null : leastFavourable(group, base, currency);
    if (base === null || price === null) return null;
    total = total.minus(base.now).plus(price);
    prices += 1;
  }
  if (prices === 0 || total.lt(0)) return null;
  return { amount: total.round(minorDigits(currency), Big.roundUp).toFixed(), currency };
}

/**
 * The group's lines in this order; none if it is only about lines of other orders, null if mixed. A
 * lone group that names no lines at all is about the whole order.
 */
function linesOf(group: DiscountedLines, own: Lines, lone: boolean): string[] | null {
  const named = [...new Set(group.order_line_item_ids.filter((id) => id !== null))];
  if (named.length === 0) return lone ? [] : null;
  const mine = named.filter((id) => own.has(id));
  return mine.length === 0 || mine.length === named.length ? mine : null;
}

function wholeOrder(reading: OrderReading, lines: readonly LineItem[]): Base {
  const now = new Big(reading.amount.amount);
  const most = reading.list === null ? now : largest([now, new Big(reading.list.amount)]);
  return { now, most, lines: Math.max(1, lines.length) };
}

function someLines(ids: readonly string[], own: Lines): Base | null {
  let now = new Big(0);
  let most = new Big(0);
  for (const id of ids) {
    const { amount_after_discount: after, official_amount: list } = own.get(id)!;
    if (after === null) return null;
    now = now.plus(after);
    most = most.plus(largest([new Big(after), new Big(list ?? after)]));
  }
  return { now, most, lines: ids.length };
}

function leastFavourable(group: DiscountedLines, base: Base, currency: string): Big | null {
  const off = group.discount_amount === null ? null : new Big(group.discount_amount);
  const ratio = group.discount_ratio === null ? null : new Big(group.discount_ratio);
  const reduced = off === null ? null : base.most.minus(off);
  if (group.discount_mode === 0) return byRatio(off, ratio, base, currency);
  if (group.discount_mode === 1 && off !== null) {
    return largest([off.times(base.lines), base.most.minus(off)]);
  }
  return group.discount_mode === 2 ? reduced : null;
}

function byRatio(off: Big | null, ratio: Big | null, base: Base, currency: string): Big | null {
  if (ratio !== null && ratio.lt(0)) return null;
  const byAmount = off === null ? [] : [base.most.minus(off), off];
  const byShare =
    ratio === null ? [] : [base.most.times(ratio), base.most.times(new Big(1).minus(ratio))];
  const near = new Big(10).pow(-minorDigits(currency)).times(base.lines);
  const isNear = (one: Big, other: Big): boolean => one.minus(other).abs().lte(near);
  const agree = byAmount.some((one) => byShare.some((other) => isNear(one, other)));
  const readings = agree ? byAmount : [...byAmount, ...byShare];
  if (readings.length === 0) return null;
  const shown = base.now.lt(base.most) && readings.find((one) => isNear(one, base.now));
  return shown === undefined || shown === false ? largest(readings) : shown;
}

function largest(amounts: readonly Big[]): Big {
  return amounts.reduce((most, amount) => (amount.gt(most) ? amount : most));
}
