import type { Money } from '../../values/money.ts';
import { moneyCells } from './money.ts';
import { amountText } from './number.ts';
import { over, type Page } from './page.ts';
import { FIRST, LAST, SUMMARY, SUMMARY_MONEY } from './page-styles.ts';

/** A big figure; `missing` where money lacks. */
export type Card = readonly [label: string, amount: Money, parts: 'card' | 'missing'];

/** Large, unless so many digits would not fit: a number without room is shown as ####. */
function cardSize(cards: readonly Card[]): number {
  const longest = Math.max(...cards.map(([, amount]) => amountText(amount).length));
  if (longest <= 10) return 15;
  return longest <= 13 ? 13 : 11;
}

/** Writes big figures side by side, at most seven, amounts in `currency`. */
export function writeCardRow(page: Page, cards: readonly Card[], currency: string): void {
  if (cards.length === 0) return;
  const size = cardSize(cards);
  const rest =
    FIRST + cards.length > LAST ? [] : [over(FIRST + cards.length, LAST, null, SUMMARY.blank)];
  const labels = cards.map(([label], at) => over(FIRST + at, FIRST + at, label, SUMMARY.cardLabel));
  const amounts = cards.map(([, amount, parts], at) => ({
    ...moneyCells({ ...SUMMARY_MONEY[parts], size }, currency)(amount),
    from: FIRST + at,
  }));
  page.heads([...labels, ...rest], 20);
  page.line([...amounts, ...rest], 30);
}
