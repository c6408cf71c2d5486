import { tell } from '../../phrases/phrase.ts';
import { ON_SHEETS } from '../../phrases/sheet-phrases.ts';
import { SUMMARY } from '../../phrases/summary-phrases.ts';
import { actionRows } from './advice.ts';
import { writeFirstRows } from './first-rows.ts';
import { groupLines } from './groupings.ts';
import { writeGroups } from './groups.ts';
import type { ResultsReport } from './results-report.ts';
import { writeNeedsAction } from './needs-action.ts';
import { writeNotCounted } from '../sheet/not-counted.ts';
import { writeOrders } from './orders.ts';
import { writeResultsSheet } from './result-rows.ts';
import { shownAt } from './summary/status.ts';
import { writeSummary } from './summary/summary.ts';
import { LIST_LIMIT } from './summary/lists.ts';

/**
 * Makes the results workbook (.xlsx) of a job: Summary, Results and, where there is something to
 * put on them, First rows, Needs action, Totals, Orders and Not counted. Nothing in it is a formula, whatever the text
 * from outside looks like. Throws only on an unknown zone or currency code.
 */
export async function writeResults(report: ResultsReport): Promise<Uint8Array> {
  const action = actionRows(report);
  const groups = groupLines(report);
  const { file, account, job, language } = report;
  const footer = tell(ON_SHEETS.footer, language, { file, account, job });
  // Loaded when there is something to write: most runs of intake never do.
  const { openBook } = await import('../sheet/book.ts');
  const title = tell(SUMMARY.bookTitle, language, { file });
  const book = openBook(title, footer, shownAt(report), language);
  writeSummary(book, report, action, groups);
  if (report.sight !== undefined) writeFirstRows(book, report.sight, report.reason);
  if (report.rows.length > 0) await writeResultsSheet(book, report);
  if (action.length > 0) await writeNeedsAction(book, report, action);
  if (groups.length > 0) await writeGroups(book, groups);
  if (report.orders.length > LIST_LIMIT) await writeOrders(book, report);
  if (report.loose.length > LIST_LIMIT) await writeNotCounted(book, report.loose);
  return await book.finish();
}
