import type { Phrase } from '../../phrases/phrase.ts';
import { HEADINGS, SHEETS } from '../../phrases/sheet-phrases.ts';
import type { Language } from '../../reasons/entry.ts';
import type { GroupLine } from './groupings.ts';
import type { AddedColumn } from './row-columns.ts';
import type { SheetBook } from '../sheet/book.ts';
import { moneyCells } from '../sheet/money.ts';
import { PAGE_COLOURS } from '../sheet/palette.ts';
import { style, UNDERLINED } from '../sheet/styles.ts';
import { writeTable } from '../sheet/table.ts';

const border = UNDERLINED;
const TEXT = style({ border, wrap: true });
const COUNT = style({ border, align: 'right', indent: 1, format: '#,##0' });

const money = moneyCells({ border, indent: 1 }, null);

function columns(language: Language, of: 'job' | 'dry run'): readonly AddedColumn<GroupLine>[] {
  const isDone = of === 'job';
  const text = (heading: Phrase, width: number, say: (line: GroupLine) => string) => ({
    heading: heading[language],
    width,
    cell: (line: GroupLine) => ({ value: say(line), style: TEXT }),
  });
  const count = (heading: Phrase, figure: (line: GroupLine) => number) => ({
    heading: heading[language],
    width: 12,
    align: 'right' as const,
    cell: (line: GroupLine) => ({ value: figure(line), style: COUNT }),
  });
  const amount = (heading: Phrase, sum: (line: GroupLine) => GroupLine['all']['paid']) => ({
    heading: heading[language],
    width: 17,
    align: 'right' as const,
    cell: (line: GroupLine) => money(sum(line)),
  });
  return [
    text(HEADINGS.by, 20, ({ by }) => by),
    text(HEADINGS.which, 34, ({ which }) => which),
    count(HEADINGS.rows, ({ rows }) => rows),
    // Of a dry run nothing is paid: what would be, at the prices of today.
    count(isDone ? HEADINGS.renewed : HEADINGS.wouldBeRenewed, ({ renewed }) => renewed),
    text(HEADINGS.currency, 11, ({ all }) => all.approved.currency),
    amount(HEADINGS.inTheFile, ({ all }) => all.approved),
    amount(HEADINGS.approvedInIt, ({ approved }) => approved.approved),
    amount(isDone ? HEADINGS.paidSum : HEADINGS.wouldBePaid, ({ all }) => all.paid),
    ...(isDone ? [amount(HEADINGS.saved, ({ all }) => all.saved)] : []),
  ];
}

/**
 * Writes the totals by what the upload says of each row, as a table to filter: those of a job, or what
 * a dry run expects.
 */
export async function writeGroups(
  book: SheetBook,
  lines: readonly GroupLine[],
  of: 'job' | 'dry run' = 'job',
): Promise<void> {
  const { language } = book;
  const all = columns(language, of).map((column) => ({ ...column, origin: 'added' as const }));
  await writeTable(book, SHEETS.totals[language], PAGE_COLOURS.link, all, lines, { pinned: 2 });
}
