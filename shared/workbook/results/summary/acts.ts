import { cancelJson, resumeJson } from '../operate-json.ts';
import { canBeSettled } from '../advice.ts';
import type { ResultsReport } from '../results-report.ts';
import { over, type Page } from '../../sheet/page.ts';
import { section } from '../../sheet/section.ts';
import { FIRST, LAST, SUMMARY } from '../../sheet/page-styles.ts';

const PASTE =
  'In the Lambda console: open the function whose name ends in "-operate", tab "Test", paste the line as the event, put in your name, press "Test".';

const SETTLE =
  'Rows that need review: once you have found out what became of one, say so with its line on the sheet "Needs action". "as" is "paid" (it is renewed, or it is paid and will be), "not paid" (nothing was paid, leave it) or "renew again" (nothing was paid, it may be dropped once more).';

/**
 * Writes the lines by which a person resumes or cancels a suspended job, or how the rows of one that
 * is over are settled; nothing where neither can be done.
 */
export function writeActs(page: Page, report: ResultsReport): void {
  const { job, status } = report;
  if (status === 'suspended') {
    section(page, 'To resume or to cancel this job');
    for (const [what, json] of [
      ['Resume it', resumeJson(job)],
      ['Cancel it', cancelJson(job)],
    ] as const) {
      page.line([
        over(FIRST, FIRST, what, SUMMARY.text),
        over(FIRST + 1, LAST, json, SUMMARY.machine),
      ]);
    }
    page.line([over(FIRST, LAST, `${PASTE} ${byCommand(`resume ${job}`)}`, SUMMARY.note)]);
    return;
  }
  if (!report.rows.some((row) => canBeSettled(report, row))) return;
  page.line([
    over(
      FIRST,
      LAST,
      `${SETTLE} ${PASTE} ${byCommand(`settle ${job} RESOURCE --as "not paid"`)}`,
      SUMMARY.note,
    ),
  ]);
}

function byCommand(words: string): string {
  return `On the command line: npm run jobs -- ${words}`;
}
