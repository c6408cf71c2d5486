import { compare, minus, type Money, sum, zero } from '../../values/money.ts';
import type { SurveyRow } from '../../survey/survey.ts';
import { daysBetween, wallTime } from '../../values/wall-time.ts';

/** What renewing some resources would cost, in one currency. */
export interface ExportSums {
  readonly rows: number;
  /** Null where the provider does not tell the list price of every one of them. */
  readonly list: Money | null;
  readonly discount: Money | null;
  readonly price: Money;
}

/** Sums the rows that have a price. */
export function exportSums(rows: readonly SurveyRow[], currency: string): ExportSums {
  const priced = rows.flatMap(({ price }) => (price.kind === 'priced' ? [price] : []));
  const all = (amounts: readonly (Money | null)[]): Money | null => {
    const known = amounts.filter((amount) => amount !== null);
    return known.length === amounts.length ? sum(known, currency) : null;
  };
  return {
    rows: priced.length,
    list: all(priced.map(({ list }) => list)),
    discount: all(priced.map(({ discount }) => discount)),
    price: sum(
      priced.map(({ price }) => price),
      currency,
    ),
  };
}

/** What the balance falls short of the price; null where it suffices or is not known. */
export function missingFor(price: Money, balance: Money | null): Money | null {
  if (balance === null || balance.currency !== price.currency) return null;
  const short = minus(price, balance);
  return compare(short, zero(price.currency)) > 0 ? short : null;
}

/** Whole days from the day of `askedAt` to that of `expiry`, both in `zone`; negative once expired. */
export function daysLeft(
  expiry: number | null,
  { askedAt, zone }: { readonly askedAt: number; readonly zone: string },
): number | null {
  if (expiry === null) return null;
  return daysBetween(wallTime(askedAt, zone).day, wallTime(expiry, zone).day);
}

/** How near an expiry is, in the steps that the sheets colour. */
export const URGENCIES = ['expired', 'within 7 days', 'within 15 days', 'later'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** The step of a number of days; a resource without an expiry counts as `later`. */
export function urgencyOf(days: number | null): Urgency {
  if (days === null || days > 15) return 'later';
  if (days < 0) return 'expired';
  return days <= 7 ? 'within 7 days' : 'within 15 days';
}
