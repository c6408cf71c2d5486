import type { ResultsReport } from '../results/results-report.ts';
import { shownAt } from '../results/summary/status.ts';
import { writeAbout } from './about.ts';

/** What stands in the place of a file of rows of which none are left, as once they were settled. */
export async function writeNothingLeft(report: ResultsReport): Promise<Uint8Array> {
  const { openBook } = await import('../sheet/book.ts');
  const { account, currency, job, file } = report;
  const book = openBook(`Nothing left: ${file}`, `${file} - job ${job}`, shownAt(report));
  writeAbout(book, {
    account,
    currency,
    job,
    file,
    approvedBy: null,
    reference: null,
    title: 'Nothing is left to do here',
    headline: 'The rows that stood here were seen to since.',
    steps: ['See the results of the job for what became of them.'],
  });
  return await book.finish();
}
