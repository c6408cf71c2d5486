import type { ProviderTraits } from '../../renewal/traits.ts';
import type { Account } from '../../settings/account.ts';
import { titleSays } from './notes-and-titles.ts';
import { columnFor, readHeadings, type Headings } from './column-headings.ts';
import { readExpiry } from './expiry.ts';
import { cellAt } from './cell.ts';
import { knownNames } from './heading-key.ts';
import { type HeadingRow, headingRows } from './heading-rows.ts';
import { readId } from './id.ts';
import type { ReadFor } from './row-context.ts';
import { cellText, isBlankCell, type SheetRow, type SheetTable } from './sheet-table.ts';

/** A table with the rows under its headings, and those sorted above them. */
export interface TableBlock {
  readonly headings: Headings;
  readonly rows: readonly SheetRow[];
  /** The title over it that says no to all of its rows; null: none does. */
  readonly title: string | null;
}

/** The tables of one sheet. */
export interface SheetTables {
  readonly table: SheetTable;
  /** Lines above the first table with something in them. */
  readonly above: readonly SheetRow[];
  readonly blocks: readonly TableBlock[];
  /** What says no to every row of the sheet: its name, or a line beside it; null: nothing does. */
  readonly against: string | null;
}

/** Whether anything stands in a line. */
export function isFilledRow({ cells, unsaved }: SheetRow): boolean {
  return unsaved.length > 0 || !cells.every(isBlankCell);
}

/** Whether a line above the headings is a row that was sorted there: an id with its expiry. */
function isSortedIn(
  row: SheetRow,
  headings: Headings,
  epochSerial: number,
  { account, isName }: Pick<ReadFor, 'account' | 'isName'>,
): boolean {
  const id = columnFor(headings, 'id');
  const expiry = columnFor(headings, 'expiry');
  if (id === null || expiry === null) return false;
  const { twoValues } = expiry;
  const context = { zone: account.expiryZone, twoValues, epochSerial };
  return (
    readId(cellAt(row, id), id.twoValues, isName).kind === 'value' &&
    readExpiry(cellAt(row, expiry), context).kind === 'value'
  );
}

/** The last of some lines that is a title which says anything, if it says no. */
function titleOver(rows: readonly SheetRow[]): string | null {
  for (const row of rows.toReversed()) {
    const filled = row.cells.filter((cell) => !isBlankCell(cell));
    if (filled.length > 4) return null;
    const text = filled.length === 1 ? cellText(filled[0]!) : '';
    const says = titleSays(text);
    if (says !== null) return says === 'no' ? text : null;
  }
  return null;
}

/** Finds the tables of a sheet; null: it has no heading for resource ids in its first lines. */
export function findTables(
  table: SheetTable,
  account: Account,
  whom: Pick<ProviderTraits, 'isName'>,
): SheetTables | null {
  const known = knownNames(account.headings);
  const heads = headingRows(table, known);
  const [first] = heads;
  if (first === undefined) return null;
  const read = (head: HeadingRow, rows: readonly SheetRow[]): Headings =>
    readHeadings(head, rows, known, account.currency);
  const before = table.rows.slice(0, first.row).filter(isFilledRow);
  const under = (at: number): readonly SheetRow[] =>
    table.rows.slice(heads[at]!.row + 1, heads[at + 1]?.row);
  const main = read(first, under(0));
  const sorted = new Set(
    before.filter((row) => isSortedIn(row, main, table.epochSerial, { account, ...whom })),
  );
  const above = before.filter((row) => !sorted.has(row));
  const blocks = heads.map((head, at): TableBlock => {
    const rows = at === 0 ? [...sorted, ...under(0)] : under(at);
    const over = at === 0 ? above : under(at - 1).slice(-4);
    return {
      headings: at === 0 && sorted.size === 0 ? main : read(head, rows),
      rows,
      title: titleOver(over),
    };
  });
  const named = titleSays(table.name.replaceAll(/[_-]+/gu, ' ')) === 'no' ? table.name : null;
  return { table, above, blocks, against: named };
}
