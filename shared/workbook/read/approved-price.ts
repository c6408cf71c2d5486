import type { Account } from '../../settings/account.ts';
import { compare, display, type Money } from '../../values/money.ts';
import type { Term } from '../../values/term.ts';
import { currenciesInAnyCase } from './currency-words.ts';
import { factsAt, isFilled } from './cell.ts';
import { reason } from '../../reasons/reason.ts';
import { problem, type FieldReading } from './field.ts';
import type { Column } from './column-headings.ts';
import { discountBeside } from './discount-beside.ts';
import { priceKinds } from './price-columns.ts';
import { foreignCurrency, readPrice } from './price.ts';
import type { RowContext } from './row-context.ts';
import { readSeen } from './seen.ts';
import { cellText, type SheetRow } from './sheet-table.ts';
import { plainText } from './characters.ts';

/** A currency that the row names in a column of its own, other than the account's. */
function otherCurrency(
  row: SheetRow,
  { headings, table, account }: RowContext,
): FieldReading<never> | null {
  for (const column of headings.columns.get('currency') ?? []) {
    const read = readSeen(row, column, table, (cell) => ({ kind: 'value', value: cellText(cell) }));
    if (read.kind === 'problem') return read;
    // "Ccy: CNY" over an empty column says it too.
    const above =
      column.currencies?.includes(account.currency) === false ? column.currencies[0]! : '';
    const named = read.kind === 'empty' ? above : plainText(read.value);
    if (named === '' || named === account.currency) continue;
    const codes = currenciesInAnyCase(named);
    if (codes?.includes(account.currency) !== true) return foreignCurrency(named, account.currency);
  }
  return null;
}

/** A heading's "per month" is the price of one month: it is none for another term. */
function periodProblem({ period }: Column, term: Term | null): FieldReading<never> | null {
  if (period === null || term === null || (term.unit === period && term.count === 1)) return null;
  return problem(reason(period === 'month' ? 'price-per-month' : 'price-per-year'));
}

function readOne(
  row: SheetRow,
  column: Column,
  term: Term | null,
  context: RowContext,
): FieldReading<Money> {
  const { currency } = context.account;
  const foreign = column.currencies?.includes(currency) === false ? column.currencies[0]! : null;
  return readSeen(row, column, context.table, (cell) => {
    if (foreign !== null) return foreignCurrency(foreign, currency);
    const read = readPrice(cell, currency, context.conventions.get(column.index) ?? 'open');
    return read.kind === 'value' ? (periodProblem(column, term) ?? read) : read;
  });
}

/** Several columns of one price must say the same. */
function agreed(
  read: readonly (readonly [Column, FieldReading<Money>])[],
): readonly [Column, FieldReading<Money>] {
  const [first] = read;
  const wrong = read.find(([, { kind }]) => kind === 'problem');
  if (wrong !== undefined) return wrong;
  const [column, reading] = read.find(([, { kind }]) => kind === 'value') ?? first!;
  if (reading.kind !== 'value') return [column, reading];
  const other = read.find(
    ([, one]) => one.kind === 'value' && compare(one.value, reading.value) !== 0,
  );
  return other === undefined
    ? [column, reading]
    : [column, problem(reason('columns-disagree', { other: other[0].heading }))];
}

function withinCeiling(reading: FieldReading<Money>, account: Account): FieldReading<Money> {
  const { maxRowAmount: most, currency } = account;
  if (reading.kind !== 'value' || most === null) return reading;
  return compare(reading.value, { amount: most, currency }) <= 0
    ? reading
    : problem(reason('price-above-limit', { price: display(reading.value), currency, most }));
}

/** Columns for the row's own term where the heading of one names it: "Price (1 year)" for a year. */
function forTerm(columns: readonly Column[], term: Term | null): readonly Column[] {
  const fitting = columns.filter((column) => periodProblem(column, term) === null);
  return fitting.length > 0 ? fitting : columns;
}

/** A cell that a merged block covers is not empty to the eye: no other price stands in for it. */
function isTaken(row: SheetRow, column: Column, { table }: RowContext): boolean {
  return isFilled(row, column) || factsAt(row, column, table).covered !== null;
}

/** A row's approved price, with the column it was looked for in; null: the sheet has none. */
export function readApprovedPrice(
  row: SheetRow,
  term: Term | null,
  context: RowContext,
): { readonly column: Column; readonly reading: FieldReading<Money> } | null {
  const kinds = priceKinds(context.headings).map((columns) => forTerm(columns, term));
  const columns =
    kinds.find((some) => some.some((column) => isTaken(row, column, context))) ?? kinds[0];
  if (columns === undefined) return null;
  const [column, reading] = agreed(
    columns.map((each) => [each, readOne(row, each, term, context)] as const),
  );
  if (reading.kind !== 'value') return { column, reading };
  const discount = discountBeside(row, column, context.headings, context.table);
  const against =
    otherCurrency(row, context) ??
    (discount === null ? null : problem(reason('columns-disagree', { other: discount.heading })));
  return { column, reading: withinCeiling(against ?? reading, context.account) };
}
