import { AGAIN } from '../../phrases/again-phrases.ts';
import { outcomeWord } from '../../phrases/outcome-phrases.ts';
import { tell } from '../../phrases/phrase.ts';
import { FORM, HEADINGS, SHEETS } from '../../phrases/sheet-phrases.ts';
import type { Language } from '../../reasons/entry.ts';
import { say } from '../../reasons/say.ts';
import type { KnownNames } from '../read/heading-key.ts';
import { type AddedColumn, addedText, placeColumns } from '../results/row-columns.ts';
import type { ResultsReport } from '../results/results-report.ts';
import { shownAt } from '../results/summary/status.ts';
import { outcomeStyles, UNDERLINED } from '../sheet/styles.ts';
import { writeAbout } from './about.ts';
import { approvesNothing } from './as-meant.ts';
import { writeRowsSheet } from './rows-sheet.ts';
import type { ReviewRow } from './which-rows.ts';
import { type ReadBack, writeForms } from './write-forms.ts';
import { rowsOf } from './write-retry.ts';

const OUTCOME = outcomeStyles(UNDERLINED);

/** The step first, then what became of the row and why, and the line of the upload that sentences name. */
function firstColumns(
  rows: readonly ReviewRow[],
  language: Language,
): readonly AddedColumn<ReviewRow>[] {
  const results = rows.map(({ result }) => result);
  const places = placeColumns(results, language).map((column): AddedColumn<ReviewRow> => ({
    ...column,
    cell: ({ result }) => column.cell(result),
  }));
  return [
    addedText(HEADINGS.next[language], 44, ({ step }) => step),
    {
      heading: HEADINGS.outcome[language],
      width: 20,
      cell: ({ result: { outcome } }) => ({
        value: outcomeWord(outcome.outcome, language),
        style: OUTCOME[outcome.outcome],
      }),
    },
    addedText(
      HEADINGS.reason[language],
      40,
      ({ result }) => say(result.outcome.reason, language).reason,
    ),
    ...places,
  ];
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
  const { account, currency, job, file, reference, language } = report;
  const words = { yes: FORM.yes[language], no: FORM.no[language] };
  const again = rowsOf(report, rows, known);
  return await writeForms(again, {
    first: firstColumns(rows, language),
    read,
    isMeant: approvesNothing,
    write: async (form) => {
      const footer = tell(AGAIN.reviewFooter, language, { file, account, job });
      const title = tell(AGAIN.reviewBook, language, { file });
      const book = openBook(title, footer, shownAt(report), language);
      writeAbout(book, {
        account,
        currency,
        job,
        file,
        reference,
        title: AGAIN.reviewTitle[language],
        headline: tell(AGAIN.reviewHead, language, { rows: rows.length }),
        approvedBy: null,
        steps: [
          tell(AGAIN.doFirst, language, { rows: SHEETS.rows[language] }),
          tell(AGAIN.thenYes, language, words),
          tell(AGAIN.dropReview, language, { account, yes: words.yes }),
        ],
      });
      await writeRowsSheet(book, SHEETS.rows[language], again, form, null, 'open');
      return await book.finish();
    },
  });
}
