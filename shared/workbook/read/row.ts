import type { Money } from '../../values/money.ts';
import type { Cell } from '../../jobs/quote.ts';
import type { Term } from '../../values/term.ts';
import { sameExpiry, type WallTime } from '../../values/wall-time.ts';
import type { Meaning } from './headings.ts';
import { readApprovedPrice } from './approved-price.ts';
import { cellAt, emptyCell } from './cell.ts';
import { readExpiry } from './expiry.ts';
import { compoundReason, type Reason, reason } from '../../reasons/reason.ts';
import { type WordId, wordsValue } from '../../reasons/words.ts';
import { problem, type FieldReading } from './field.ts';
import { columnFor, type Column } from './column-headings.ts';
import { readId } from './id.ts';
import type { RowContext } from './row-context.ts';
import { readSeen } from './seen.ts';
import { readTermCell, unitNamed } from './term-cell.ts';
import { cellText, type SheetRow } from './sheet-table.ts';

/** The fields of one row; what could not be read is null and stands among the problems. */
export interface RowFields {
  readonly id: string | null;
  readonly name: string | null;
  readonly term: Term | null;
  readonly approved: Money | null;
  readonly expiry: WallTime | null;
  /** Only one that is known by that name. */
  readonly product?: string | undefined;
  /** What has a cell with something in it that cannot be used. */
  readonly unreadable: readonly WordId[];
  readonly problems: readonly Reason[];
}

const ABSENT = {
  id: 'resource-ids',
  expiry: 'expiry-dates',
  price: 'prices',
} as const satisfies Readonly<Record<string, WordId>>;

function noColumn(field: keyof typeof ABSENT | 'term'): Reason {
  return field === 'term'
    ? reason('no-term-said')
    : reason('no-column-of', { what: wordsValue([ABSENT[field]]) });
}

/** Why a field has no value, naming the column; null where it has one. */
function problemOf(
  { column, reading }: Found<unknown>,
  field: keyof typeof ABSENT | 'term',
  row: SheetRow,
  { table }: RowContext,
): Reason | null {
  if (reading.kind === 'value') return null;
  if (column === null) return noColumn(field);
  const found = reading.kind === 'problem' ? reading.reason : emptyCell(row, column, table.merged);
  return compoundReason('in-column', { column: column.heading }, [found]);
}

/** A reading with the column that it is from; null: the sheet has none of its meaning. */
interface Found<T> {
  readonly column: Column | null;
  readonly reading: FieldReading<T>;
}

/**
 * Reads a row under all columns of a meaning. The first one never wins over another that says
 * something else: then there is no value.
 */
function readUnder<T>(
  row: SheetRow,
  { headings, table }: RowContext,
  meaning: Meaning,
  read: (cell: Cell, column: Column) => FieldReading<T>,
  same: (one: T, other: T) => boolean,
): Found<T> {
  let best: Found<T> = { column: columnFor(headings, meaning), reading: { kind: 'empty' } };
  for (const column of headings.columns.get(meaning) ?? []) {
    const reading = readSeen(row, column, table, (cell) => read(cell, column));
    if (reading.kind === 'empty') continue;
    if (best.reading.kind === 'empty') best = { column, reading };
    else if (best.reading.kind === 'value' && reading.kind === 'value') {
      if (same(best.reading.value, reading.value)) continue;
      const other = reason('columns-disagree', { other: column.heading });
      return { column: best.column, reading: problem(other) };
    } else if (best.reading.kind === 'value') best = { column, reading };
  }
  return best;
}

/** The unit that a row names in a column of units, for a term that is a bare number. */
function unitOf(row: SheetRow, { headings }: RowContext): 'month' | 'year' | null {
  const units = (headings.columns.get('unit') ?? []).map((column) =>
    unitNamed(cellText(cellAt(row, column))),
  );
  return units.find((unit) => unit !== null) ?? null;
}

/** The term in its column; the account's default only where the sheet has no such column. */
function termOf(row: SheetRow, context: RowContext): Found<Term> {
  const { defaultTerm } = context.account;
  if (columnFor(context.headings, 'term') === null && defaultTerm !== null) {
    return { column: null, reading: { kind: 'value', value: defaultTerm } };
  }
  return readUnder(
    row,
    context,
    'term',
    (cell, { period }) => readTermCell(cell, period ?? unitOf(row, context), context.longestTerm),
    (one, other) => one.unit === other.unit && one.count === other.count,
  );
}

function expiryOf(row: SheetRow, context: RowContext): Found<WallTime> {
  const { account, table, orders } = context;
  return readUnder(
    row,
    context,
    'expiry',
    (cell, { twoValues, zone, index }) =>
      readExpiry(cell, {
        zone: account.expiryZone,
        columnZone: zone,
        twoValues,
        epochSerial: table.epochSerial,
        order: orders.get(index) ?? null,
      }),
    sameExpiry,
  );
}

/** The first name of a product that is known: whatever else stands there is no matter of a renewal. */
function productOf(row: SheetRow, { headings, productKey }: RowContext): string | undefined {
  if (productKey === undefined) return undefined;
  const said = (headings.columns.get('product') ?? []).map((column) =>
    cellText(cellAt(row, column)),
  );
  return said.find((name) => productKey(name) !== null);
}

/** What two lines of one resource may say differently. */
const FIELDS = ['price', 'term', 'expiry-date'] as const satisfies readonly WordId[];

function valueOf<T>({ reading }: Found<T>): T | null {
  return reading.kind === 'value' ? reading.value : null;
}

/** Reads one row of the table; the reasons name the column that they are about. */
export function readRow(row: SheetRow, context: RowContext): RowFields {
  const { headings, idKey, isName } = context;
  const id = readUnder(
    row,
    context,
    'id',
    (cell, { twoValues }) => readId(cell, twoValues, isName),
    (one, other) => idKey(one.id) === idKey(other.id),
  );
  const expiry = expiryOf(row, context);
  const term = termOf(row, context);
  const price: Found<Money> = readApprovedPrice(row, valueOf(term), context) ?? {
    column: null,
    reading: { kind: 'empty' },
  };
  const problems = [
    problemOf(id, 'id', row, context),
    problemOf(expiry, 'expiry', row, context),
    problemOf(price, 'price', row, context),
    problemOf(term, 'term', row, context),
  ];
  const named = columnFor(headings, 'name');
  const name = named === null ? '' : cellText(cellAt(row, named));
  return {
    id: valueOf(id)?.id ?? null,
    name: name === '' ? (valueOf(id)?.name ?? null) : name,
    expiry: valueOf(expiry),
    product: productOf(row, context),
    approved: valueOf(price),
    term: valueOf(term),
    unreadable: FIELDS.filter((_, at) => [price, term, expiry][at]!.reading.kind === 'problem'),
    problems: problems.filter((found) => found !== null),
  };
}
