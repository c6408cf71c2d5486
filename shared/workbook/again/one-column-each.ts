import type { Cell } from '../../jobs/quote.ts';
import { headingMeaning } from '../read/heading-key.ts';
import type { Meaning } from '../read/headings.ts';
import type { AgainRow, AgainRows } from './again-row.ts';

/** What one column says for all rows, whatever the sheets of the file call it. */
export const SAID_ONCE: ReadonlySet<Meaning> = new Set([
  'id',
  'name',
  'expiry',
  'term',
  'approvedPrice',
  'discountedPrice',
  'listPrice',
  'currency',
  'approved',
]);

function isFilled(cell: Cell | undefined): boolean {
  return cell !== undefined && cell.kind !== 'empty' && !(cell.kind === 'text' && cell.text === '');
}

/** Columns of one meaning of which no row fills more than one, as of sheets that were brought together. */
function columnsToJoin({ headings, rows, known }: AgainRows): readonly (readonly number[])[] {
  const byMeaning = new Map<Meaning, number[]>();
  for (const [at, heading] of headings.entries()) {
    const meaning = headingMeaning(heading, known)?.meaning ?? 'ignored';
    if (meaning === 'ignored' || !SAID_ONCE.has(meaning)) continue;
    byMeaning.set(meaning, [...(byMeaning.get(meaning) ?? []), at]);
  }
  return [...byMeaning.values()].filter(
    (all) =>
      all.length > 1 &&
      rows.every(({ row }) => all.filter((at) => isFilled(row.cells[at])).length <= 1),
  );
}

/**
 * The same rows with one column for what several sheets of their file said in one each, under the first
 * one's heading: on a single sheet two columns of approvals would both have to say yes.
 */
export function oneColumnEach<Row extends AgainRow>(
  again: AgainRows<Row>,
): { readonly cellsOf: (row: Row) => readonly Cell[]; readonly joined: ReadonlySet<number> } {
  const groups = columnsToJoin(again);
  const joined = new Set(groups.flatMap(([, ...more]) => more));
  const cellsOf = ({ row }: Row): readonly Cell[] => {
    if (groups.length === 0) return row.cells;
    const cells = [...row.cells];
    for (const [first = 0, ...more] of groups) {
      const filled = more.find((at) => isFilled(cells[at]));
      if (filled === undefined) continue;
      while (cells.length <= first) cells.push({ kind: 'empty' });
      cells[first] = cells[filled]!;
      cells[filled] = { kind: 'empty' };
    }
    return cells;
  };
  return { cellsOf, joined };
}
