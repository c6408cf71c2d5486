import { exceeds, type Money, sum } from '../../values/money.ts';
import { OUTCOMES, type Outcome } from '../../renewal/outcome.ts';
import type { CheckReport, CheckReportRow } from './check-report.ts';
import type { CountBar } from '../sheet/bars.ts';
import { moneyCells } from '../sheet/money.ts';
import { countOf } from '../sheet/number.ts';
import { over, type Page } from '../sheet/page.ts';
import { BAR_COLOURS } from '../sheet/palette.ts';
import { FIRST, LAST, SUMMARY, SUMMARY_MONEY, SUMMARY_OUTCOMES } from '../sheet/page-styles.ts';

const MEANINGS: Readonly<Record<Outcome, string>> = {
  renewed: 'Would be renewed at the price of today.',
  'already renewed': 'Its expiry has moved on already; nothing would be paid.',
  'held: price changed': 'Costs more than approved today; would be held.',
  'not renewable': 'The provider refuses it today.',
  invalid: 'The row itself is wrong.',
  'not approved': 'Not approved in the sheet, hidden or filtered out.',
  'not attempted': 'Not looked at.',
  'needs review': 'An earlier job may have paid for it.',
};

/** Sum of the amounts in that currency; others are never added to it. */
function total(amounts: readonly (Money | null)[], currency: string): Money {
  return sum(
    amounts.filter((amount) => amount !== null).filter((amount) => amount.currency === currency),
    currency,
  );
}

/** Writes the big figures: what the rows to be renewed would take, and the balance for it. */
export function writeCheckCards(page: Page, report: CheckReport): void {
  const { currency, rows, money } = report;
  const renewed = rows.filter(({ outcome }) => outcome.outcome === 'renewed');
  const approved = total(
    renewed.map(({ row }) => row.approved),
    currency,
  );
  const cards: (readonly [label: string, amount: Money, parts: 'card' | 'missing'])[] = [
    [`Would be paid, ${currency}`, money.needed, 'card'],
    ['Approved for these', approved, 'card'],
  ];
  if (money.balance !== null) cards.push(['Balance now', money.balance, 'card']);
  if (money.missing !== null) cards.push(['Would be missing', money.missing, 'missing']);
  const rest = over(FIRST + cards.length, LAST, null, SUMMARY.blank);
  const labels = cards.map(([label], at) => over(FIRST + at, FIRST + at, label, SUMMARY.cardLabel));
  const amounts = cards.map(([, amount, parts], at) => ({
    ...moneyCells({ ...SUMMARY_MONEY[parts], size: 13 }, currency)(amount),
    from: FIRST + at,
  }));
  page.line([...labels, rest], 20);
  page.line([...amounts, rest], 30);
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
  const right = ['Rows', `In the file (${currency})`, `Price now (${currency})`];
  page.line(
    [
      over(FIRST, FIRST, 'Expected outcome', SUMMARY.head),
      ...right.map((text, at) => over(FIRST + 1 + at, FIRST + 1 + at, text, SUMMARY.headRight)),
      over(FIRST + 4, LAST, 'What it means', SUMMARY.head),
    ],
    22,
  );
  const bars: CountBar[] = [];
  for (const outcome of OUTCOMES) {
    const some = rows.filter((row) => row.outcome.outcome === outcome);
    if (some.length === 0) continue;
    const line = page.line(
      [
        over(FIRST, FIRST, outcome, SUMMARY_OUTCOMES[outcome]),
        over(FIRST + 1, FIRST + 1, some.length, SUMMARY.count),
        ...amountCells(some, currency, 'line'),
        over(FIRST + 4, LAST, MEANINGS[outcome], SUMMARY.meaning),
      ],
      22,
    );
    bars.push({ ref: `C${line}`, most: rows.length, colour: BAR_COLOURS[outcome] });
  }
  page.line(
    [
      over(FIRST, FIRST, 'All rows', SUMMARY.totalText),
      over(FIRST + 1, FIRST + 1, rows.length, SUMMARY.totalCount),
      ...amountCells(rows, currency, 'total'),
      over(FIRST + 4, LAST, null, SUMMARY.totalText),
    ],
    22,
  );
  writeCheaper(page, rows);
  return bars;
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
  const text = `${countOf(cheaper.length, 'row costs', 'rows cost')} less today than the file says: the lower price is paid.`;
  page.line([over(FIRST, LAST, text, SUMMARY.note)]);
}
