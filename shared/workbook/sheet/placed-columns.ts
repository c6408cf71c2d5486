import { HEADINGS } from '../../phrases/sheet-phrases.ts';
import type { Language } from '../../reasons/entry.ts';
import type { Cell, QuoteRow } from '../../jobs/quote.ts';
import { type SheetColumn, uploaderColumns } from './columns.ts';
import { style, UNDERLINED } from './styles.ts';
import { textWidth } from './text.ts';

/** The uploader's columns as a sheet of ours has them: what a row is called first, the others last. */
export interface PlacedColumns<Row> {
  /** Id and name: the uploader's own columns, or one of ours where no column shows the ids. */
  readonly first: readonly SheetColumn<Row>[];
  /** Those that are to come right behind them. */
  readonly next: readonly SheetColumn<Row>[];
  readonly others: readonly SheetColumn<Row>[];
}

/** Rows by which the columns of ids and names are recognised. */
const SAMPLE = 500;
/** So that id and name, what became of a row and what to do stand on one screen, and on A4. */
const WIDEST_ID = 38;
const WIDEST_NAME = 22;
const WIDEST = 40;

const TEXT = style({ border: UNDERLINED, wrap: true });

function textOf(cell: Cell | undefined): string {
  if (cell?.kind === 'text') return cell.text;
  return cell?.kind === 'number' ? String(cell.number) : '';
}

/** The first column in which most of the rows have that text, by what stands there and not by heading. */
function columnWith(
  rows: readonly QuoteRow[],
  of: (row: QuoteRow) => string | null,
  count: number,
): number | null {
  const known = rows.filter((row) => (of(row) ?? '') !== '');
  if (known.length === 0) return null;
  const found = Array.from({ length: count }, (_, at) => at).find((at) => {
    const there = known.filter((row) => textOf(row.cells[at]).includes(of(row)!));
    return there.length * 2 > known.length;
  });
  return found ?? null;
}

/** A column with what was read of a row where its own cell is empty, as of a sheet that calls it otherwise. */
function filledUp<Row>(
  column: SheetColumn<Row>,
  rows: readonly Row[],
  missing: (row: Row) => string | null,
  widest: number,
): SheetColumn<Row> {
  const width = rows.reduce((most, row) => {
    const text = missing(row);
    return text === null ? most : Math.max(most, textWidth(text) + 2);
  }, column.width);
  return {
    ...column,
    width: Math.max(column.width, Math.min(width, widest)),
    cell: (row) => {
      const text = missing(row);
      return text === null ? column.cell(row) : { value: text, style: TEXT };
    },
  };
}

/** What else is known of the uploader's columns, each by its place from 0. */
export interface Placing {
  /** Columns that come right behind id and name, in this order. */
  readonly next?: readonly number[];
  /** Columns that are left out. */
  readonly dropped?: ReadonlySet<number>;
}

/**
 * Takes the columns of ids and names to the front, with those of sheets that call them otherwise; all
 * others keep the uploader's order. The heading of a column of ours is none that the reader takes for
 * one of ids.
 */
export function placedColumns<Row>(
  headings: readonly string[],
  rows: readonly Row[],
  rowOf: (row: Row) => QuoteRow,
  language: Language,
  { next = [], dropped = new Set() }: Placing = {},
): PlacedColumns<Row> {
  const sample = rows.slice(0, SAMPLE).map(rowOf);
  const count = sample.reduce((most, { cells }) => Math.max(most, cells.length), headings.length);
  const id = columnWith(sample, ({ resourceId }) => resourceId, count);
  const name = columnWith(sample, (row) => row.name, count);
  const own = uploaderColumns(
    headings,
    rows,
    (row) => rowOf(row).cells,
    (at) => (at === id ? WIDEST_ID : at === name ? WIDEST_NAME : WIDEST),
  );
  const whole = (
    at: number,
    of: (row: QuoteRow) => string | null,
    widest: number,
  ): SheetColumn<Row> => {
    const missing = (row: Row): string | null =>
      textOf(rowOf(row).cells[at]) === '' ? of(rowOf(row)) : null;
    return filledUp(own[at]!, rows, missing, widest);
  };
  const ids: SheetColumn<Row> =
    id === null
      ? {
          heading: HEADINGS.resource[language],
          width: WIDEST_ID,
          origin: 'added',
          cell: (row) => ({ value: rowOf(row).resourceId, style: TEXT }),
        }
      : whole(id, ({ resourceId }) => resourceId, WIDEST_ID);
  // Ids and names may stand in the same cells.
  const names = name === null || name === id ? [] : [whole(name, (row) => row.name, WIDEST_NAME)];
  const placed = new Set([id, name, ...next]);
  return {
    first: [ids, ...names],
    next: next.map((at) => own[at]!),
    others: own.filter((_, at) => !placed.has(at) && !dropped.has(at)),
  };
}
