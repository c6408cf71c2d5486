import type { Journal, JournalRow, Order, Part } from '../journal.ts';
import { chargedFor, openRowsOf, ordersIn } from '../journal-view.ts';
import { allocate, type Money, plus, sum, zero } from '../../values/money.ts';

/**
 * A charged amount allocated to rows by their prices, so that the shares add up to it exactly (money
 * rule 10). By row index.
 */
export function sharesOf(
  journal: Journal,
  rows: readonly number[],
  charged: Money,
): Map<number, Money> {
  const weights = rows.map((index) => journal.rows[index]!.price ?? zero(charged.currency));
  const shares = allocate(charged, weights);
  return new Map(rows.map((index, place) => [index, shares[place]!] as const));
}

/**
 * What a row has cost by orders that are paid and not completed yet; null when there is none. The
 * rows of an order together are given its amount, also while its coverage is not proven.
 */
export function shareOfPaid(journal: Journal, index: number): Money | null {
  return ordersIn(journal, 'paid', 'overcharged').reduce<Money | null>((total, { part, order }) => {
    const share = shareOf(journal, part, order, index);
    return share === undefined ? total : total === null ? share : plus(total, share);
  }, null);
}

function shareOf(journal: Journal, part: Part, order: Order, index: number): Money | undefined {
  const charged = chargedFor(order);
  return charged === null
    ? undefined
    : sharesOf(journal, openRowsOf(journal, part, order), charged).get(index);
}

/** What was charged for orders together; null while one of the charges is not known. */
export function chargedTogether(
  orders: readonly { readonly charged: Money | null }[],
): Money | null {
  const charges = orders.flatMap(({ charged }) => charged ?? []);
  const [first] = charges;
  if (first === undefined || charges.length < orders.length) return null;
  return sum(charges, first.currency);
}

/** What a row has cost with one share more; null where neither is known. */
export function paidWith({ outcome }: JournalRow, share: Money | null): Money | null {
  const before = outcome?.paid ?? null;
  return before === null || share === null ? (share ?? before) : plus(before, share);
}
