import type { Totals } from '../renewal/books/books.ts';
import type { RowSum } from '../renewal/books/open-rows.ts';
import { display, type Money } from '../values/money.ts';
import { noOutcomes, type Outcome, OUTCOMES } from '../renewal/outcome.ts';

/** "1 row", "3 rows". */
export function rowsText(count: number): string {
  return count === 1 ? '1 row' : `${count} rows`;
}

/** "55707.00 USD + 12.00 CNY"; currencies are never added together. "nothing" for an empty list. */
export function moneyText(amounts: readonly Money[]): string {
  if (amounts.length === 0) return 'nothing';
  return amounts.map((amount) => `${display(amount)} ${amount.currency}`).join(' + ');
}

/** "224 rows, approved 50000.00 USD". */
export function rowSumText({ rows, approved }: RowSum): string {
  return rows === 0 ? rowsText(0) : `${rowsText(rows)}, approved ${moneyText(approved)}`;
}

/** "216 renewed, 5 held: price changed": only what there is. */
export function outcomesText(totals: Totals): string {
  return OUTCOMES.filter((word) => totals.outcomes[word] > 0)
    .map((word) => `${totals.outcomes[word]} ${word}`)
    .join(', ');
}

/** How many rows have one of these outcomes. */
export function countOf(totals: Totals | null, ...words: readonly Outcome[]): number {
  const { outcomes } = totals ?? { outcomes: noOutcomes() };
  return words.reduce((count, word) => count + outcomes[word], 0);
}

/** "216 of 241 rows renewed". */
export function renewedText(totals: Totals | null, rows: number): string {
  return `${countOf(totals, 'renewed')} of ${rowsText(rows)} renewed`;
}

/** "2026-12-04 02:00 UTC". */
export function instantText(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** The last part of a key: the file's name as people know it. */
export function fileOf(key: string): string {
  return key.split('/').at(-1) ?? key;
}
