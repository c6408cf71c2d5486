import type { KnownNames } from '../read/heading-key.ts';
import type { ResultsReport } from '../results/results-report.ts';
import { shownAt } from '../results/summary/status.ts';
import { countOf } from '../sheet/number.ts';
import { type About, writeAbout } from './about.ts';
import type { AgainRow, AgainRows } from './again-row.ts';
import { readsAsMeant } from './as-meant.ts';
import { writeRowsSheet } from './rows-sheet.ts';
import { type ReadBack, writeForms } from './write-forms.ts';

/** The rows of a report in the uploader's headings, under those that the account knows. */
export function rowsOf<Row extends AgainRow>(
  { columns, currency, expiryZone }: ResultsReport,
  rows: readonly Row[],
  known: KnownNames,
): AgainRows<Row> {
  return { headings: columns, rows, known, currency, zone: expiryZone };
}

function about(report: ResultsReport, rows: readonly AgainRow[]): About {
  const kept = rows.filter(({ approved }) => approved).length;
  const asked = rows.length - kept;
  const dearer = rows.filter(({ price }) => price !== null).length;
  const { account, currency, job, file, approvedBy, reference } = report;
  return {
    title: 'Rows worth another try',
    headline: [
      asked === 0 ? '' : `${countOf(asked, 'row waits', 'rows wait')} for a yes`,
      kept === 0 ? '' : `${countOf(kept, 'row keeps its', 'rows keep their')} approval`,
    ]
      .filter((part) => part !== '')
      .join(', '),
    steps: [
      ...(asked === 0
        ? []
        : [
            `On the sheet "Quote", choose yes in the yellow cell of each row that is approved as it stands there; they come first. Blank is a no.${dearer === 0 ? '' : ' "Was" is the price that was approved before.'}`,
          ]),
      ...(kept === 0
        ? []
        : ['The other rows are as they were approved; blank their yellow cell to leave them out.']),
      `Drop this file into approved/${account}/. That is the order to pay.`,
    ],
    account,
    currency,
    job,
    file,
    approvedBy,
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
      const footer = `${report.file} - account ${report.account} - another try after job ${report.job}`;
      const book = openBook(`Another try: ${report.file}`, footer, shownAt(report));
      writeAbout(book, about(report, rows));
      await writeRowsSheet(book, 'Quote', again, form, null);
      return await book.finish();
    },
  });
}
