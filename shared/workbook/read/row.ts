import type { Account } from '../../settings/account.ts';
import type { Money } from '../../values/money.ts';
import type { Cell } from '../../jobs/quote.ts';
import type { Term } from '../../values/term.ts';
import type { WallTime } from '../../values/wall-time.ts';
import type { Meaning } from './headings.ts';
import { readApprovedPrice } from './approved-price.ts';
import { cellAt, emptyCell, readCell } from './cell.ts';
import { readExpiry } from './expiry.ts';
import type { FieldReading, Problem } from './field.ts';
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
  readonly unreadable: readonly string[];
  readonly problems: readonly Problem[];
}

const ABSENT = {
  id: 'resource ids',
  expiry: 'expiry dates',
  price: 'prices',
} as const;

function noColumn(field: keyof typeof ABSENT | 'term'): Problem {
  return field === 'term'
    ? {
        reason: 'The sheet says no renewal term, and the account has no default one.',
        advice:
          'Add a column "Renewal Duration" with terms such as "1 month" and drop the row again.',
      }
    : {
        reason: `The sheet has no column with ${ABSENT[field]}.`,
        advice: 'Add the column and drop the row again.',
      };
}

/** Why a field has no value, naming the column; null where it has one. */
function problemOf(
  reading: FieldReading<unknown>,
  column: Column | null,
  field: keyof typeof ABSENT | 'term',
  row: SheetRow,
  { table }: RowContext,
): Problem | null {
  if (reading.kind === 'value') return null;
  if (column === null) return noColumn(field);
  const found = reading.kind === 'problem' ? reading : emptyCell(row, column, table.merged);
  return { reason: `Column "${column.heading}": ${found.reason}`, advice: found.advice };
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
    unreadable: Object.entries({ price: priced, term, 'expiry date': expiry }).flatMap(
      ([what, { kind }]) => (kind === 'problem' ? [what] : []),
    ),
    problems: problems.filter((found) => found !== null),
  };
}
