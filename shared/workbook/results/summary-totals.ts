import type { Shortage } from '../../renewal/books/open-rows.ts';
import { compare, minus, type Money } from '../../values/money.ts';
import { OUTCOMES, type Outcome } from '../../renewal/outcome.ts';
import type { ResultsReport } from './results-report.ts';
import type { CurrencyTotals, ReportTotals, Sums } from './totals.ts';
import type { CountBar } from '../sheet/bars.ts';
import { moneyCells } from '../sheet/money.ts';
import { amountText, countOf } from '../sheet/number.ts';
import { over, type Page, type PageCell } from '../sheet/page.ts';
import { BAR_COLOURS } from '../sheet/palette.ts';
import { FIRST, LAST, SUMMARY, SUMMARY_MONEY, SUMMARY_OUTCOMES } from '../sheet/page-styles.ts';

const MEANINGS: Readonly<Record<Outcome, string>> = {
  renewed: 'Paid, and the provider shows a later expiry date.',
  'already renewed': 'The expiry had moved on before; nothing was paid.',
  'held: price changed': 'Dearer than approved; cancelled, nothing was paid.',
  'not renewable': 'The provider refuses this resource; nothing was paid.',
  invalid: 'The row itself is wrong; nothing was ordered.',
  'not approved': 'Not approved in the sheet, hidden or filtered out.',
  'not attempted': 'The job stopped before its turn; nothing was paid.',
  'needs review': 'Not known what became of it; not tried again.',
};

type Card = readonly [label: string, amount: Money, parts: 'card' | 'missing'];

function cardsOf(report: ResultsReport, totals: ReportTotals): readonly Card[] {
  const { all, currency } = totals.currencies[0]!;
  const cards: Card[] = [
    [`Approved, ${currency}`, all.approved, 'card'],
    [`Paid, ${currency}`, all.paid, 'card'],
    ['Saved', all.saved, 'card'],
  ];
  const { balance, short } = report;
  if (short !== null) return [...cards, ...shortCards(short)];
  if (balance === null) return cards;
  cards.push(['Balance at the start', balance, 'card']);
  if (balance.currency !== currency || compare(all.approved, balance) <= 0) return cards;
  const urgent = totals.counts['not attempted'] > 0;
  cards.push(['Missing for all rows', minus(all.approved, balance), urgent ? 'missing' : 'card']);
  return cards;
}

/** What counts for a top-up: not what all rows cost, but those that are still open. */
function shortCards({ left, missing }: Shortage): readonly Card[] {
  return [
    ...(left === null ? [] : [['Balance left', left, 'card'] as const]),
    ...(missing === null ? [] : [['Missing, at most', missing, 'missing'] as const]),
  ];
}

/** Large, unless so many digits would not fit: a number without room is shown as ####. */
function cardSize(cards: readonly Card[]): number {
  const longest = Math.max(...cards.map(([, amount]) => amountText(amount).length));
  if (longest <= 10) return 15;
  return longest <= 13 ? 13 : 11;
}

/**
 * Writes the big figures, in the account's currency: the approved total, what was paid and saved,
 * and the balance when the job began with what it falls short of the approved total; of a job that is
 * suspended for its balance, what that has left and lacks.
 */
export function writeCards(page: Page, report: ResultsReport, totals: ReportTotals): void {
  const { currency } = totals.currencies[0]!;
  const cards = cardsOf(report, totals);
  const size = cardSize(cards);
  const rest = over(FIRST + cards.length, LAST, null, SUMMARY.blank);
  const labels = cards.map(([label], at) => over(FIRST + at, FIRST + at, label, SUMMARY.cardLabel));
  const amounts = cards.map(([, amount, parts], at) => ({
    ...moneyCells({ ...SUMMARY_MONEY[parts], size }, currency)(amount),
    from: FIRST + at,
  }));
  page.line([...labels, rest], 20);
  page.line([...amounts, rest], 30);
}

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
  { outcomes, all }: CurrencyTotals,
  rows: number,
): readonly CountBar[] {
  const bars: CountBar[] = [];
  for (const outcome of OUTCOMES.filter((each) => counts[each] > 0)) {
    const line = page.line(
      [
        over(FIRST, FIRST, outcome, SUMMARY_OUTCOMES[outcome]),
        over(FIRST + 1, FIRST + 1, counts[outcome], SUMMARY.count),
        ...amountCells(outcomes[outcome], 'line'),
        over(FIRST + 5, LAST, MEANINGS[outcome], SUMMARY.meaning),
      ],
      22,
    );
    bars.push({ ref: `C${line}`, most: rows, colour: BAR_COLOURS[outcome] });
  }
  page.line(
    [
      over(FIRST, FIRST, 'All rows', SUMMARY.totalText),
      over(FIRST + 1, FIRST + 1, rows, SUMMARY.totalCount),
      ...amountCells(all, 'total'),
      over(FIRST + 5, LAST, null, SUMMARY.totalText),
    ],
    22,
  );
  return bars;
}

function writeHead(page: Page, currency: string): void {
  const right = ['Rows', `Approved (${currency})`, `Paid (${currency})`, `Saved (${currency})`];
  page.line(
    [
      over(FIRST, FIRST, 'Outcome', SUMMARY.head),
      ...right.map((text, index) =>
        over(FIRST + 1 + index, FIRST + 1 + index, text, SUMMARY.headRight),
      ),
      over(FIRST + 5, LAST, 'What it means', SUMMARY.head),
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
  const [main, ...others] = totals.currencies;
  page.line([over(FIRST, LAST, 'Rows and amounts', SUMMARY.section)], 24);
  writeHead(page, main!.currency);
  const bars = [...writeOutcomes(page, totals.counts, main!, totals.rows)];
  if (totals.unpriced > 0) {
    const text = `${countOf(totals.unpriced, 'row has', 'rows have')} no readable price: counted, and in no amount.`;
    page.line([over(FIRST, LAST, text, SUMMARY.note)]);
  }
  for (const other of others) {
    page.gap(8);
    const text = `Of these, ${countOf(other.all.rows)} priced in ${other.currency}. Currencies are never added together.`;
    page.line([over(FIRST, LAST, text, SUMMARY.note)]);
    writeHead(page, other.currency);
    bars.push(...writeOutcomes(page, countsIn(other), other, other.all.rows));
  }
  return bars;
}
