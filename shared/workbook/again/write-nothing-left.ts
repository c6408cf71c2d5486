import { AGAIN } from '../../phrases/again-phrases.ts';
import { tell } from '../../phrases/phrase.ts';
import type { ResultsReport } from '../results/results-report.ts';
import { shownAt } from '../results/summary/status.ts';
import { writeAbout } from './about.ts';

/** What stands in the place of a file of rows of which none are left, as once they were settled. */
export async function writeNothingLeft(report: ResultsReport): Promise<Uint8Array> {
  const { openBook } = await import('../sheet/book.ts');
  const { account, currency, job, file, language } = report;
  const book = openBook(
    tell(AGAIN.nothingBook, language, { file }),
    tell(AGAIN.nothingFooter, language, { file, job }),
    shownAt(report),
    language,
  );
  writeAbout(book, {
    account,
    currency,
    job,
    file,
    approvedBy: null,
    reference: null,
    title: AGAIN.nothingTitle[language],
    headline: AGAIN.nothingHead[language],
    steps: [AGAIN.seeResults[language]],
  });
  return await book.finish();
}
