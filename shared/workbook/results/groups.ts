import type { GroupLine } from './groupings.ts';
import type { AddedColumn } from './row-columns.ts';
import type { SheetBook } from '../sheet/book.ts';
import { moneyCells } from '../sheet/money.ts';
import { PAGE_COLOURS } from '../sheet/palette.ts';
import { style, UNDERLINED } from '../sheet/styles.ts';
import { writeTable } from '../sheet/table.ts';

/** The sheet with totals by service, region, project and cost centre. */
export const GROUPS_SHEET = 'Totals';

const border = UNDERLINED;
const TEXT = style({ border, wrap: true });
const COUNT = style({ border, align: 'right', indent: 1, format: '#,##0' });

function count(heading: string, of: (line: GroupLine) => number): AddedColumn<GroupLine> {
  return {
    heading,
    width: 12,
    align: 'right',
    cell: (line) => ({ value: of(line), style: COUNT }),
  };
}

const money = moneyCells({ border, indent: 1 }, null);

function amount(
  heading: string,
  of: (line: GroupLine) => GroupLine['all']['paid'],
): AddedColumn<GroupLine> {
  return { heading, width: 17, align: 'right', cell: (line) => money(of(line)) };
}

const COLUMNS: readonly AddedColumn<GroupLine>[] = [
  { heading: 'By', width: 20, cell: ({ by }) => ({ value: by, style: TEXT }) },
  { heading: 'Which', width: 34, cell: ({ which }) => ({ value: which, style: TEXT }) },
  count('Rows', ({ rows }) => rows),
  count('Renewed', ({ renewed }) => renewed),
  {
    heading: 'Currency',
    width: 11,
    cell: ({ all }) => ({ value: all.approved.currency, style: TEXT }),
  },
  amount('In the file', ({ all }) => all.approved),
  amount('Approved in it', ({ approved }) => approved.approved),
  amount('Paid', ({ all }) => all.paid),
  amount('Saved', ({ all }) => all.saved),
];

/** Of a dry run nothing is paid: what would be, at the prices of today. */
const EXPECTED: readonly AddedColumn<GroupLine>[] = COLUMNS.flatMap((column) => {
  switch (column.heading) {
    case 'Renewed':
      return [{ ...column, heading: 'Would be renewed' }];
    case 'Paid':
      return [{ ...column, heading: 'Would be paid' }];
    case 'Saved':
      return [];
    default:
      return [column];
  }
});

/**
 * Writes the totals by what the upload says of each row, as a table to filter: those of a job, or what
 * a dry run expects.
 */
export async function writeGroups(
  book: SheetBook,
  lines: readonly GroupLine[],
  of: 'job' | 'dry run' = 'job',
): Promise<void> {
  const shown = of === 'job' ? COLUMNS : EXPECTED;
  const columns = shown.map((column) => ({ ...column, origin: 'added' as const }));
  await writeTable(book, GROUPS_SHEET, PAGE_COLOURS.link, columns, lines, { pinned: 2 });
}
