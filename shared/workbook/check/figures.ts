import { CHECK } from '../../phrases/check-phrases.ts';
import { EXPECTED_MEANINGS, outcomeWord } from '../../phrases/outcome-phrases.ts';
import { tell } from '../../phrases/phrase.ts';
import { HEADINGS } from '../../phrases/sheet-phrases.ts';
import { CARDS, SUMMARY as SUMMARY_WORDS } from '../../phrases/summary-phrases.ts';
import { exceeds, minus, type Money, sum } from '../../values/money.ts';
import { isApproved } from '../../renewal/books/books.ts';
import { OUTCOMES } from '../../renewal/outcome.ts';
import type { ReportRow } from '../results/results-report.ts';
import type { CheckReport, CheckReportRow } from './check-report.ts';
import type { CountBar } from '../sheet/bars.ts';
import { type Card, writeCardRow } from '../sheet/cards.ts';
import { moneyCells } from '../sheet/money.ts';
import { over, type Page } from '../sheet/page.ts';
import { BAR_COLOURS } from '../sheet/palette.ts';
import { FIRST, LAST, SUMMARY, SUMMARY_MONEY, SUMMARY_OUTCOMES } from '../sheet/page-styles.ts';

/** The rows with what would be paid for them: what the provider tells no price of may cost what was approved. */
export function wouldBePaid(rows: readonly CheckReportRow[]): readonly ReportRow[] {
  return rows.map(({ row, outcome, price }) => {
    const paid = outcome.outcome === 'renewed' ? (price ?? row.approved) : null;
    return { row, outcome: { ...outcome, paid } };
  });
}

/** Sum of the amounts in that currency; others are never added to it. */
function total(amounts: readonly (Money | null)[], currency: string): Money {
  return sum(
    amounts.filter((amount) => amount !== null).filter((amount) => amount.currency === currency),
    currency,
  );
}

/** Writes the big figures: what the rows to be renewed would take, and the balance for it. */
export function writeCheckCards(page: Page, report: CheckReport): void {
  const { currency, rows, money, language } = report;
  const renewed = rows.filter(({ outcome }) => outcome.outcome === 'renewed');
  const approved = total(
    renewed.map(({ row }) => row.approved),
    currency,
  );
  const inFile = total(
    rows.map(({ row }) => row.approved),
    currency,
  );
  const inIt = total(
    rows.filter(({ outcome }) => isApproved(outcome.outcome)).map(({ row }) => row.approved),
    currency,
  );
  writeCardRow(
    page,
    [
      [tell(CARDS.inTheFile, language, { currency }), inFile, 'card'],
      [CARDS.approvedInIt[language], inIt, 'card'],
      [CHECK.wouldBePaid[language], money.needed, 'card'],
      [CHECK.approvedForThese[language], approved, 'card'],
    ],
    currency,
  );
  const { balance, missing, needed } = money;
  if (balance === null) return;
  const cards: Card[] = [[CARDS.balanceBefore[language], balance, 'card']];
  if (missing === null && balance.currency === currency) {
    cards.push([CARDS.balanceAfter[language], minus(balance, needed), 'card']);
  }
  if (missing !== null) cards.push([CHECK.topUp[language], missing, 'missing']);
  page.gap(4);
  writeCardRow(page, cards, currency);
}

function amountCells(some: readonly CheckReportRow[], currency: string, parts: 'line' | 'total') {
  const cell = moneyCells(
    SUMMARY_MONEY[parts],
    currency,
    parts === 'line' ? 'as a dash' : 'as a number',
  );
  const amounts = [
    total(
      some.map(({ row }) => row.approved),
      currency,
    ),
    total(
      some.map(({ price }) => price),
      currency,
    ),
  ];
  return amounts.map((amount, index) => ({ ...cell(amount), from: FIRST + 2 + index }));
}

/** Writes rows and amounts by expected outcome. Returns the bars behind the counts. */
export function writeCheckTotals(page: Page, { currency, rows }: CheckReport): readonly CountBar[] {
  const { language } = page;
  const right = [
    HEADINGS.rows[language],
    tell(SUMMARY_WORDS.inTheFileIn, language, { currency }),
    tell(HEADINGS.priceNow, language, { currency }),
  ];
  page.heads(
    [
      over(FIRST, FIRST, HEADINGS.expected[language], SUMMARY.head),
      ...right.map((text, at) => over(FIRST + 1 + at, FIRST + 1 + at, text, SUMMARY.headRight)),
      over(FIRST + 4, LAST, SUMMARY_WORDS.meaning[language], SUMMARY.head),
    ],
    22,
  );
  const bars: CountBar[] = [];
  for (const outcome of OUTCOMES) {
    const some = rows.filter((row) => row.outcome.outcome === outcome);
    if (some.length === 0) continue;
    const line = page.line(
      [
        over(FIRST, FIRST, outcomeWord(outcome, language), SUMMARY_OUTCOMES[outcome]),
        over(FIRST + 1, FIRST + 1, some.length, SUMMARY.count),
        ...amountCells(some, currency, 'line'),
        over(FIRST + 4, LAST, EXPECTED_MEANINGS[outcome][language], SUMMARY.meaning),
      ],
      22,
    );
    bars.push({ ref: `C${line}`, most: rows.length, colour: BAR_COLOURS[outcome] });
  }
  page.line(
    [
      over(FIRST, FIRST, HEADINGS.inTheFile[language], SUMMARY.totalText),
      over(FIRST + 1, FIRST + 1, rows.length, SUMMARY.totalCount),
      ...amountCells(rows, currency, 'total'),
      over(FIRST + 4, LAST, null, SUMMARY.totalText),
    ],
    22,
  );
  writeUntold(page, rows);
  writeCheaper(page, rows);
  return bars;
}

/** Rows that would be renewed and that the provider tells no price of: the two sums differ by them. */
function writeUntold(page: Page, rows: readonly CheckReportRow[]): void {
  const untold = rows.filter(
    ({ outcome, price }) => outcome.outcome === 'renewed' && price === null,
  );
  if (untold.length === 0) return;
  const text = tell(CHECK.untold, page.language, { rows: untold.length });
  page.line([over(FIRST, LAST, text, SUMMARY.note)]);
}

/** Rows that would cost less than approved are no cause for concern, but worth a word. */
function writeCheaper(page: Page, rows: readonly CheckReportRow[]): void {
  const cheaper = rows.filter(
    ({ row: { approved }, price }) =>
      approved !== null &&
      price !== null &&
      approved.currency === price.currency &&
      exceeds(approved, price),
  );
  if (cheaper.length === 0) return;
  const text = tell(CHECK.cheaper, page.language, { rows: cheaper.length });
  page.line([over(FIRST, LAST, text, SUMMARY.note)]);
}
