import { AGAIN } from '../../phrases/again-phrases.ts';
import { inARow, tell } from '../../phrases/phrase.ts';
import { HEADINGS, SHEETS } from '../../phrases/sheet-phrases.ts';
import type { KnownNames } from '../read/heading-key.ts';
import type { ResultsReport } from '../results/results-report.ts';
import { shownAt } from '../results/summary/status.ts';
import { type About, writeAbout } from './about.ts';
import type { AgainRow, AgainRows } from './again-row.ts';
import { readsAsMeant } from './as-meant.ts';
import { type Answers, answersOf } from './form.ts';
import { writeRowsSheet } from './rows-sheet.ts';
import { type ReadBack, writeForms } from './write-forms.ts';

/** The rows of a report in the uploader's headings, under those that the account knows. */
export function rowsOf<Row extends AgainRow>(
  { columns, currency, expiryZone, language }: ResultsReport,
  rows: readonly Row[],
  known: KnownNames,
): AgainRows<Row> {
  return { headings: columns, rows, known, currency, zone: expiryZone, language };
}

function about(report: ResultsReport, rows: readonly AgainRow[], answers: Answers): About {
  const kept = rows.filter(({ approved }) => approved).length;
  const asked = rows.length - kept;
  const dearer = rows.filter(({ price }) => price !== null).length;
  const { account, currency, job, file, approvedBy, reference, language } = report;
  const form = { ...answers, quote: SHEETS.quote[language] };
  const was = tell(HEADINGS.was, language, { currency });
  const askedFor = [
    tell(AGAIN.chooseYes, language, form),
    dearer === 0 ? '' : tell(AGAIN.was, language, { was }),
  ];
  return {
    title: AGAIN.retryTitle[language],
    headline: inARow(
      [
        asked === 0 ? '' : tell(AGAIN.asked, language, { rows: asked }),
        kept === 0 ? '' : tell(AGAIN.kept, language, { rows: kept }),
      ],
      language,
      'parts',
    ),
    steps: [
      ...(asked === 0 ? [] : [inARow(askedFor, language)]),
      ...(kept === 0 ? [] : [AGAIN.others[language]]),
      tell(AGAIN.drop, language, { account }),
    ],
    account,
    currency,
    job,
    file,
    // Whoever approved the others has approved nothing that still waits for a yes.
    approvedBy: kept === 0 ? null : approvedBy,
    reference,
  };
}

/**
 * Makes the retry workbook (.xlsx) of a job: rows worth another try in the uploader's own columns,
 * which is a quote and may be dropped as it is. Throws `NotReadAsMeant` where it would be read as
 * anything else.
 */
export async function writeRetry(
  report: ResultsReport,
  rows: readonly AgainRow[],
  known: KnownNames,
  read: ReadBack,
): Promise<Uint8Array> {
  const { openBook } = await import('../sheet/book.ts');
  const again = rowsOf(report, rows, known);
  return await writeForms(again, {
    read,
    isMeant: (reading) => readsAsMeant(reading, rows),
    write: async (form) => {
      const { file, account, job, language } = report;
      const footer = tell(AGAIN.retryFooter, language, { file, account, job });
      const title = tell(AGAIN.retryBook, language, { file });
      const book = openBook(title, footer, shownAt(report), language);
      writeAbout(book, about(report, rows, answersOf(form, language)));
      await writeRowsSheet(book, SHEETS.quote[language], again, form, null, 'kept');
      return await book.finish();
    },
  });
}
