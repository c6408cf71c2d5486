import { COLUMNS, READ_AS } from '../../../phrases/column-phrases.ts';
import { type Phrase, tell } from '../../../phrases/phrase.ts';
import type { Language } from '../../../reasons/entry.ts';
import type { ColumnTold } from '../../../jobs/quote.ts';
import { say } from '../../../reasons/say.ts';
import type { Meaning } from '../../read/headings.ts';
import { over, type Page } from '../../sheet/page.ts';
import { FIRST, LAST, SUMMARY } from '../../sheet/page-styles.ts';
import { TONES } from '../../sheet/palette.ts';
import { section } from '../../sheet/section.ts';
import { style, UNDERLINED } from '../../sheet/styles.ts';

/** What a column is read as, in the words of whoever wrote the file: every meaning has its own. */
const READ_AS_WORDS: Readonly<Record<Meaning, Phrase>> = READ_AS;

/** The most columns that are listed; a file with more has no more that matter. */
const MOST = 60;

const REFUSED = style({ ...TONES.bad, border: UNDERLINED, middle: true, wrap: true, indent: 1 });

function readAs({ meaning, refused }: ColumnTold, language: Language): string {
  if (refused !== null) return say(refused, language).reason;
  if (meaning === null) return COLUMNS.notUsed[language];
  return READ_AS_WORDS[meaning as Meaning][language];
}

/** Writes how each column of the file was read, the refused ones in red; nothing for no columns. */
export function writeColumns(page: Page, told: readonly ColumnTold[]): void {
  if (told.length === 0) return;
  const sheets = new Set(told.map(({ sheet }) => sheet)).size;
  const { language } = page;
  section(page, COLUMNS.title[language]);
  page.heads([
    over(FIRST, FIRST + 2, COLUMNS.column[language], SUMMARY.head),
    over(FIRST + 3, LAST, COLUMNS.how[language], SUMMARY.head),
  ]);
  for (const column of told.slice(0, MOST)) {
    const place = sheets > 1 ? tell(COLUMNS.ofSheet, language, { ...column }) : column.column;
    const heading = column.heading === '' ? COLUMNS.noHeading[language] : column.heading;
    // Never a heading alone: dropped again, this line must not be taken for a row of headings.
    const shown = tell(COLUMNS.place, language, { place, heading });
    page.line([
      over(FIRST, FIRST + 2, shown, SUMMARY.text),
      over(
        FIRST + 3,
        LAST,
        readAs(column, language),
        column.refused === null ? SUMMARY.text : REFUSED,
      ),
    ]);
  }
  const rest = told.length - MOST;
  if (rest <= 0) return;
  page.line([over(FIRST, LAST, tell(COLUMNS.more, language, { count: rest }), SUMMARY.note)]);
}
