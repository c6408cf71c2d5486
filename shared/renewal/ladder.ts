import { type Journal, type Part, type Rung, RUNGS } from './journal.ts';
import { isUnclear } from './unclear-answer.ts';
import { sum } from '../values/money.ts';

/** The next smaller rung below a part of this size; null below a single id (money rule 6). */
export function rungBelow(size: number): Rung | null {
  return RUNGS.find((rung) => rung < size) ?? null;
}

/**
 * Puts priced rows into the parts of the next renew calls: rows of one rung together, none larger
 * than the account's own rung, in the order they have in the chunk. Numbers go on from the last part.
 */
export function formParts(
  journal: Journal,
  indexes: readonly number[],
  accountRung: Rung,
): Pick<Part, 'number' | 'rows' | 'expected'>[] {
  const parts: number[][] = [];
  for (const rung of RUNGS) {
    const rows = indexes.filter((index) => {
      const own = journal.rows[index]?.rung ?? 1;
      return Math.min(own, accountRung) === rung;
    });
    for (let start = 0; start < rows.length; start += rung) {
      parts.push(rows.slice(start, start + rung));
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

function expectedOf(journal: Journal, rows: readonly number[]): Part['expected'] {
  const chosen = rows.map((index) => journal.rows[index]!);
  const { currency } = chosen[0]!.approved;
  const prices = chosen.flatMap(({ price }) => (price === null ? [] : [price]));
  const lists = chosen.flatMap(({ list }) => (list === null ? [] : [list]));
  return {
    price: sum(prices, currency),
    list: lists.length === rows.length ? sum(lists, currency) : null,
  };
}

/**
 * Whether the journal shows that the account takes ten ids a call and not a hundred: a part of more
 * than ten priced ids was refused, and each of its ids was then accepted in parts of ten or fewer,
 * more than one id at a time.
 */
export function showsTenIds(journal: Journal): boolean {
  const refused = journal.parts.filter(
    ({ rows, renew }) =>
      rows.length > 10 &&
      renew.kind === 'answered' &&
      renew.refusal !== null &&
      !isUnclear(renew.refusal),
  );
  return refused.some((big) => {
    const later = journal.parts.filter(
      (part) => part.number > big.number && part.rows.some((row) => big.rows.includes(row)),
    );
    const accepted = later.every(
      ({ renew, orders }) =>
        renew.kind === 'answered' && renew.refusal === null && orders.length > 0,
    );
    const covered = new Set(later.flatMap(({ rows }) => rows));
    return (
      accepted &&
      later.some(({ rows }) => rows.length > 1) &&
      later.every(({ rows }) => rows.length <= 10) &&
      big.rows.every((row) => covered.has(row))
    );
  });
}
