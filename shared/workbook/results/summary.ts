import { reportEquations } from './equation.ts';
import type { ResultsReport } from './results-report.ts';
import { reportTotals } from './totals.ts';
import { addBars } from '../sheet/bars.ts';
import type { SheetBook } from '../sheet/book.ts';
import { openPage, over } from '../sheet/page.ts';
import { PAGE_COLOURS } from '../sheet/palette.ts';
import { writeAudit } from './summary-audit.ts';
import { writeActs } from './summary-acts.ts';
import { writeSummaryHead } from './summary-head.ts';
import { writeHistory } from './summary-history.ts';
import { writeEquations, writeLooseList, writeNextSteps, writeOrderList } from './summary-lists.ts';
import { FIRST, LAST, SUMMARY, SUMMARY_WIDTHS } from '../sheet/page-styles.ts';
import { writeCards, writeTotals } from './summary-totals.ts';

const SMALL_PRINT =
  'Order amounts are the figures of record. What a single row has cost is allocated from its order by price, so that the rows of an order add up to it exactly.';

/**
 * Writes the Summary sheet: how the job ended, the figures and the check of the books, and what to
 * do next. `actionSheet` is the sheet that lists rows to look at, where there is one.
 */
export function writeSummary(
  book: SheetBook,
  report: ResultsReport,
  actionSheet: string | null,
): void {
  const sheet = book.addSheet('Summary', {
    tab: PAGE_COLOURS.navy,
    headingRows: 0,
    paper: 'A4 upright',
  });
  const page = openPage(sheet, SUMMARY_WIDTHS);
  const totals = reportTotals(report.rows, report.currency);
  writeSummaryHead(page, report, totals);
  if (report.rows.length > 0 || report.quoted !== null) {
    page.gap(8);
    writeCards(page, report, totals);
    page.gap(12);
    addBars(sheet, writeTotals(page, totals));
    writeEquations(page, reportEquations(report, totals));
  }
  writeAudit(page, report);
  writeNextSteps(page, report, actionSheet);
  writeActs(page, report);
  writeOrderList(page, report);
  writeLooseList(page, report);
  writeHistory(page, report);
  if (report.orders.length > 0) {
    page.gap(8);
    page.line([over(FIRST, LAST, SMALL_PRINT, SUMMARY.note)]);
  }
  sheet.commit();
}
