import type { Column, Headings } from './column-headings.ts';

/** The columns of one kind of price, the kind that wins first. */
export function priceKinds(headings: Headings): readonly (readonly Column[])[] {
  const of = (meaning: 'approvedPrice' | 'discountedPrice' | 'listPrice'): readonly Column[] =>
    headings.columns.get(meaning) ?? [];
  const approved = of('approvedPrice');
  if (approved.length > 0) return [approved];
  return [of('discountedPrice'), of('listPrice')].filter((columns) => columns.length > 0);
}

/**
 * The columns a price may stand in, the one that wins first. A column that is headed as the approved
 * price stands alone: where it is empty nothing was approved, whatever the list price says.
 */
export function priceColumns(headings: Headings): readonly Column[] {
  return priceKinds(headings).flat();
}
