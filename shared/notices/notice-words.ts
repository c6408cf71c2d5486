import type { Totals } from '../renewal/books/books.ts';
import type { RowSum } from '../renewal/books/open-rows.ts';
import { FIGURES } from '../phrases/notice-phrases.ts';
import { outcomeWord } from '../phrases/outcome-phrases.ts';
import { inARow, tell } from '../phrases/phrase.ts';
import type { Language } from '../reasons/entry.ts';
import { display, type Money } from '../values/money.ts';
import { noOutcomes, type Outcome, OUTCOMES } from '../renewal/outcome.ts';
import { wallTime } from '../values/wall-time.ts';

/** How people are told: in which language, and on the clock of which zone. */
export interface Voice {
  readonly language: Language;
  readonly zone: string;
}

/** How the command line and logs tell. */
export const PLAIN: Voice = { language: 'en', zone: 'UTC' };

/** A count with its thousands apart. */
export function countText(count: number): string {
  return count.toLocaleString('en-US');
}

/** "1 row", "3 rows". */
export function rowsText(rows: number, language: Language = 'en'): string {
  return tell(FIGURES.rows, language, { rows });
}

/** "55707.00 USD + 12.00 CNY"; currencies are never added together. "nothing" for an empty list. */
export function moneyText(amounts: readonly Money[], language: Language = 'en'): string {
  if (amounts.length === 0) return FIGURES.nothing[language];
  return amounts.map((amount) => `${display(amount)} ${amount.currency}`).join(' + ');
}

/** "224 rows, approved 50000.00 USD". */
export function rowSumText({ rows, approved }: RowSum, language: Language): string {
  if (rows === 0) return rowsText(0, language);
  return tell(FIGURES.rowSum, language, { rows, sum: moneyText(approved, language) });
}

/** "216 renewed, 5 held: price changed": only what there is. */
export function outcomesText(totals: Totals, language: Language): string {
  const parts = OUTCOMES.filter((word) => totals.outcomes[word] > 0).map((outcome) => {
    const word = outcomeWord(outcome, language);
    return tell(FIGURES.outcome, language, { rows: totals.outcomes[outcome], word });
  });
  return inARow(parts, language, 'parts');
}

/** How many rows have one of these outcomes. */
export function countOf(totals: Totals | null, ...words: readonly Outcome[]): number {
  const { outcomes } = totals ?? { outcomes: noOutcomes() };
  return words.reduce((count, word) => count + outcomes[word], 0);
}

/** "216 of 241 rows renewed". */
export function renewedText(totals: Totals | null, rows: number, language: Language): string {
  return tell(FIGURES.renewed, language, { renewed: countOf(totals, 'renewed'), rows });
}

/** "2026-12-04 02:00 UTC": on the clock of a zone, which is named. */
export function instantText(instant: number, zone: string = PLAIN.zone): string {
  const { day, time } = wallTime(instant, zone);
  return `${day} ${(time ?? '00:00:00').slice(0, 5)} ${zone}`;
}

/** The last part of a key: the file's name as people know it. */
export function fileOf(key: string): string {
  return key.split('/').at(-1) ?? key;
}
