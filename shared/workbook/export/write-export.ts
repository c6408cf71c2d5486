import { COVER } from '../../phrases/export-phrases.ts';
import { tell } from '../../phrases/phrase.ts';
import type { Language } from '../../reasons/entry.ts';
import { type Survey, type SurveyPart, unpricedRows } from '../../survey/survey.ts';
import { writeCover } from './cover.ts';
import { writeLeftOut, writeUnpriced } from './not-offered.ts';
import { writeQuoteSheet } from './quote.ts';

/**
 * Makes one file (.xlsx) of an exported quote: a cover, the quote itself, ready to be approved and
 * dropped, and in the first file the resources without a price and those left out. Only the quote is
 * read when the file comes back; `language` is that of its words. Throws on an unknown zone or currency code.
 */
export async function writeExport(
  survey: Survey,
  part: SurveyPart,
  language: Language,
): Promise<Uint8Array> {
  const { account, title } = survey.question;
  const { number, of } = part;
  const about = { id: survey.id, account, title };
  // Loaded when there is something to write, as for the results.
  const { openBook } = await import('../sheet/book.ts');
  const book = openBook(
    tell(COVER.bookTitle, language, { title }),
    of === 1
      ? tell(COVER.footer, language, about)
      : tell(COVER.footerOf, language, { ...about, number, of }),
    survey.pricedAt,
    language,
  );
  const first = number === 1;
  writeCover(book, survey, part, {
    unpriced: first ? unpricedRows(survey).length : 0,
    leftOut: first ? survey.leftOut.length : 0,
  });
  await writeQuoteSheet(book, survey, part);
  if (first) {
    await writeUnpriced(book, survey);
    await writeLeftOut(book, survey);
  }
  return await book.finish();
}
