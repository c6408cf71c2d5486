import { AGAIN } from '../../phrases/again-phrases.ts';
import { tell } from '../../phrases/phrase.ts';
import { SHEETS } from '../../phrases/sheet-phrases.ts';
import { SUMMARY as SUMMARY_WORDS } from '../../phrases/summary-phrases.ts';
import type { SheetBook } from '../sheet/book.ts';
import { openPage, over, type Page } from '../sheet/page.ts';
import { FIRST, LAST, SUMMARY, SUMMARY_WIDTHS } from '../sheet/page-styles.ts';
import { PAGE_COLOURS, TONES } from '../sheet/palette.ts';
import { section } from '../sheet/section.ts';
import { style } from '../sheet/styles.ts';

/** What the first sheet of a file that is handed back says. */
export interface About {
  readonly title: string;
  /** The file that its rows are from. */
  readonly file: string;
  readonly headline: string;
  readonly account: string;
  readonly currency: string;
  readonly job: string;
  readonly approvedBy: string | null;
  readonly reference: string | null;
  readonly steps: readonly string[];
}

const { fill, ink } = TONES.neutral;
const HEADLINE = style({ size: 14, bold: true, fill, ink, middle: true, wrap: true, indent: 1 });
const STEP = style({ middle: true, wrap: true, indent: 1 });

function fact(page: Page, label: string, value: string | null): void {
  if (value === null || value === '') return;
  // Alone in its row, so that nothing beside it is ever taken for its value.
  page.line([over(2, 2, label, SUMMARY.label), over(3, LAST, value, SUMMARY.fact)]);
}

/**
 * Writes the first sheet: what the file is, whose approval and reference it carries on, which are read
 * when it comes back, and what to do with it.
 */
export function writeAbout(book: SheetBook, about: About): void {
  const { language } = book;
  const { account, currency } = about;
  const sheet = book.addSheet(SHEETS.about[language], {
    tab: PAGE_COLOURS.navy,
    headingRows: 0,
    paper: 'A4 upright',
  });
  const page = openPage(sheet, SUMMARY_WIDTHS, language);
  page.gap(8);
  page.line([over(FIRST, LAST, about.title, SUMMARY.title)], 30);
  page.line([over(FIRST, LAST, about.file, SUMMARY.subtitle)], 20);
  page.gap(8);
  page.line([over(FIRST, LAST, about.headline, HEADLINE)], 32);
  page.gap(8);
  fact(
    page,
    AGAIN.account[language],
    tell(SUMMARY_WORDS.accountIn, language, { account, currency }),
  );
  fact(page, AGAIN.fromJob[language], about.job);
  fact(page, AGAIN.approvedBy[language], about.approvedBy);
  fact(page, AGAIN.reference[language], about.reference);
  section(page, AGAIN.toDo[language]);
  about.steps.forEach((step, at) => {
    const isOnly = about.steps.length === 1;
    const text = isOnly ? step : tell(AGAIN.step, language, { number: at + 1, step });
    page.line([over(FIRST, LAST, text, STEP)], 22);
  });
  page.end();
}
