import { sum } from '../../values/money.ts';
import type { PlannedPart } from '../events.ts';
import type { Journal } from '../journal.ts';

/** The next smaller size of a call below this one; null below a single id (money rule 6). */
export function rungBelow(size: number, sizes: readonly number[]): number | null {
  return sizes.find((rung) => rung < size) ?? null;
}

/**
 * Puts priced rows into the parts of the next renew calls: rows of one size together, none larger
 * than the account's own size, in the order they have in the chunk. Numbers go on from the last
 * part. `sizes` are the provider's sizes of calls, largest first; `together` bounds them for a row.
 */
export function formParts(
  journal: Journal,
  indexes: readonly number[],
  most: number,
  sizes: readonly number[],
  together: (index: number) => number = () => most,
): PlannedPart[] {
  const parts: number[][] = [];
  for (const size of sizes) {
    const rows = indexes.filter((index) => {
      const own = Math.min(journal.rows[index]?.rung ?? 1, most, together(index));
      return (sizes.find((one) => one <= own) ?? 1) === size;
    });
    for (let start = 0; start < rows.length; start += size) {
      parts.push(rows.slice(start, start + size));
    }
  }
  return parts.map((rows, index) => ({
    number: nextPart(journal) + index,
    rows,
    expected: expectedOf(journal, rows),
  }));
}

/** The number after the last part's. */
export function nextPart({ parts }: Pick<Journal, 'parts'>): number {
  return Math.max(-1, ...parts.map(({ number }) => number)) + 1;
}

/** The pre-flight sums of rows: what an order of exactly these is to cost. */
export function expectedOf(journal: Journal, rows: readonly number[]): PlannedPart['expected'] {
  const chosen = rows.map((index) => journal.rows[index]!);
  const { currency } = journal.rows[0]!.approved;
  const prices = chosen.flatMap(({ price }) => (price === null ? [] : [price]));
  const lists = chosen.flatMap(({ list }) => (list === null ? [] : [list]));
  return {
    price: sum(prices, currency),
    list: lists.length === rows.length ? sum(lists, currency) : null,
  };
}

/**
 * The size of calls that the journal shows the account to take, where that is the second of the
 * provider's sizes; null otherwise: a part of more ids that all priced was refused, and each of its
 * ids was then accepted in parts of that size or fewer, more than one id at a time (money rule 6).
 */
export function learntSize(journal: Journal, sizes: readonly number[]): number | null {
  const size = sizes[1];
  if (size === undefined || size === 1) return null;
  const refused = journal.parts.filter(
    ({ rows, attempt }) => rows.length > size && attempt.kind === 'refused',
  );
  const shown = refused.some((big) => {
    const later = journal.parts.filter(
      (part) => part.number > big.number && part.rows.some((row) => big.rows.includes(row)),
    );
    const accepted = later.every(
      ({ attempt, orders }) => attempt.kind === 'accepted' && orders.length > 0,
    );
    const covered = new Set(later.flatMap(({ rows }) => rows));
    return (
      accepted &&
      later.some(({ rows }) => rows.length > 1) &&
      later.every(({ rows }) => rows.length <= size) &&
      big.rows.every((row) => covered.has(row))
    );
  });
  return shown ? size : null;
}
