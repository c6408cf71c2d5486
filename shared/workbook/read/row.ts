import type { Account } from '../../settings/account.ts';
import type { Money } from '../../values/money.ts';
import type { Cell } from '../../jobs/quote.ts';
import type { Term } from '../../values/term.ts';
import type { WallTime } from '../../values/wall-time.ts';
import type { Meaning } from './headings.ts';
import { readApprovedPrice } from './approved-price.ts';
import { cellAt, emptyCell, readCell } from './cell.ts';
import { readExpiry } from './expiry.ts';
import { compoundReason, type Reason, reason } from '../../reasons/reason.ts';
import { type WordId, wordsValue } from '../../reasons/words.ts';
import type { FieldReading } from './field.ts';
import { columnFor, type Column, type Headings } from './column-headings.ts';
import { readId } from './id.ts';
import { readTermCell } from './term-cell.ts';
import { cellText, type SheetRow, type SheetTable } from './sheet-table.ts';

/** All that a row is read with. */
export interface RowContext {
  readonly account: Account;
  readonly table: SheetTable;
  readonly headings: Headings;
}

/** The fields of one row; what could not be read is null and stands among the problems. */
export interface RowFields {
  readonly id: string | null;
  readonly name: string | null;
  readonly term: Term | null;
  readonly approved: Money | null;
  readonly expiry: WallTime | null;
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
  reading: FieldReading<unknown>,
  column: Column | null,
  field: keyof typeof ABSENT | 'term',
  row: SheetRow,
  { table }: RowContext,
): Reason | null {
  if (reading.kind === 'value') return null;
  if (column === null) return noColumn(field);
  const found = reading.kind === 'problem' ? reading.reason : emptyCell(row, column, table.merged);
  return compoundReason('in-column', { column: column.heading }, [found]);
}

function readUnder<T>(
  row: SheetRow,
  column: Column | null,
  read: (cell: Cell, column: Column) => FieldReading<T>,
): FieldReading<T> {
  return column === null ? { kind: 'empty' } : readCell(row, column, (cell) => read(cell, column));
}

/** The term in its column; the account's default only where the sheet has no such column. */
function termOf(
  row: SheetRow,
  column: Column | null,
  { defaultTerm }: Account,
): FieldReading<Term> {
  if (column === null && defaultTerm !== null) return { kind: 'value', value: defaultTerm };
  return readUnder(row, column, (cell, { period }) => readTermCell(cell, period));
}

/** What two lines of one resource may say differently. */
const FIELDS = ['price', 'term', 'expiry-date'] as const satisfies readonly WordId[];

function valueOf<T>(reading: FieldReading<T> | undefined): T | null {
  return reading?.kind === 'value' ? reading.value : null;
}

/** Reads one row of the table; the reasons name the column that they are about. */
export function readRow(row: SheetRow, context: RowContext): RowFields {
  const { account, headings, table } = context;
  const at = (meaning: Meaning): Column | null => columnFor(headings, meaning);
  const id = readUnder(row, at('id'), (cell, { twoValues }) => readId(cell, twoValues));
  const expiry = readUnder(row, at('expiry'), (cell, { twoValues }) =>
    readExpiry(cell, { zone: account.expiryZone, twoValues, epochSerial: table.epochSerial }),
  );
  const price = readApprovedPrice(row, headings, account);
  const priced = price?.reading ?? { kind: 'empty' };
  const term = termOf(row, at('term'), account);
  const problems = [
    problemOf(id, at('id'), 'id', row, context),
    problemOf(expiry, at('expiry'), 'expiry', row, context),
    problemOf(priced, price?.column ?? null, 'price', row, context),
    problemOf(term, at('term'), 'term', row, context),
  ];
  const named = at('name');
  const name = named === null ? '' : cellText(cellAt(row, named));
  return {
    id: valueOf(id)?.id ?? null,
    name: name === '' ? (valueOf(id)?.name ?? null) : name,
    expiry: valueOf(expiry),
    approved: valueOf(priced),
    term: valueOf(term),
    unreadable: FIELDS.filter((_, index) => [priced, term, expiry][index]!.kind === 'problem'),
    problems: problems.filter((found) => found !== null),
  };
}
