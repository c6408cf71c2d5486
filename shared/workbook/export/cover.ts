import { COVER, STEPS } from '../../phrases/export-phrases.ts';
import { inARow, type Phrase, tell } from '../../phrases/phrase.ts';
import { FORM, HEADINGS, SHEETS } from '../../phrases/sheet-phrases.ts';
import { SUMMARY as SUMMARY_WORDS } from '../../phrases/summary-phrases.ts';
import type { Language } from '../../reasons/entry.ts';
import type { Survey, SurveyPart } from '../../survey/survey.ts';
import { addBars } from '../sheet/bars.ts';
import type { SheetBook } from '../sheet/book.ts';
import { writeCoverFigures, writeUrgencies } from './cover-figures.ts';
import { writeDue } from './due.ts';
import { instantDate } from '../sheet/date.ts';
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
  /** The words of its drop-downs. */
  readonly answers: { readonly yes: string; readonly no: string };
  /** Rows that wait for a yes; of these, that cost something else now; that keep theirs; without a price. */
  readonly waiting: number;
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

function headline(carried: Carried | null, language: Language): string {
  if (carried === null) return COVER.toBeApproved[language];
  const { waiting, changed, kept } = carried;
  if (kept > 0) return tell(COVER.askedAndKept, language, { rows: changed, kept });
  return waiting > changed
    ? tell(COVER.askedOfAll, language, { rows: waiting, changed })
    : tell(COVER.asked, language, { rows: changed });
}

function writeHead(page: Page, survey: Survey, part: SurveyPart, carried: Carried | null): void {
  const { question, zone, askedAt, pricedAt, currency } = survey;
  const { account } = question;
  const { language } = page;
  const fact = (label: string, value: string | Date | null): void => {
    const shown = value instanceof Date ? SUMMARY.moment : SUMMARY.fact;
    page.line([over(2, 2, label, SUMMARY.label), over(3, 5, value, shown)]);
  };
  page.gap(8);
  page.line([over(FIRST, LAST, COVER.title[language], SUMMARY.title)], 30);
  page.line([over(FIRST, LAST, question.title, SUMMARY.subtitle)], 20);
  page.gap(8);
  page.line([over(FIRST, LAST, headline(carried, language), HEADLINE)], 32);
  page.gap(8);
  fact(COVER.account[language], tell(SUMMARY_WORDS.accountIn, language, { account, currency }));
  fact(COVER.reference[language], carried?.reference ?? quoteId(survey, part));
  const { number, of } = part;
  if (of > 1) fact(COVER.file[language], tell(COVER.fileOf, language, { number, of }));
  fact(COVER.askedFor[language], instantDate(askedAt, zone));
  fact(COVER.pricesOf[language], instantDate(pricedAt, zone));
  // Alone in its row, so that nothing beside it is ever taken for a name.
  page.line(
    [
      over(2, 2, COVER.approvedBy[language], SUMMARY.label),
      over(3, 5, carried?.approvedBy ?? null, TO_FILL),
    ],
    22,
  );
  page.line([over(FIRST, LAST, tell(SUMMARY_WORDS.zone, language, { zone }), SUMMARY.note)]);
}

/** What is to be done, a line each. */
function steps(
  { question: { account } }: Survey,
  { rows }: SurveyPart,
  carried: Carried | null,
  language: Language,
): readonly string[] {
  const fresh = carried === null;
  const quote = SHEETS.quote[language];
  const { yes, no } = carried?.answers ?? { yes: FORM.yes[language], no: FORM.no[language] };
  const approved = HEADINGS.approved[language];
  const price = FORM.priceToApprove[language];
  const untold = carried?.empty ?? rows.filter(isUntold).length;
  const empty = fresh ? tell(STEPS.priceQuoted, language, { price }) : STEPS.thePrice[language];
  return [
    fresh
      ? tell(STEPS.choose, language, { quote, yes, no, approved })
      : inARow(
          [
            tell(STEPS.chooseChanged, language, { quote, yes, no }),
            carried.kept === 0 ? '' : tell(STEPS.othersKeep, language, { yes }),
          ],
          language,
        ),
    fresh ? tell(STEPS.most, language, { price }) : STEPS.mostChanged[language],
    tell(STEPS.drop, language, { account }),
    ...(untold === 0 ? [] : [tell(STEPS.untold, language, { count: untold, price: empty })]),
    tell(STEPS.otherDuration, language, { account }),
  ];
}

function writeBehind(page: Page, { unpriced, leftOut }: CoverCounts): void {
  if (unpriced + leftOut === 0) return;
  const { language } = page;
  section(page, COVER.notIn[language]);
  const say = (phrase: typeof COVER.unpriced | typeof COVER.leftOut, count: number, on: Phrase) => {
    const sheet = on[language];
    if (count > 0) page.line([over(FIRST, LAST, tell(phrase, language, { count, sheet }), STEP)]);
  };
  say(COVER.unpriced, unpriced, SHEETS.cannotBeRenewed);
  say(COVER.leftOut, leftOut, SHEETS.leftOut);
}

/**
 * Writes the cover of a quote: what it is, what it adds up to, whether the balance suffices, what to do
 * with it, and when it falls due. It has no heading of ids, so the reader takes nothing of it for a row; its
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
  const { language } = book;
  const sheet = book.addSheet(SHEETS.cover[language], options);
  const page = openPage(sheet, SUMMARY_WIDTHS, language);
  writeHead(page, survey, part, carried);
  section(page, COVER.cost[language]);
  writeCoverFigures(page, survey, part);
  section(page, COVER.toDo[language]);
  for (const step of steps(survey, part, carried, language))
    page.line([over(FIRST, LAST, step, STEP)], 22);
  section(page, COVER.due[language]);
  addBars(sheet, [...writeUrgencies(page, survey, part), ...writeDue(page, survey, part)]);
  writeBehind(page, counts);
  page.end();
}
