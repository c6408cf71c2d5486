import { inARow, tell } from '../../../phrases/phrase.ts';
import { SHEETS } from '../../../phrases/sheet-phrases.ts';
import { ACTS } from '../../../phrases/summary-phrases.ts';
import { cancelJson, resumeJson } from '../operate-json.ts';
import { canBeSettled } from '../advice.ts';
import type { ResultsReport } from '../results-report.ts';
import { over, type Page } from '../../sheet/page.ts';
import { section } from '../../sheet/section.ts';
import { FIRST, LAST, SUMMARY } from '../../sheet/page-styles.ts';

/**
 * Writes the lines by which a person resumes or cancels a suspended job, or how the rows of one that
 * is over are settled; nothing where neither can be done.
 */
export function writeActs(page: Page, report: ResultsReport): void {
  const { job, status } = report;
  const { language } = page;
  const paste = ACTS.paste[language];
  const command = (words: string): string => tell(ACTS.byCommand, language, { words });
  if (status === 'suspended') {
    section(page, ACTS.title[language]);
    for (const [what, json] of [
      [ACTS.resume[language], resumeJson(job, language)],
      [ACTS.cancel[language], cancelJson(job, language)],
    ] as const) {
      page.line([
        over(FIRST, FIRST, what, SUMMARY.text),
        over(FIRST + 1, LAST, json, SUMMARY.machine),
      ]);
    }
    const how = inARow([paste, command(`resume ${job}`)], language);
    page.line([over(FIRST, LAST, how, SUMMARY.note)]);
    return;
  }
  if (!report.rows.some((row) => canBeSettled(report, row))) return;
  const settle = tell(ACTS.settle, language, { sheet: SHEETS.needsAction[language] });
  const how = [settle, paste, command(`settle ${job} RESOURCE --as "not paid"`)];
  page.line([over(FIRST, LAST, inARow(how, language), SUMMARY.note)]);
}
