import type { Account } from '../../settings/account.ts';
import { compare, display, type Money } from '../../values/money.ts';
import { currenciesMeant } from './currency-words.ts';
import { cellAt, isFilled, readCell } from './cell.ts';
import { reason } from '../../reasons/reason.ts';
import { problem, type FieldReading } from './field.ts';
import { columnFor, type Column, type Headings } from './column-headings.ts';
import { foreignCurrency, readPrice } from './price.ts';
import { cellText, type SheetRow } from './sheet-table.ts';

/**
 * The columns a price may stand in, the one that wins first. A column that is headed as the approved
 * price stands alone: where it is empty nothing was approved, whatever the list price says.
 */
export function priceColumns(headings: Headings): Column[] {
  const approved = columnFor(headings, 'approvedPrice');
  if (approved !== null) return [approved];
  const both = [columnFor(headings, 'discountedPrice'), columnFor(headings, 'listPrice')];
  return both.filter((column) => column !== null);
}

/** The currency that the row or the price's heading names where it is another than the account's. */
function otherCurrency(
  row: SheetRow,
  price: Column,
  headings: Headings,
  currency: string,
): string | null {
  const column = columnFor(headings, 'currency');
  const named = column === null ? '' : cellText(cellAt(row, column)).normalize('NFKC');
  if (named !== '' && named !== currency) {
    const codes = currenciesMeant(named) ?? currenciesMeant(named.toUpperCase());
    if (codes?.includes(currency) !== true) return named;
  }
  const unit = price.currencies;
  return unit === null || unit.includes(currency) ? null : unit[0]!;
}

function withinCeiling(reading: FieldReading<Money>, account: Account): FieldReading<Money> {
  const { maxRowAmount: most, currency } = account;
  if (reading.kind !== 'value' || most === null) return reading;
  return compare(reading.value, { amount: most, currency }) <= 0
    ? reading
    : problem(reason('price-above-limit', { price: display(reading.value), currency, most }));
}

/** A row's approved price, with the column it was looked for in; null: the sheet has none. */
export function readApprovedPrice(
  row: SheetRow,
  headings: Headings,
  account: Account,
): { readonly column: Column; readonly reading: FieldReading<Money> } | null {
  const columns = priceColumns(headings);
  const column = columns.find((candidate) => isFilled(row, candidate)) ?? columns[0];
  if (column === undefined) return null;
  const { currency } = account;
  const other = otherCurrency(row, column, headings, currency);
  const reading = readCell(row, column, (cell) =>
    other === null ? readPrice(cell, currency) : foreignCurrency(other, currency),
  );
  return { column, reading: withinCeiling(reading, account) };
}
