import { COVER } from '../../phrases/export-phrases.ts';
import { tell } from '../../phrases/phrase.ts';
import { SHEETS } from '../../phrases/sheet-phrases.ts';
import { type Survey, surveyParts, unpricedRows } from '../../survey/survey.ts';
import { type Carried, writeCover } from '../export/cover.ts';
import { writeUnpriced } from '../export/not-offered.ts';
import { writeExport } from '../export/write-export.ts';
import { type AgainRow, type AgainRows, priceOf } from './again-row.ts';
import { readsAsMeant } from './as-meant.ts';
import { type Answers, answersOf } from './form.ts';
import { writeRowsSheet } from './rows-sheet.ts';
import { NotReadAsMeant, type ReadBack, writeForms } from './write-forms.ts';

/** A file priced anew: what its resources cost today, and its rows with that. */
export interface FreshQuote {
  readonly survey: Survey;
  /** The rows of the survey that have a price or may have one, in its order. */
  readonly again: AgainRows;
  readonly approvedBy: string | null;
  readonly reference: string | null;
}

function carriedOn(
  { again: { rows }, approvedBy, reference }: FreshQuote,
  answers: Answers,
): Carried {
  const count = (of: (row: AgainRow) => boolean): number => rows.filter(of).length;
  const kept = count(({ approved }) => approved);
  return {
    // Whoever approved the old prices has approved none of the new ones.
    approvedBy: kept === 0 ? null : approvedBy,
    reference,
    answers,
    waiting: rows.length - kept,
    changed: count(({ price }) => price !== null),
    kept,
    empty: count((row) => priceOf(row) === null),
  };
}

async function writeOwn(fresh: FreshQuote, read: ReadBack): Promise<Uint8Array> {
  const { survey, again } = fresh;
  const { account, title } = survey.question;
  const { language } = again;
  const [part] = surveyParts(survey);
  const { openBook } = await import('../sheet/book.ts');
  return await writeForms(again, {
    read,
    isMeant: (reading) => readsAsMeant(reading, again.rows),
    write: async (form) => {
      const footer = tell(COVER.footer, language, { id: survey.id, account, title });
      const name = tell(COVER.bookTitle, language, { title });
      const book = openBook(name, footer, survey.pricedAt, language);
      const counts = { unpriced: unpricedRows(survey).length, leftOut: 0 };
      writeCover(book, survey, part!, counts, carriedOn(fresh, answersOf(form, language)));
      await writeRowsSheet(book, SHEETS.quote[language], again, form, survey.balance, 'kept');
      await writeUnpriced(book, survey);
      return await book.finish();
    },
  });
}

/**
 * Makes the quote (.xlsx) of a file that is priced anew: its rows in the uploader's own columns, those
 * whose price has changed first and without a yes, reference and, where an approval is kept, approver
 * carried on. Where that would be read as anything else it is written as an export, in which nothing is approved.
 */
export async function writeRepriced(fresh: FreshQuote, read: ReadBack): Promise<Uint8Array> {
  try {
    return await writeOwn(fresh, read);
  } catch (error) {
    if (!(error instanceof NotReadAsMeant)) throw error;
    const { survey, again } = fresh;
    return await writeExport(survey, surveyParts(survey)[0]!, again.language);
  }
}
