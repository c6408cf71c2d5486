import { OUTCOMES, type Outcome } from '../../../renewal/outcome.ts';
import type { CurrencyTotals, ReportTotals, Sums } from '../totals.ts';
import type { CountBar } from '../../sheet/bars.ts';
import { moneyCells } from '../../sheet/money.ts';
import { countOf } from '../../sheet/number.ts';
import { over, type Page, type PageCell } from '../../sheet/page.ts';
import { BAR_COLOURS } from '../../sheet/palette.ts';
import { FIRST, LAST, SUMMARY, SUMMARY_MONEY, SUMMARY_OUTCOMES } from '../../sheet/page-styles.ts';

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
      over(FIRST, FIRST, 'In the file', SUMMARY.totalText),
      over(FIRST + 1, FIRST + 1, rows, SUMMARY.totalCount),
      ...amountCells(all, 'total'),
      over(FIRST + 5, LAST, null, SUMMARY.totalText),
    ],
    22,
  );
  const declined = counts['not approved'];
  if (declined > 0) {
    const text = over(FIRST + 5, LAST, 'Without the rows that say no.', SUMMARY.meaning);
    page.line(
      [
        over(FIRST, FIRST, 'Approved in it', SUMMARY.totalText),
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
  const right = ['Rows', `In the file (${currency})`, `Paid (${currency})`, `Saved (${currency})`];
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
  if (totals.uncharged > 0) {
    const text = `${countOf(totals.uncharged, 'renewed row has', 'renewed rows have')} no charge that the provider tells: not in "Paid" and not in "Saved".`;
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
