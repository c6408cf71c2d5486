import { say } from '../../reasons/say.ts';
import type { KnownNames } from '../read/heading-key.ts';
import { type AddedColumn, addedText, placeColumns } from '../results/row-columns.ts';
import type { ResultsReport } from '../results/results-report.ts';
import { shownAt } from '../results/summary/status.ts';
import { countOf } from '../sheet/number.ts';
import { outcomeStyles, UNDERLINED } from '../sheet/styles.ts';
import { writeAbout } from './about.ts';
import { approvesNothing } from './as-meant.ts';
import { writeRowsSheet } from './rows-sheet.ts';
import type { ReviewRow } from './which-rows.ts';
import { type ReadBack, writeForms } from './write-forms.ts';
import { rowsOf } from './write-retry.ts';

const OUTCOME = outcomeStyles(UNDERLINED);

/** The step first, then what became of the row and why. */
const FIRST_COLUMNS: readonly AddedColumn<ReviewRow>[] = [
  addedText('What to do next', 44, ({ step }) => step),
  {
    heading: 'Outcome',
    width: 20,
    cell: ({ result: { outcome } }) => ({
      value: outcome.outcome,
      style: OUTCOME[outcome.outcome],
    }),
  },
  addedText('Reason', 40, ({ result }) => say(result.outcome.reason, 'en').reason),
];

/** With the lines of the upload, which the sentences name. */
function firstColumns(rows: readonly ReviewRow[]): readonly AddedColumn<ReviewRow>[] {
  const results = rows.map(({ result }) => result);
  const places = placeColumns(results).map((column): AddedColumn<ReviewRow> => ({
    ...column,
    cell: ({ result }) => column.cell(result),
  }));
  return [...FIRST_COLUMNS, ...places];
}

/**
 * Makes the review workbook (.xlsx) of a job: the rows that wait for a person, with the step first and
 * nothing approved; once a row is done it can be approved in its place and dropped with it.
 */
export async function writeReview(
  report: ResultsReport,
  rows: readonly ReviewRow[],
  known: KnownNames,
  read: ReadBack,
): Promise<Uint8Array> {
  const { openBook } = await import('../sheet/book.ts');
  const { account, currency, job, file, reference } = report;
  const again = rowsOf(report, rows, known);
  return await writeForms(again, {
    first: firstColumns(rows),
    read,
    isMeant: approvesNothing,
    write: async (form) => {
      const footer = `${file} - account ${account} - review of job ${job}`;
      const book = openBook(`Review: ${file}`, footer, shownAt(report));
      writeAbout(book, {
        account,
        currency,
        job,
        file,
        reference,
        title: 'Rows that wait for a person',
        headline: `${countOf(rows.length, 'row waits', 'rows wait')} for somebody`,
        approvedBy: null,
        steps: [
          'On the sheet "Rows", do what stands first in each row.',
          'Where a row is then to be renewed, choose yes in its yellow cell. Blank is a no.',
          `Drop this file into approved/${account}/. Only the rows with a yes are tried again.`,
        ],
      });
      await writeRowsSheet(book, 'Rows', again, form, null);
      return await book.finish();
    },
  });
}
