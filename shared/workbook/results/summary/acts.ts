import { inARow, tell } from '../../../phrases/phrase.ts';
import { SHEETS } from '../../../phrases/sheet-phrases.ts';
import { ACTS } from '../../../phrases/summary-phrases.ts';
import type { Language } from '../../../reasons/entry.ts';
import { cancelJson, resumeJson } from '../operate-json.ts';
import { canBeSettled } from '../advice.ts';
import type { ResultsReport } from '../results-report.ts';
import { over, type Page } from '../../sheet/page.ts';
import { section } from '../../sheet/section.ts';
import { FIRST, LAST, SUMMARY } from '../../sheet/page-styles.ts';

function command(words: string, language: Language): string {
  return tell(ACTS.byCommand, language, { words });
}

/** Writes the lines by which a person resumes or cancels a suspended job; nothing for any other. */
export function writeResume(page: Page, { job, status }: ResultsReport): void {
  if (status !== 'suspended') return;
  const { language } = page;
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
  const how = inARow([ACTS.paste[language], command(`resume ${job}`, language)], language);
  page.line([over(FIRST, LAST, how, SUMMARY.note)]);
}

/** Writes how the rows of a job that is over are settled; nothing where none can be. */
export function writeSettling(page: Page, report: ResultsReport): void {
  if (!report.rows.some((row) => canBeSettled(report, row))) return;
  const { job } = report;
  const { language } = page;
  const settle = tell(ACTS.settle, language, { sheet: SHEETS.needsAction[language] });
  const byCommand = command(`settle ${job} RESOURCE --as "not paid"`, language);
  const how = [settle, ACTS.paste[language], byCommand];
  page.line([over(FIRST, LAST, inARow(how, language), SUMMARY.note)]);
}
