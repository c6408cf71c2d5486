import type { Survey, SurveyPart } from '../../survey/survey.ts';
import { addBars } from '../sheet/bars.ts';
import type { SheetBook } from '../sheet/book.ts';
import { writeCoverFigures, writeUrgencies } from './cover-figures.ts';
import { writeDue } from './due.ts';
import { instantDate } from '../sheet/date.ts';
import { countOf } from '../sheet/number.ts';
import { openPage, over, type Page } from '../sheet/page.ts';
import { PAGE_COLOURS, TONES } from '../sheet/palette.ts';
import { isUntold } from './quote-columns.ts';
import { section } from '../sheet/section.ts';
import { style } from '../sheet/styles.ts';
import { FIRST, LAST, SUMMARY, SUMMARY_WIDTHS } from '../sheet/page-styles.ts';

/** How many resources stand on the sheets behind the quote. */
export interface CoverCounts {
  readonly unpriced: number;
  readonly leftOut: number;
}

/** What a quote that is priced anew carries on from its file, and what of it is to be approved. */
export interface Carried {
  readonly approvedBy: string | null;
  readonly reference: string | null;
  /** Rows that cost something else now, that keep their approval, and that have no price. */
  readonly changed: number;
  readonly kept: number;
  readonly empty: number;
}

const TO_FILL = style({
  fill: 'FFF8D6',
  middle: true,
  indent: 1,
  border: { bottom: { style: 'thin', color: { argb: `FF${PAGE_COLOURS.muted}` } } },
});
const { fill, ink } = TONES.neutral;
const HEADLINE = style({ size: 14, bold: true, fill, ink, middle: true, wrap: true, indent: 1 });
const STEP = style({ middle: true, wrap: true, indent: 1 });

/** What identifies one file of a quote: comes back as the reference of the job. */
function quoteId({ id }: Survey, { number, of }: SurveyPart): string {
  return of === 1 ? id : `${id}-${number}`;
}

function headline(carried: Carried | null): string {
  if (carried === null) return 'To be approved. Nothing is ordered or paid before that.';
  const { changed, kept } = carried;
  const asked = `${countOf(changed, 'row costs', 'rows cost')} something else now and ${changed === 1 ? 'waits' : 'wait'} for a yes`;
  return kept === 0
    ? `${asked}.`
    : `${asked}, ${countOf(kept, 'row keeps its', 'rows keep their')} approval.`;
}

function writeHead(page: Page, survey: Survey, part: SurveyPart, carried: Carried | null): void {
  const { question, zone, askedAt, pricedAt, currency } = survey;
  const fact = (label: string, value: string | Date | null): void => {
    const shown = value instanceof Date ? SUMMARY.moment : SUMMARY.fact;
    page.line([over(2, 2, label, SUMMARY.label), over(3, 5, value, shown)]);
  };
  page.gap(8);
  page.line([over(FIRST, LAST, 'Renewal quote', SUMMARY.title)], 30);
  page.line([over(FIRST, LAST, question.title, SUMMARY.subtitle)], 20);
  page.gap(8);
  page.line([over(FIRST, LAST, headline(carried), HEADLINE)], 32);
  page.gap(8);
  fact('Account', `${question.account} (${currency})`);
  fact('Reference', carried?.reference ?? quoteId(survey, part));
  if (part.of > 1) fact('File', `${part.number} of ${part.of}`);
  fact('Asked for', instantDate(askedAt, zone));
  fact('Prices of', instantDate(pricedAt, zone));
  // Alone in its row, so that nothing beside it is ever taken for a name.
  page.line(
    [over(2, 2, 'Approved by', SUMMARY.label), over(3, 5, carried?.approvedBy ?? null, TO_FILL)],
    22,
  );
  page.line([over(FIRST, LAST, `All times and expiry dates are those of ${zone}.`, SUMMARY.note)]);
}

function steps(
  { question: { account } }: Survey,
  { rows }: SurveyPart,
  carried: Carried | null,
): readonly string[] {
  const untold = carried?.empty ?? rows.filter(isUntold).length;
  return [
    carried !== null
      ? '1. On the sheet "Quote", the rows whose price has changed come first: choose yes in the yellow cell of each that is approved at the price that stands there. Blank is a no. The others keep the yes that they had; blank it to leave them out.'
      : '1. On the sheet "Quote", choose yes under "Approved" for each resource to renew. Blank is a no; so is a row that is hidden or filtered out. The first line adds up what is approved so far; only the yellow cells can be changed (protected without a password).',
    `2. ${carried === null ? '"Price to approve"' : 'The price'} is the most that is paid for a row: if it costs more by then, the row is held and nothing is paid for it. Leave ids and expiry dates as they are.`,
    `3. Save, and drop the file into approved/${account}/. That is the order to pay.`,
    ...(untold === 0
      ? []
      : [
          `${countOf(untold, 'resource')} with an empty ${carried === null ? '"Price to approve"' : 'price'}, not in the sums above: the provider tells no price before it renews. Type what it may cost; the charge is compared with that afterwards, and what is above it stops the account.`,
        ]),
    `Another renewal duration: change it in its column and drop the file into check/${account}/ first. A quote with the prices for it comes back in exports/${account}/, beside a report of what would happen.`,
  ];
}

function writeBehind(page: Page, { unpriced, leftOut }: CoverCounts): void {
  if (unpriced + leftOut === 0) return;
  section(page, 'Not in this quote');
  if (unpriced > 0) {
    const text = `${countOf(unpriced, 'resource')} that cannot be renewed: on the sheet "Cannot be renewed", each with the reason.`;
    page.line([over(FIRST, LAST, text, STEP)]);
  }
  if (leftOut > 0) {
    const text = `${countOf(leftOut, 'resource')} left out: on the sheet "Left out", each with why.`;
    page.line([over(FIRST, LAST, text, STEP)]);
  }
}

/**
 * Writes the cover of a quote: what it is, what it adds up to, whether the balance suffices, and
 * what to do with it. It has no heading of ids, so the reader takes nothing of it for a row; its
 * reference and who approved are read. `carried`: of a file that is priced anew.
 */
export function writeCover(
  book: SheetBook,
  survey: Survey,
  part: SurveyPart,
  counts: CoverCounts,
  carried: Carried | null = null,
): void {
  const options = { tab: PAGE_COLOURS.navy, headingRows: 0, paper: 'A4 upright' } as const;
  const sheet = book.addSheet('Cover', options);
  const page = openPage(sheet, SUMMARY_WIDTHS);
  writeHead(page, survey, part, carried);
  section(page, 'What it costs');
  writeCoverFigures(page, survey, part);
  section(page, 'When it falls due');
  addBars(sheet, [...writeUrgencies(page, survey, part), ...writeDue(page, survey, part)]);
  section(page, 'What to do');
  for (const step of steps(survey, part, carried)) page.line([over(FIRST, LAST, step, STEP)], 22);
  writeBehind(page, counts);
  sheet.commit();
}
