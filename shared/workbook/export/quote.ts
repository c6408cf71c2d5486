import type { Survey, SurveyPart } from '../../survey/survey.ts';
import { zero } from '../../values/money.ts';
import { termText } from '../../values/term.ts';
import { daysLeft } from './totals.ts';
import { writeLiveLine } from './live-line.ts';
import { approvalColumns, detailColumns, priceHeading, TO_BE_FILLED } from './quote-columns.ts';
import { addBars } from '../sheet/bars.ts';
import type { SheetBook } from '../sheet/book.ts';
import { addDurations, addYesOrNo } from '../sheet/drop-downs.ts';
import { BAR_COLOURS, PAGE_COLOURS } from '../sheet/palette.ts';
import { protectSheet } from '../sheet/protect.ts';
import { columnLetters, writeTable } from '../sheet/table.ts';

/** Durations that are offered beside those that the rows have. */
const DURATIONS = [
  '1 month',
  '2 months',
  '3 months',
  '6 months',
  '9 months',
  '1 year',
  '2 years',
  '3 years',
] as const;

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
  const approval = approvalColumns(survey);
  const all = [...approval, ...detailColumns(survey)];
  const last = rows.length + FROM - 1;
  const letters = (heading: string): string =>
    columnLetters(all.findIndex((column) => column.heading === heading) + 1);
  const range = (heading: string): string =>
    `${letters(heading)}${FROM}:${letters(heading)}${last}`;
  const live = {
    from: FROM,
    to: Math.max(FROM, last),
    price: letters(priceHeading(survey)),
    approved: letters('Approved'),
    yes: 'yes',
  };
  const nothing = { rows: 0, sum: zero(survey.currency) };
  const durations = [...new Set([...rows.map(({ term }) => termText(term)), ...DURATIONS])];
  const most = Math.max(30, ...rows.map(({ expiry }) => daysLeft(expiry, survey) ?? 0));
  await writeTable(
    book,
    'Quote',
    PAGE_COLOURS.navy,
    all.map((column) => ({
      ...column,
      origin: TO_BE_FILLED.has(column.heading) ? ('added' as const) : ('uploader' as const),
    })),
    rows,
    {
      pinned: 2,
      printed: approval.length,
      above: (sheet) => {
        writeLiveLine(sheet, live, nothing, survey.balance);
      },
      adorn: (sheet) => {
        protectSheet(sheet);
        if (rows.length === 0) return;
        addBars(sheet, [{ ref: range('Days left'), most, colour: BAR_COLOURS['already renewed'] }]);
        addYesOrNo(sheet, range('Approved'));
        addDurations(sheet, range('Renewal Duration'), durations.slice(0, MOST_DURATIONS));
      },
    },
  );
}

/** A list in a cell's rule has at most 255 characters. */
const MOST_DURATIONS = 20;
