import type { Cell } from '../../jobs/quote.ts';
import type { SheetCell, SheetStyle } from './cell.ts';
import { DAY_FORMAT, TIME_FORMAT, wallDate } from './date.ts';
import { formatKeeper } from './format.ts';
import { style, UNDERLINED } from './styles.ts';
import { textWidth } from './text.ts';

/** A column of a table sheet: its heading, its width in digits and what it shows of each row. */
export interface SheetColumn<Row> {
  readonly heading: string;
  readonly width: number;
  /** Who it comes from: the heading shows it. */
  readonly origin: 'uploader' | 'added';
  /** Where the heading stands; as its cells do. */
  readonly align?: 'left' | 'right';
  readonly cell: (row: Row) => SheetCell;
}

const WIDEST = 40;
const NARROWEST = 10;
/** Rows whose cells decide how wide a column is made. */
const SAMPLE = 1_000;

interface Styles {
  readonly text: SheetStyle;
  readonly wrapped: SheetStyle;
  readonly number: (format: string) => SheetStyle;
}

function uploaderStyles(): Styles {
  const numbers = new Map<string, SheetStyle>();
  return {
    text: style({ border: UNDERLINED }),
    wrapped: style({ border: UNDERLINED, wrap: true }),
    number: (format) => {
      const known =
        numbers.get(format) ?? style({ border: UNDERLINED, format, align: 'right', indent: 1 });
      numbers.set(format, known);
      return known;
    },
  };
}

/** Generous, since a number without room is shown as ####. */
function numberWidth(number: number, format: string): number {
  const decimals = /\.([0#?]+)/u.exec(format)?.[1]?.length ?? (Number.isInteger(number) ? 0 : 4);
  const words = textWidth(format.split(';')[0]!.replace(/[#,0?.]|\[[^\]]*\]|general/giu, ''));
  const whole = Math.trunc(Math.abs(number)).toString().length;
  const shown = whole + Math.floor((whole - 1) / 3) + (number < 0 ? 1 : 0);
  return shown + (decimals === 0 ? 0 : decimals + 1) + Math.min(words, 12) + 1;
}

function cellWidth(cell: Cell | undefined): number {
  switch (cell?.kind) {
    case undefined:
    case 'empty':
      return 0;
    case 'text':
      return textWidth(cell.text);
    case 'number':
      return numberWidth(cell.number, cell.format ?? '');
    case 'boolean':
      return 6;
    case 'date':
      return Math.max(cell.wall.endsWith('T00:00:00') ? 11 : 19, textWidth(cell.format ?? ''));
  }
}

/** Whether the cell is one that spreadsheets put at the right. */
function isFigure(cell: Cell | undefined): boolean {
  return cell?.kind === 'number' || cell?.kind === 'date';
}

type Keeper = ReturnType<typeof formatKeeper>;

function showNumber(
  number: number,
  format: string | null,
  keep: Keeper,
  styles: Styles,
): SheetCell {
  if (!Number.isFinite(number)) return { value: String(number), style: styles.text };
  return { value: number, style: styles.number(keep(format, 'General')) };
}

function showDate(wall: string, format: string | null, keep: Keeper, styles: Styles): SheetCell {
  const [day = '', time = '00:00:00'] = wall.split('T');
  const date = wallDate(day, time);
  if (date === null) return { value: wall.replace('T', ' '), style: styles.text };
  const otherwise = time === '00:00:00' ? DAY_FORMAT : TIME_FORMAT;
  return { value: date, style: styles.number(keep(format, otherwise)) };
}

function show(cell: Cell | undefined, wrap: boolean, keep: Keeper, styles: Styles): SheetCell {
  switch (cell?.kind) {
    case undefined:
    case 'empty':
      return { value: null, style: styles.text };
    case 'text': {
      const wrapped = wrap || cell.text.includes('\n');
      return { value: cell.text, style: wrapped ? styles.wrapped : styles.text };
    }
    case 'boolean':
      return { value: cell.boolean, style: styles.text };
    case 'number':
      return showNumber(cell.number, cell.format, keep, styles);
    case 'date':
      return showDate(cell.wall, cell.format, keep, styles);
  }
}

/**
 * The uploader's columns, in their order and with their values and number formats: for the results
 * and for every other sheet that hands an upload back. Cells beyond the last heading are kept under
 * an empty heading. Text is never turned into anything else. `widestOf` says how wide a column
 * (from 0) may become, in digits; longer texts are wrapped.
 */
export function uploaderColumns<Row>(
  headings: readonly string[],
  rows: readonly Row[],
  cellsOf: (row: Row) => readonly Cell[],
  widestOf: (column: number) => number = () => WIDEST,
): readonly SheetColumn<Row>[] {
  const keep = formatKeeper();
  const styles = uploaderStyles();
  const sample = rows.slice(0, SAMPLE);
  const count = rows.reduce((most, row) => Math.max(most, cellsOf(row).length), headings.length);
  return Array.from({ length: count }, (_, index) => {
    const heading = headings[index] ?? '';
    const cells = sample.map((row) => cellsOf(row)[index]);
    const content = cells.reduce((most, cell) => Math.max(most, cellWidth(cell)), 0);
    const figures = cells.filter(isFigure).length * 2 > cells.length;
    const width = Math.max(content + 2, Math.min(textWidth(heading) + 4, 18), NARROWEST);
    const widest = widestOf(index);
    return {
      heading,
      width: Math.min(width, widest),
      origin: 'uploader',
      align: figures ? 'right' : 'left',
      cell: (row) => show(cellsOf(row)[index], width > widest, keep, styles),
    };
  });
}
