import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Worksheet } from 'exceljs';
import type { SheetBook } from './book.ts';
import { fillCell, type SheetCell, type SheetStyle } from './cell.ts';
import type { SheetColumn } from './columns.ts';
import { PAGE_COLOURS } from './palette.ts';
import { EDGED, style, UNDERLINED } from './styles.ts';
import { textLines } from './text.ts';

/** Cells between two pauses in which the zip takes up what was written so far. */
const PAUSE = 3_500;

/** Wider tables (in digits) are set up for A3, where their print is still large enough to read. */
const A4_WIDTH = 240;

type Heading = Pick<SheetColumn<unknown>, 'origin' | 'align'>;

const LOOKS = {
  uploader: { fill: PAGE_COLOURS.heading, border: UNDERLINED },
  added: { fill: PAGE_COLOURS.navy, ink: PAGE_COLOURS.white, border: EDGED },
} as const;

function headingStyles(origin: Heading['origin']): Record<'left' | 'right', SheetStyle> {
  const shape = { ...LOOKS[origin], bold: true, middle: true, wrap: true };
  return { left: style(shape), right: style({ ...shape, align: 'right', indent: 1 }) };
}

const HEADINGS: Readonly<Record<Heading['origin'], ReturnType<typeof headingStyles>>> = {
  uploader: headingStyles('uploader'),
  added: headingStyles('added'),
};

/** The height of a line of Calibri 11, in points, and the most a row can have. */
const LINE_HEIGHT = 15;
const HIGHEST = 409;

/**
 * How many lines the row needs. The height is given where it is more than one: only some programs
 * fit rows to wrapped text when they open a file.
 */
function linesOf<Row>(cells: readonly SheetCell[], columns: readonly SheetColumn<Row>[]): number {
  let lines = 1;
  cells.forEach(({ value, style }, index) => {
    if (typeof value !== 'string' || style.alignment?.wrapText !== true) return;
    lines = Math.max(lines, textLines(value, columns[index]!.width - 1));
  });
  return lines;
}

function writeRow<Row>(
  sheet: Worksheet,
  number: number,
  columns: readonly SheetColumn<Row>[],
  source: Row,
): void {
  const row = sheet.getRow(number);
  const cells = columns.map((column) => column.cell(source));
  cells.forEach((cell, index) => {
    fillCell(row.getCell(index + 1), cell);
  });
  const lines = linesOf(cells, columns);
  if (lines > 1) row.height = Math.min(HIGHEST, lines * LINE_HEIGHT + 1);
  row.commit();
}

function writeHeadings<Row>(
  sheet: Worksheet,
  columns: readonly SheetColumn<Row>[],
  line: number,
): void {
  const row = sheet.getRow(line);
  columns.forEach((column, index) => {
    fillCell(row.getCell(index + 1), {
      value: column.heading,
      style: HEADINGS[column.origin][column.align ?? 'left'],
    });
  });
  const lines = columns.map(({ heading, width }) => textLines(heading, Math.max(1, width - 4)));
  row.height = 12 + LINE_HEIGHT * Math.min(3, Math.max(1, ...lines));
  row.commit();
}

/** The letters of a column, counted from 1. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  const last = String.fromCodePoint(65 + ((column - 1) % 26));
  return rest === 0 ? last : columnLetters(rest) + last;
}

/** What a table has beside its rows. */
export interface TableLayout {
  /** Columns at the left that stay in sight. */
  readonly pinned?: number;
  /** Columns from the left that are printed, on A4; the others are for the screen only. */
  readonly printed?: number;
  /** Writes a line above the headings, which stays in sight with them. */
  readonly above?: ((sheet: Worksheet) => void) | undefined;
  /** May add to the sheet before it ends. */
  readonly adorn?: (sheet: Worksheet) => void;
}

/**
 * Writes a sheet with one row per line: headings that stay in sight and print on every page, and a
 * filter over everything.
 */
export async function writeTable<Row>(
  book: SheetBook,
  name: string,
  tab: string,
  columns: readonly SheetColumn<Row>[],
  rows: readonly Row[],
  { pinned = 0, printed = columns.length, above, adorn }: TableLayout = {},
): Promise<void> {
  const top = above === undefined ? 1 : 2;
  const last = rows.length + top;
  const paper = columns.slice(0, printed).reduce((sum, { width }) => sum + width, 0);
  const sheet = book.addSheet(name, {
    tab,
    headingRows: top,
    paper: paper > A4_WIDTH ? 'A3' : 'A4',
    pinnedColumns: pinned,
    filter: `A${top}:${columnLetters(columns.length)}${last}`,
    printed: printed < columns.length ? `A1:${columnLetters(printed)}${last}` : undefined,
  });
  sheet.columns = columns.map(({ width }) => ({ width }));
  sheet.autoFilter = {
    from: { row: top, column: 1 },
    to: { row: last, column: columns.length },
  };
  above?.(sheet);
  writeHeadings(sheet, columns, top);
  const pause = Math.max(1, Math.floor(PAUSE / Math.max(1, columns.length)));
  for (const [index, source] of rows.entries()) {
    writeRow(sheet, index + top + 1, columns, source);
    if (index % pause === pause - 1) await nextTurn();
  }
  adorn?.(sheet);
  sheet.commit();
}
