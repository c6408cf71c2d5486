import type { Cell } from '../../jobs/quote.ts';
import { headingMeaning, headingUnits } from './heading-key.ts';
import type { Meaning } from './headings.ts';
import { cellText, EMPTY, type SheetRow, type SheetTable } from './sheet-table.ts';

/** The heading row is looked for in so many rows from the top. */
const SEARCHED = 30;

/** A column under a known heading. */
export interface Column {
  /** From 0. */
  readonly index: number;
  /** The heading in one line, as the sentences about its cells name it. */
  readonly heading: string;
  /** Place of the heading's name in the list of names: the lowest one counts. */
  readonly rank: number;
  /** Currencies that the heading's unit may mean; null: it names none. */
  readonly currencies: readonly string[] | null;
  readonly period: 'month' | 'year' | null;
  /** Whether the heading names two values, such as "Instance Name/ID". */
  readonly twoValues: boolean;
}

/** Where a sheet's table starts, and what its columns mean. */
export interface Headings {
  /** Index of the heading row in the sheet's rows. */
  readonly row: number;
  readonly texts: readonly string[];
  /** By meaning, the column that counts first. */
  readonly columns: ReadonlyMap<Meaning, readonly Column[]>;
}

/** The row's cells, with those that hang down into it from a merged heading above. */
function withMerged(table: SheetTable, index: number): readonly Cell[] {
  const cells = [...table.rows[index]!.cells];
  for (const { startRow, endRow, startCol } of table.merged) {
    if (startRow < index && endRow >= index && cells[startCol]?.kind === 'empty') {
      cells[startCol] = table.rows[startRow]?.cells[startCol] ?? EMPTY;
    }
  }
  return cells;
}

function columnsOf(cells: readonly Cell[]): Map<Meaning, Column[]> {
  const columns = new Map<Meaning, Column[]>();
  for (const [index, cell] of cells.entries()) {
    if (cell.kind !== 'text' || cell.text.length > 200) continue;
    const heading = cellText(cell).replaceAll(/\s+/gu, ' ');
    const known = headingMeaning(heading);
    if (known === null) continue;
    const twoValues = heading
      .normalize('NFKC')
      .replaceAll(/\([^)]*\)/gu, '')
      .includes('/');
    const column = { index, heading, rank: known.rank, twoValues, ...headingUnits(heading) };
    columns.set(known.meaning, [...(columns.get(known.meaning) ?? []), column]);
  }
  for (const same of columns.values()) same.sort((a, b) => a.rank - b.rank);
  return columns;
}

/**
 * Finds a sheet's heading row: of the first rows with a heading for ids, the one with the most known
 * headings. Null for a sheet that has none.
 */
export function findHeadings(table: SheetTable): Headings | null {
  let best: Headings | null = null;
  const last = Math.min(SEARCHED, table.rows.length);
  for (let row = 0; row < last && table.rows[row]!.line <= SEARCHED; row++) {
    const cells = withMerged(table, row);
    const columns = columnsOf(cells);
    if (columns.has('id') && columns.size > (best?.columns.size ?? 0)) {
      best = { row, texts: cells.map((cell) => cellText(cell).replaceAll(/\s+/gu, ' ')), columns };
    }
  }
  return best;
}

/** The column that counts for a meaning, or null where the sheet has none. */
export function columnFor(headings: Headings, meaning: Meaning): Column | null {
  return headings.columns.get(meaning)?.[0] ?? null;
}

/** Meanings whose column decides about money: two under the same name would leave it open. */
const DECIDING = [
  'id',
  'expiry',
  'term',
  'approvedPrice',
  'discountedPrice',
  'listPrice',
  'currency',
] as const;

/** The heading that stands over two columns although only one can count, or null. */
export function doubledHeading(headings: Headings): string | null {
  for (const meaning of DECIDING) {
    const [first, second] = headings.columns.get(meaning) ?? [];
    if (first !== undefined && first.rank === second?.rank) return first.heading;
  }
  return null;
}

/** Whether a row under the headings only says them again, as on printed pages. */
export function repeatsHeadings(row: SheetRow, headings: Headings): boolean {
  const same = row.cells.every(
    (cell, index) =>
      cell.kind === 'empty' || cellText(cell).replaceAll(/\s+/gu, ' ') === headings.texts[index],
  );
  return same && row.cells.filter((cell) => cell.kind !== 'empty').length > 1;
}
