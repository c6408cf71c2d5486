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

function writeHead(page: Page, survey: Survey, part: SurveyPart): void {
  const { question, zone, askedAt, pricedAt, currency } = survey;
  const fact = (label: string, value: string | Date | null): void => {
    const shown = value instanceof Date ? SUMMARY.moment : SUMMARY.fact;
    page.line([over(2, 2, label, SUMMARY.label), over(3, 5, value, shown)]);
  };
  page.gap(8);
  page.line([over(FIRST, LAST, 'Renewal quote', SUMMARY.title)], 30);
  page.line([over(FIRST, LAST, question.title, SUMMARY.subtitle)], 20);
  page.gap(8);
  page.line(
    [over(FIRST, LAST, 'To be approved. Nothing is ordered or paid before that.', HEADLINE)],
    32,
  );
  page.gap(8);
  fact('Account', `${question.account} (${currency})`);
  fact('Reference', quoteId(survey, part));
  if (part.of > 1) fact('File', `${part.number} of ${part.of}`);
  fact('Asked for', instantDate(askedAt, zone));
  fact('Prices of', instantDate(pricedAt, zone));
  // Alone in its row, so that nothing beside it is ever taken for a name.
  page.line([over(2, 2, 'Approved by', SUMMARY.label), over(3, 5, null, TO_FILL)], 22);
  page.line([over(FIRST, LAST, `All times and expiry dates are those of ${zone}.`, SUMMARY.note)]);
}

function steps({ question: { account } }: Survey, { rows }: SurveyPart): readonly string[] {
  const untold = rows.filter(isUntold).length;
  return [
    '1. On the sheet "Quote", choose yes under "Approved" for each resource to renew. Blank is a no; so is a row that is hidden or filtered out. The first line adds up what is approved so far; only the yellow cells can be changed (protected without a password).',
    '2. "Price to approve" is the most that is paid for a row: if it costs more by then, the row is held and nothing is paid for it. Leave ids and expiry dates as they are.',
    `3. Save, and drop the file into approved/${account}/. That is the order to pay.`,
    ...(untold === 0
      ? []
      : [
          `${countOf(untold, 'resource')} with an empty "Price to approve", not in the sums above: the provider tells no price before it renews. Type what it may cost; the charge is compared with that afterwards, and what is above it stops the account.`,
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
 * reference and who approved are read.
 */
export function writeCover(
  book: SheetBook,
  survey: Survey,
  part: SurveyPart,
  counts: CoverCounts,
): void {
  const options = { tab: PAGE_COLOURS.navy, headingRows: 0, paper: 'A4 upright' } as const;
  const sheet = book.addSheet('Cover', options);
  const page = openPage(sheet, SUMMARY_WIDTHS);
  writeHead(page, survey, part);
  section(page, 'What it costs');
  writeCoverFigures(page, survey, part);
  section(page, 'When it falls due');
  addBars(sheet, [...writeUrgencies(page, survey, part), ...writeDue(page, survey, part)]);
  section(page, 'What to do');
  for (const step of steps(survey, part)) page.line([over(FIRST, LAST, step, STEP)], 22);
  writeBehind(page, counts);
  sheet.commit();
}
