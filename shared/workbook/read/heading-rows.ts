import type { Cell } from '../../jobs/quote.ts';
import { isDecisionWord } from './approval.ts';
import { headingParts, headingText, nameMeaning, type KnownNames } from './heading-key.ts';
import {
  cellText,
  EMPTY,
  isBlankCell,
  oneLine,
  type SheetRow,
  type SheetTable,
} from './sheet-table.ts';
import type { Meaning } from './headings.ts';
import { isOwnLine } from './own-lines.ts';
import { remembered } from './remembered.ts';
import { blocksOver, rowAtLine } from './row-at-line.ts';

/** The heading row is looked for in so many lines from the top. */
const SEARCHED = 30;

/** What heads one column: its own heading and those above it that span several columns. */
export interface HeadingCell {
  /** In one line, as the uploader wrote it; empty where there is none. */
  readonly shown: string;
  /** The same as it is read. */
  readonly text: string;
  readonly groups: readonly string[];
  /** It hangs down from the line above. */
  readonly fromAbove: boolean;
}

/** A row of headings: its index among the sheet's rows and what heads each column. */
export interface HeadingRow {
  readonly row: number;
  readonly cells: readonly HeadingCell[];
  readonly meanings: ReadonlySet<Meaning>;
}

/** What a merged block says of the columns under it; of our line above the headings the figures are none. */
function bandText(row: SheetRow | null, column: number): string {
  const cell = row?.cells[column] ?? EMPTY;
  const isFigure = cell.kind !== 'text' && row !== null && isOwnLine(row);
  return isFigure ? '' : headingText(cellText(cell));
}

/** Texts of merged blocks above the row that span some of its columns, but not all: by column. */
function mergedAbove(table: SheetTable, at: number, index: number, last: number): string[] {
  const line = table.rows[at]!.line - 1;
  const above = table.rows.slice(Math.max(0, at - 3), at).flatMap((row) => blocksOver(row, table));
  const blocks = [...new Set(above)].filter(
    ({ endRow, startCol, endCol }) =>
      endRow < line &&
      endRow >= line - 3 &&
      endCol > startCol &&
      startCol <= index &&
      index <= endCol &&
      (startCol > 0 || endCol < last),
  );
  return blocks
    .map(({ startRow, startCol }) => bandText(rowAtLine(table, startRow), startCol))
    .filter((text) => text !== '');
}

/** The line right above, where its texts head the columns too: two or more, none of them a label. */
function lineAbove(table: SheetTable, at: number): readonly string[] {
  const above = table.rows[at - 1];
  if (above === undefined || above.line !== table.rows[at]!.line - 1) return [];
  if (isOwnLine(above)) return [];
  const filled = above.cells.filter((cell) => !isBlankCell(cell));
  const words = filled.every((cell) => cell.kind === 'text' && cell.text.length <= 60);
  if (filled.length < 2 || !words) return [];
  const texts = above.cells.map((cell) => headingText(cellText(cell)));
  return texts.some((text) => text.includes(':')) ? [] : texts;
}

/** A cell that hangs down into the row from a merged block above it, or what stands there itself. */
function ownCell(table: SheetTable, at: number, index: number): Cell {
  const row = table.rows[at]!;
  const own = row.cells[index] ?? EMPTY;
  if (!isBlankCell(own)) return own;
  const line = row.line - 1;
  const over = blocksOver(row, table).find(
    ({ startRow, startCol }) => startRow < line && startCol === index,
  );
  if (over === undefined) return own;
  return rowAtLine(table, over.startRow)?.cells[index] ?? EMPTY;
}

/** Reads a row as one of headings; null where it has none for resource ids. */
function headingRow(table: SheetTable, at: number, known: KnownNames): HeadingRow | null {
  const row = table.rows[at]!;
  const above = lineAbove(table, at);
  const width = Math.max(row.cells.length, above.length);
  const cells: HeadingCell[] = [];
  const meanings = new Set<Meaning>();
  let group = '';
  for (let index = 0; index < width; index++) {
    const cell = ownCell(table, at, index);
    // A figure or a date heads no column, and below it nothing hangs down.
    if (cell.kind !== 'text' && cell.kind !== 'empty') {
      const shown = oneLine(cell);
      cells.push({ shown, text: headingText(shown), groups: [], fromAbove: false });
      continue;
    }
    const over = above[index] ?? '';
    group = over === '' ? group : over;
    const own = headingText(cellText(cell));
    const hung = own === '' && (above[index] ?? '') !== '';
    const merged = mergedAbove(table, at, index, width - 1);
    const groups = merged.length > 0 || group === '' || hung ? merged : [group];
    const text = hung ? above[index]! : own;
    const shown = oneLine(hung ? table.rows[at - 1]!.cells[index]! : cell);
    cells.push({ shown, text, groups, fromAbove: hung });
    const meaning = text === '' || isDecisionWord(cell) ? null : meaningOf(text, groups, known);
    if (meaning !== null) meanings.add(meaning);
  }
  return meanings.has('id') ? { row: at, cells, meanings } : null;
}

function meaningOf(text: string, groups: readonly string[], known: KnownNames): Meaning | null {
  const { words } = headingParts(text);
  const alone = nameMeaning(words, known);
  const found =
    alone ??
    groups
      .map((group) => nameMeaning(`${words} ${headingParts(group).words}`, known))
      .find((named) => named !== null) ??
    groups
      .map((group) => nameMeaning(headingParts(group).words, known))
      .find((named) => named?.meaning === 'approved');
  return found === undefined || found === null || found.meaning === 'ignored'
    ? null
    : found.meaning;
}

/** Whether the row has a heading for ids at all: cheap enough to be asked of every row. */
function mayHaveHeadings({ cells }: SheetRow, known: KnownNames): boolean {
  return cells.some(
    (cell) => cell.kind === 'text' && cell.text.length <= 60 && isIdHeading(cell.text, known),
  );
}

const idHeadings = new WeakMap<KnownNames, (text: string) => boolean>();

function isIdHeading(text: string, known: KnownNames): boolean {
  if (/\d/u.test(text)) return false;
  const found =
    idHeadings.get(known) ??
    remembered((one: string) => nameMeaning(headingParts(one).words, known)?.meaning === 'id');
  idHeadings.set(known, found);
  return found(text);
}

/** The lower of two rows of headings that say as much is the one under which the columns stand. */
function better(one: HeadingRow, best: HeadingRow | null): boolean {
  if (best === null || one.meanings.size > best.meanings.size) return true;
  const lower = one.row === best.row + 1 && one.cells.some(({ fromAbove }) => fromAbove);
  const own = one.cells.filter(({ text, fromAbove }) => text !== '' && !fromAbove);
  return (
    lower && own.length > 0 && one.meanings.size === best.meanings.size && !/\d/u.test(own[0]!.text)
  );
}

/** The row of headings that says most in the first lines of a sheet, or null. */
function mainHeadingRow(table: SheetTable, known: KnownNames): HeadingRow | null {
  let best: HeadingRow | null = null;
  for (const [at, row] of table.rows.entries()) {
    if (row.line > SEARCHED) break;
    const found = headingRow(table, at, known);
    if (found !== null && better(found, best)) best = found;
  }
  return best;
}

const DATED_OR_PRICED = ['expiry', 'approvedPrice', 'discountedPrice', 'listPrice'] as const;

/** Every row of headings of a sheet with its main one: further tables have headings of their own. */
export function headingRows(table: SheetTable, known: KnownNames): readonly HeadingRow[] {
  const main = mainHeadingRow(table, known);
  if (main === null) return [];
  const all: HeadingRow[] = [];
  for (const [at, row] of table.rows.entries()) {
    if (at === main.row) {
      all.push(main);
      continue;
    }
    const used =
      at === main.row - 1 &&
      main.cells.some(({ fromAbove, groups }) => fromAbove || groups.length > 0);
    if (used || !mayHaveHeadings(row, known)) continue;
    const found = headingRow(table, at, known);
    const whole =
      found !== null &&
      found.meanings.size >= 3 &&
      DATED_OR_PRICED.some((meaning) => found.meanings.has(meaning));
    if (whole && !same(found, main) && (all.length === 0 || !same(found, all.at(-1)!)))
      all.push(found);
  }
  return all;
}

function same(one: HeadingRow, other: HeadingRow): boolean {
  const texts = ({ cells }: HeadingRow): string =>
    cells
      .map(({ text }) => text)
      .join('\n')
      .trimEnd();
  return texts(one) === texts(other);
}
