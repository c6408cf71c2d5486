import { type Survey, type SurveyPart, unpricedRows } from '../../survey/survey.ts';
import { writeCover } from './cover.ts';
import { writeLeftOut, writeUnpriced } from './not-offered.ts';
import { writeQuoteSheet } from './quote.ts';

/**
 * Makes one file (.xlsx) of an exported quote: a cover, the quote itself, ready to be approved and
 * dropped, and in the first file the resources without a price and those left out. Only the quote is
 * read when the file comes back. Throws on an unknown zone or currency code.
 */
export async function writeExport(survey: Survey, part: SurveyPart): Promise<Uint8Array> {
  const { account, title } = survey.question;
  const of = part.of === 1 ? '' : `, file ${part.number} of ${part.of}`;
  // Loaded when there is something to write, as for the results.
  const { openBook } = await import('../sheet/book.ts');
  const book = openBook(
    `Renewal quote: ${title}`,
    `Quote ${survey.id}${of} - account ${account} - ${title}`,
    survey.pricedAt,
  );
  const first = part.number === 1;
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
