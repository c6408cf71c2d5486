import { CHECK } from '../../phrases/check-phrases.ts';
import { tell } from '../../phrases/phrase.ts';
import type { CheckReport } from './check-report.ts';
import { writeCheckRows } from './check-rows.ts';
import { writeCheckSummary } from './summary.ts';
import { wouldBePaid } from './figures.ts';
import { groupLines } from '../results/groupings.ts';
import { writeGroups } from '../results/groups.ts';
import { LIST_LIMIT } from '../results/summary/lists.ts';
import { writeFirstRows } from '../results/first-rows.ts';
import { writeNotCounted } from '../sheet/not-counted.ts';

/**
 * Makes the workbook (.xlsx) of a dry run, in the shape of a results workbook: what would become of
 * a file, row by row. Throws only on an unknown zone or currency code.
 */
export async function writeCheck(report: CheckReport): Promise<Uint8Array> {
  const { file, account, id, language } = report;
  const footer = tell(CHECK.footer, language, { file, account, id });
  // Loaded when there is something to write, as for the results.
  const { openBook } = await import('../sheet/book.ts');
  const title = tell(CHECK.bookTitle, language, { file });
  const book = openBook(title, footer, report.checkedAt, language);
  const groups = groupLines({ ...report, rows: wouldBePaid(report.rows) });
  writeCheckSummary(book, report, groups);
  if (report.sight !== undefined) writeFirstRows(book, report.sight, report.reason);
  if (report.rows.length > 0) await writeCheckRows(book, report);
  if (groups.length > 0) await writeGroups(book, groups, 'dry run');
  if (report.loose.length > LIST_LIMIT) await writeNotCounted(book, report.loose);
  return await book.finish();
}
