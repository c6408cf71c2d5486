import { OUTCOME_MEANINGS, outcomeWord } from '../../../phrases/outcome-phrases.ts';
import { tell } from '../../../phrases/phrase.ts';
import { HEADINGS } from '../../../phrases/sheet-phrases.ts';
import { SUMMARY as WORDS } from '../../../phrases/summary-phrases.ts';
import { OUTCOMES, type Outcome } from '../../../renewal/outcome.ts';
import type { CurrencyTotals, ReportTotals, Sums } from '../totals.ts';
import type { CountBar } from '../../sheet/bars.ts';
import { moneyCells } from '../../sheet/money.ts';
import { over, type Page, type PageCell } from '../../sheet/page.ts';
import { BAR_COLOURS } from '../../sheet/palette.ts';
import { FIRST, LAST, SUMMARY, SUMMARY_MONEY, SUMMARY_OUTCOMES } from '../../sheet/page-styles.ts';

function amountCells(sums: Sums, parts: 'line' | 'total'): readonly PageCell[] {
  const zero = parts === 'line' ? 'as a dash' : 'as a number';
  const money = moneyCells(SUMMARY_MONEY[parts], sums.approved.currency, zero);
  return [sums.approved, sums.paid, sums.saved].map((amount, index) => ({
    ...money(amount),
    from: FIRST + 2 + index,
  }));
}

/** Outcomes that no row has are left out: the page stays short, and the equation below is complete. */
function writeOutcomes(
  page: Page,
  counts: Readonly<Record<Outcome, number>>,
  { outcomes, all, approved }: CurrencyTotals,
  rows: number,
): readonly CountBar[] {
  const { language } = page;
  const bars: CountBar[] = [];
  for (const outcome of OUTCOMES.filter((each) => counts[each] > 0)) {
    const line = page.line(
      [
        over(FIRST, FIRST, outcomeWord(outcome, language), SUMMARY_OUTCOMES[outcome]),
        over(FIRST + 1, FIRST + 1, counts[outcome], SUMMARY.count),
        ...amountCells(outcomes[outcome], 'line'),
        over(FIRST + 5, LAST, OUTCOME_MEANINGS[outcome][language], SUMMARY.meaning),
      ],
      22,
    );
    bars.push({ ref: `C${line}`, most: rows, colour: BAR_COLOURS[outcome] });
  }
  page.line(
    [
      over(FIRST, FIRST, HEADINGS.inTheFile[language], SUMMARY.totalText),
      over(FIRST + 1, FIRST + 1, rows, SUMMARY.totalCount),
      ...amountCells(all, 'total'),
      over(FIRST + 5, LAST, null, SUMMARY.totalText),
    ],
    22,
  );
  const declined = counts['not approved'];
  if (declined > 0) {
    const text = over(FIRST + 5, LAST, WORDS.withoutNo[language], SUMMARY.meaning);
    page.line(
      [
        over(FIRST, FIRST, HEADINGS.approvedInIt[language], SUMMARY.totalText),
        over(FIRST + 1, FIRST + 1, rows - declined, SUMMARY.totalCount),
        ...amountCells(approved, 'total'),
        text,
      ],
      22,
    );
  }
  return bars;
}

function writeHead(page: Page, currency: string): void {
  const { language } = page;
  const right = [
    HEADINGS.rows[language],
    ...[WORDS.inTheFileIn, WORDS.paidIn, WORDS.savedIn].map((heading) =>
      tell(heading, language, { currency }),
    ),
  ];
  page.heads(
    [
      over(FIRST, FIRST, HEADINGS.outcome[language], SUMMARY.head),
      ...right.map((text, index) =>
        over(FIRST + 1 + index, FIRST + 1 + index, text, SUMMARY.headRight),
      ),
      over(FIRST + 5, LAST, WORDS.meaning[language], SUMMARY.head),
    ],
    22,
  );
}

/** Rows per outcome whose price is in that currency. */
function countsIn({ outcomes }: CurrencyTotals): Record<Outcome, number> {
  return Object.fromEntries(OUTCOMES.map((outcome) => [outcome, outcomes[outcome].rows])) as Record<
    Outcome,
    number
  >;
}

/**
 * Writes the table of outcomes, all rows with the amounts in the account's currency, and one table
 * more for each other currency that the rows have. Returns the bars behind the counts.
 */
export function writeTotals(page: Page, totals: ReportTotals): readonly CountBar[] {
  const { language } = page;
  const [main, ...others] = totals.currencies;
  page.begin([over(FIRST, LAST, WORDS.rowsAndAmounts[language], SUMMARY.section)], 24);
  writeHead(page, main!.currency);
  const bars = [...writeOutcomes(page, totals.counts, main!, totals.rows)];
  if (totals.unpriced > 0) {
    const text = tell(WORDS.unpriced, language, { rows: totals.unpriced });
    page.line([over(FIRST, LAST, text, SUMMARY.note)]);
  }
  if (totals.uncharged > 0) {
    const text = tell(WORDS.uncharged, language, { rows: totals.uncharged });
    page.line([over(FIRST, LAST, text, SUMMARY.note)]);
  }
  for (const other of others) {
    page.gap(8);
    const { all, currency } = other;
    const text = tell(WORDS.otherCurrency, language, { rows: all.rows, currency });
    page.line([over(FIRST, LAST, text, SUMMARY.note)]);
    writeHead(page, other.currency);
    bars.push(...writeOutcomes(page, countsIn(other), other, other.all.rows));
  }
  return bars;
}
