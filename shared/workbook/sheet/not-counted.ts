import { tell } from '../../phrases/phrase.ts';
import { HEADINGS, ON_SHEETS, SHEETS } from '../../phrases/sheet-phrases.ts';
import type { Language } from '../../reasons/entry.ts';
import type { LooseRow, Quote } from '../../jobs/quote.ts';
import { say } from '../../reasons/say.ts';
import type { SheetBook } from './book.ts';
import type { SheetColumn } from './columns.ts';
import { PAGE_COLOURS } from './palette.ts';
import { style, UNDERLINED } from './styles.ts';
import { writeTable } from './table.ts';

const TEXT = style({ border: UNDERLINED, wrap: true });
const NUMBER = style({ border: UNDERLINED, align: 'left' });

const columns = (language: Language): readonly SheetColumn<LooseRow>[] => [
  {
    heading: HEADINGS.sheet[language],
    width: 24,
    origin: 'uploader',
    cell: ({ sheet }) => ({ value: sheet, style: TEXT }),
  },
  {
    heading: HEADINGS.line[language],
    width: 10,
    origin: 'uploader',
    cell: (row) => ({ value: lineShown(row), style: NUMBER }),
  },
  {
    heading: HEADINGS.standsThere[language],
    width: 100,
    origin: 'uploader',
    cell: ({ text }) => ({ value: text, style: TEXT }),
  },
];

/** All that a quote says and nothing was made of: whole sheets, as line 0, and single lines. */
export function notCounted(
  { loose, unread = [] }: Pick<Quote, 'loose' | 'unread'>,
  language: Language,
): LooseRow[] {
  const sheets = unread.map(({ sheet, reason }) => ({
    sheet,
    line: 0,
    text: tell(ON_SHEETS.unread, language, { why: say(reason, language).reason }),
  }));
  return [...sheets, ...loose];
}

/** The number of a line as it is shown; a whole sheet has none. */
export function lineShown({ line }: LooseRow): number | null {
  return line === 0 ? null : line;
}

/** Writes all rows that were not counted, for quotes with more than the Summary sheet can show. */
export async function writeNotCounted(book: SheetBook, loose: readonly LooseRow[]): Promise<void> {
  const { language } = book;
  const name = SHEETS.notCounted[language];
  await writeTable(book, name, PAGE_COLOURS.line, columns(language), loose);
}
