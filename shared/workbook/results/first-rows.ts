import { SHEETS } from '../../phrases/sheet-phrases.ts';
import type { FileSight } from '../../jobs/quote.ts';
import { sayWhole } from '../../reasons/say.ts';
import type { Reason } from '../../reasons/reason.ts';
import { headingMeaning } from '../read/heading-key.ts';
import type { SheetBook } from '../sheet/book.ts';
import type { SheetCell } from '../sheet/cell.ts';
import { openPage, over } from '../sheet/page.ts';
import { PAGE_COLOURS, TONES } from '../sheet/palette.ts';
import { style, UNDERLINED } from '../sheet/styles.ts';
import { columnLetters } from '../sheet/table.ts';

const border = UNDERLINED;
const { fill, ink } = TONES.bad;
const TEXT = style({ border });
const WRONG = style({ border, fill, ink, bold: true });
const LETTER = style({
  border,
  fill: PAGE_COLOURS.heading,
  ink: PAGE_COLOURS.muted,
  align: 'center',
});
const HEADING = style({ border, fill: PAGE_COLOURS.heading, bold: true });
const WHY = style({ fill, ink, bold: true, middle: true, wrap: true, indent: 1 });

/** Narrow columns, so that most of the file stands on one screen. */
const WIDTH = 20;

/** Never a heading alone: dropped again, no line of this sheet may be taken for one of headings. */
function shown(text: string, column: number): string {
  return headingMeaning(text) === null ? text : `${columnLetters(column + 1)}: ${text}`;
}

function cellOf(
  { headings, columns, wrongLines }: FileSight,
  line: number,
  text: string,
  column: number,
): SheetCell {
  const isWrong = wrongLines.includes(line) || columns.includes(column);
  const look = isWrong ? WRONG : line === headings ? HEADING : TEXT;
  return { value: text === '' ? null : shown(text, column), style: look };
}

/**
 * Writes the first rows of a file that is refused, as they stand there, with what it is refused for in
 * red. What is missing has no cell: the sentence above the rows names it.
 */
export function writeFirstRows(book: SheetBook, sight: FileSight, why: Reason | null): void {
  const width = Math.max(1, ...sight.lines.map(({ cells }) => cells.length));
  const sheet = book.addSheet(SHEETS.firstRows[book.language], {
    tab: TONES.bad.fill,
    headingRows: 0,
    paper: 'A4',
  });
  const { language } = book;
  const page = openPage(sheet, [8, ...Array.from({ length: width }, () => WIDTH)], language);
  const last = Math.max(7, width + 1);
  page.line([over(1, last, why === null ? null : sayWhole(why, language), WHY)], 32);
  page.gap(6);
  page.line([
    over(1, 1, null, LETTER),
    ...Array.from({ length: width }, (_, at) =>
      over(at + 2, at + 2, columnLetters(at + 1), LETTER),
    ),
  ]);
  for (const { line, cells } of sight.lines) {
    page.line([
      over(1, 1, line, LETTER),
      ...Array.from({ length: width }, (_, at) => ({
        ...cellOf(sight, line, cells[at] ?? '', at),
        from: at + 2,
      })),
    ]);
  }
  page.end();
}
