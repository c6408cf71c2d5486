import { priceColumns } from './price-columns.ts';
import { cellAt } from './cell.ts';
import type { Headings } from './column-headings.ts';
import { plainText } from './characters.ts';
import { type DayOrder, dayOrderShown } from './date-formats.ts';
import { conventionOf, type Convention } from './figure.ts';
import { priceParts } from './price.ts';
import type { SheetRow } from './sheet-table.ts';

/** How the columns of a table write what one cell alone does not tell. */
export interface ColumnHabits {
  /** By column, how its prices write decimals. */
  readonly conventions: ReadonlyMap<number, Convention>;
  /** By column, whether its dates in figures begin with the day or the month; none: not told. */
  readonly orders: ReadonlyMap<number, DayOrder>;
}

function orderOf(texts: readonly string[]): DayOrder | null {
  const shown = new Set(texts.map(dayOrderShown).filter((order) => order !== null));
  return shown.size === 1 ? [...shown][0]! : null;
}

/** Reads the habits of the columns with prices and dates from all of their texts. */
export function columnHabits(rows: readonly SheetRow[], headings: Headings): ColumnHabits {
  const textsIn = (column: Parameters<typeof cellAt>[1]): string[] =>
    rows.flatMap((row) => {
      const cell = cellAt(row, column);
      return cell.kind === 'text' ? [cell.text] : [];
    });
  const conventions = new Map<number, Convention>();
  for (const column of priceColumns(headings)) {
    const figures = textsIn(column).flatMap((text) => priceParts(text)?.figure ?? []);
    conventions.set(column.index, conventionOf(figures));
  }
  const orders = new Map<number, DayOrder>();
  for (const column of headings.columns.get('expiry') ?? []) {
    const days = textsIn(column).map(
      (text) => plainText(text.slice(0, 80)).split(/ |T(?=\d)/u)[0]!,
    );
    const order = orderOf(days);
    if (order !== null) orders.set(column.index, order);
  }
  return { conventions, orders };
}
