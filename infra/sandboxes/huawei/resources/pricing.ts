import { Big } from 'big.js';

import type { Resource } from './resource.ts';
import type { Discount } from '../world/world-resource.ts';

/** 2 month, 3 year (Huawei contract, section 1). */
export type PeriodType = 2 | 3;

/** What one resource's line costs with one discount. */
export interface Offer {
  readonly discount: Discount;
  readonly amount: Big;
}

/** A priced line: one main or attached resource. Amounts are rounded half up. */
export interface PricedLine {
  readonly resource: Resource;
  readonly official: Big;
  readonly offers: readonly Offer[];
}

function reduced(official: Big, discount: Discount, isMain: boolean, count: number): Big {
  if (discount.ratio !== undefined) return official.times(discount.ratio);
  if (!isMain) return official;
  if (discount.fixedPrice !== undefined) return new Big(discount.fixedPrice).times(count);
  const left = official.minus(new Big(discount.reduction ?? 0).times(count));
  return left.lt(0) ? new Big(0) : left;
}

/**
 * Prices one resource's own line for a term, or null where a main resource does not offer the
 * period. `discounts` are the main resource's: its attached resources share them. Amounts have two
 * decimals unless the world has more.
 */
export function priceLine(
  resource: Resource,
  discounts: readonly Discount[],
  periodType: PeriodType,
  count: number,
  decimals = 2,
): PricedLine | null {
  const unit = periodType === 2 ? resource.prices.month : resource.prices.year;
  const isMain = resource.main === null;
  if (unit === null && isMain) return null;
  const rounded = (amount: Big): Big => amount.round(decimals, Big.roundHalfUp);
  const official = rounded((unit ?? new Big(0)).times(count));
  const offers = discounts.map((discount) => ({
    discount,
    amount: rounded(reduced(official, discount, isMain, count)),
  }));
  return { resource, official, offers };
}

type Priced = Pick<PricedLine, 'official' | 'offers'>;

/** What lines cost together; lines without that discount count at their list price. */
export function totalOf(lines: readonly Priced[], discount: string | null): Big {
  return lines.reduce((sum, line) => sum.plus(amountOf(line, discount)), new Big(0));
}

/** What one line costs with a discount, or its list price. */
export function amountOf({ official, offers }: Priced, discount: string | null): Big {
  return offers.find((offer) => offer.discount.id === discount)?.amount ?? official;
}

/** Every discount some line can use, once. */
export function discountsOf(lines: readonly Priced[]): Discount[] {
  const byId = new Map<string, Discount>();
  for (const { offers } of lines) {
    for (const { discount } of offers) if (!byId.has(discount.id)) byId.set(discount.id, discount);
  }
  return [...byId.values()];
}

/** The discount that makes the lines cheapest: an adjustment always (section 4), else the best. */
export function bestDiscount(
  lines: readonly Priced[],
  candidates: readonly Discount[] = discountsOf(lines),
): string | null {
  const adjustment = candidates.find(({ kind }) => kind === 'adjustment');
  if (adjustment !== undefined) return adjustment.id;
  const [best] = candidates
    .map(({ id }) => ({ id, total: totalOf(lines, id) }))
    .toSorted((a, b) => a.total.cmp(b.total));
  return best === undefined || best.total.gte(totalOf(lines, null)) ? null : best.id;
}
