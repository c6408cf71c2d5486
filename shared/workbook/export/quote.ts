import { FORM, HEADINGS, SHEETS } from '../../phrases/sheet-phrases.ts';
import { termWords } from '../../phrases/survey-phrases.ts';
import type { Survey, SurveyPart } from '../../survey/survey.ts';
import { zero } from '../../values/money.ts';
import { termOfMonths } from '../../values/term.ts';
import { daysLeft } from './totals.ts';
import { writeLiveLine } from './live-line.ts';
import { approvalColumns, detailColumns, priceHeading, toBeFilled } from './quote-columns.ts';
import { addBars } from '../sheet/bars.ts';
import type { SheetBook } from '../sheet/book.ts';
import { addDurations, addYesOrNo } from '../sheet/drop-downs.ts';
import { BAR_COLOURS, PAGE_COLOURS } from '../sheet/palette.ts';
import { protectSheet } from '../sheet/protect.ts';
import { columnLetters, writeTable } from '../sheet/table.ts';

/** Durations that are offered beside those that the rows have, in months. */
const DURATIONS = [1, 2, 3, 6, 9, 12, 24, 36] as const;

/** The first line of the rows: what is approved so far and the headings stand above. */
const FROM = 3;

/**
 * Writes the sheet that is approved and dropped back: its headings are those that the reader knows,
 * and the approval is blank until somebody says yes, which an empty cell never does. Id, name, price
 * and approval stand on one screen, above them what is approved so far; only what is to be filled in
 * can be changed, without a password, so that a slip of the hand changes no price.
 */
export async function writeQuoteSheet(
  book: SheetBook,
  survey: Survey,
  { rows }: SurveyPart,
): Promise<void> {
  const { language } = book;
  const approval = approvalColumns(survey, language);
  const all = [...approval, ...detailColumns(survey, language)];
  const filled = toBeFilled(language);
  const last = rows.length + FROM - 1;
  const letters = (heading: string): string =>
    columnLetters(all.findIndex((column) => column.heading === heading) + 1);
  const range = (heading: string): string =>
    `${letters(heading)}${FROM}:${letters(heading)}${last}`;
  const live = {
    from: FROM,
    to: Math.max(FROM, last),
    price: letters(priceHeading(survey, language)),
    approved: letters(HEADINGS.approved[language]),
    yes: FORM.yes[language],
  };
  const nothing = { rows: 0, sum: zero(survey.currency) };
  const terms = [...rows.map(({ term }) => term), ...DURATIONS.map(termOfMonths)];
  const durations = [...new Set(terms.map((term) => termWords(term, language)))];
  const most = Math.max(30, ...rows.map(({ expiry }) => daysLeft(expiry, survey) ?? 0));
  await writeTable(
    book,
    SHEETS.quote[language],
    PAGE_COLOURS.navy,
    all.map((column) => ({
      ...column,
      origin: filled.has(column.heading) ? ('added' as const) : ('uploader' as const),
    })),
    rows,
    {
      pinned: 2,
      printed: approval.length,
      above: (sheet) => {
        writeLiveLine(sheet, live, nothing, survey.balance, language);
      },
      adorn: (sheet) => {
        protectSheet(sheet);
        if (rows.length === 0) return;
        const left = range(HEADINGS.daysLeft[language]);
        addBars(sheet, [{ ref: left, most, colour: BAR_COLOURS['already renewed'] }]);
        addYesOrNo(sheet, range(HEADINGS.approved[language]), language);
        const offered = durations.slice(0, MOST_DURATIONS);
        addDurations(sheet, range(HEADINGS.duration[language]), offered, language);
      },
    },
  );
}

/** A list in a cell's rule has at most 255 characters. */
const MOST_DURATIONS = 20;
