import { tell } from '../../../phrases/phrase.ts';
import { HEADINGS, SHEETS } from '../../../phrases/sheet-phrases.ts';
import { BOOKS, SUMMARY as WORDS } from '../../../phrases/summary-phrases.ts';
import { ordersShown } from '../../../reasons/order-words.ts';
import type { Equation } from '../equation.ts';
import type { ResultsReport } from '../results-report.ts';
import { orderLink } from '../../sheet/link.ts';
import { moneyCells } from '../../sheet/money.ts';
import { lineShown } from '../../sheet/not-counted.ts';
import { over, type Page } from '../../sheet/page.ts';
import { TONES } from '../../sheet/palette.ts';
import { section } from '../../sheet/section.ts';
import { style } from '../../sheet/styles.ts';
import { FIRST, LAST, SUMMARY, SUMMARY_MONEY } from '../../sheet/page-styles.ts';

/** Longer lists get a sheet of their own. */
export const LIST_LIMIT = 15;

/** Writes the books, each line with a tick or in red. */
export function writeEquations(page: Page, equations: readonly Equation[]): void {
  const holds = equations.every((equation) => equation.holds);
  const { language } = page;
  section(page, (holds ? BOOKS.balance : BOOKS.doNotBalance)[language]);
  for (const equation of equations) {
    const { fill, ink } = TONES[equation.holds ? 'good' : 'bad'];
    const { text } = equation;
    const shown = equation.holds ? `✓ ${text}` : tell(BOOKS.wrong, language, { text });
    const bold = !equation.holds;
    page.line(
      [over(FIRST, LAST, shown, style({ fill, ink, bold, middle: true, wrap: true, indent: 1 }))],
      22,
    );
  }
}

/** Writes the orders, or where they are listed when there are many. */
export function writeOrderList(page: Page, report: ResultsReport): void {
  const { orders } = report;
  if (orders.length === 0) return;
  const { language } = page;
  const { currency } = report;
  section(page, WORDS.orders[language]);
  if (orders.length > LIST_LIMIT) {
    const text = tell(WORDS.ordersListed, language, {
      count: orders.length,
      sheet: SHEETS.orders[language],
    });
    page.line([over(FIRST, LAST, text, SUMMARY.note)]);
    return;
  }
  const money = moneyCells(SUMMARY_MONEY.line, currency);
  page.heads([
    over(FIRST, FIRST, HEADINGS.order[language], SUMMARY.head),
    over(FIRST + 1, FIRST + 1, HEADINGS.rows[language], SUMMARY.headRight),
    over(FIRST + 2, FIRST + 2, tell(HEADINGS.amountIn, language, { currency }), SUMMARY.headRight),
    over(FIRST + 3, FIRST + 3, tell(HEADINGS.chargedIn, language, { currency }), SUMMARY.headRight),
    over(FIRST + 4, LAST, HEADINGS.state[language], SUMMARY.head),
  ]);
  for (const { id, state, amount, charged, rows, note } of orders) {
    const link = orderLink(report.orderUrl, id);
    const words =
      note === null || note === '' ? state : tell(WORDS.stateAndNote, language, { state, note });
    page.line([
      over(
        FIRST,
        FIRST,
        ordersShown(id, language),
        link === null ? SUMMARY.text : SUMMARY.link,
        link,
      ),
      over(FIRST + 1, FIRST + 1, rows, SUMMARY.count),
      { ...money(amount), from: FIRST + 2 },
      { ...money(charged), from: FIRST + 3 },
      over(FIRST + 4, LAST, words, SUMMARY.text),
    ]);
  }
}

/** Begins the list of rows that were not counted; false where there are none or too many for it. */
function beginLooseList(page: Page, loose: ResultsReport['loose']): boolean {
  if (loose.length === 0) return false;
  const { language } = page;
  section(page, WORDS.loose[language]);
  if (loose.length <= LIST_LIMIT) return true;
  const text = tell(WORDS.looseListed, language, {
    rows: loose.length,
    sheet: SHEETS.notCounted[language],
  });
  page.line([over(FIRST, LAST, text, SUMMARY.note)]);
  return false;
}

/** Names the rows that were not counted, or the sheet that does when there are many. */
export function writeLooseList(page: Page, { loose }: Pick<ResultsReport, 'loose'>): void {
  if (!beginLooseList(page, loose)) return;
  const { language } = page;
  page.heads([
    over(FIRST, FIRST, HEADINGS.sheet[language], SUMMARY.head),
    over(FIRST + 1, FIRST + 1, HEADINGS.line[language], SUMMARY.headRight),
    over(FIRST + 2, LAST, HEADINGS.standsThere[language], SUMMARY.head),
  ]);
  writeLooseRows(page, loose);
}

/** Writes where each row stands that was not counted, and what it says. */
function writeLooseRows(page: Page, loose: ResultsReport['loose']): void {
  for (const row of loose) {
    page.line([
      over(FIRST, FIRST, row.sheet, SUMMARY.text),
      over(FIRST + 1, FIRST + 1, lineShown(row), SUMMARY.count),
      over(FIRST + 2, LAST, row.text, SUMMARY.text),
    ]);
  }
}
