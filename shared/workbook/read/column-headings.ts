import type { Cell } from '../../jobs/quote.ts';
import { contentOf, holds } from './column-content.ts';
import { headingParts, isDiscount, type KnownNames } from './heading-key.ts';
import type { HeadingRow } from './heading-rows.ts';
import type { Meaning } from './headings.ts';
import { type Look } from './look-alikes.ts';
import type { Qualifiers } from './qualifiers.ts';
import { cellText, EMPTY, isBlankCell, oneLine, type SheetRow } from './sheet-table.ts';
import { unitNamed } from './term-cell.ts';
import { understandColumn, type Understanding } from './understand-column.ts';

/** A column under a known heading. */
export interface Column {
  /** From 0. */
  readonly index: number;
  /** The heading in one line, as the sentences about its cells name it. */
  readonly heading: string;
  /** Place of the heading's name in the list of names: the lowest one is shown first. */
  readonly rank: number;
  /** Currencies that the heading's unit may mean; null: it names none. */
  readonly currencies: readonly string[] | null;
  readonly period: 'month' | 'year' | null;
  /** The time zone that the heading names; null: none. */
  readonly zone: string | null;
  /** Whether the heading names two values, such as "Instance Name/ID". */
  readonly twoValues: boolean;
}

/** A column for which its file is refused. */
export interface RefusedColumn {
  readonly index: number;
  /** Empty for a column without one. */
  readonly heading: string;
  readonly look: Look;
  readonly word: string | null;
}

/** Where a table starts, what its columns mean, and what is not understood of them. */
export interface Headings {
  /** Index of the heading row in the sheet's rows. */
  readonly row: number;
  readonly texts: readonly string[];
  /** By meaning, in the order of the names. */
  readonly columns: ReadonlyMap<Meaning, readonly Column[]>;
  readonly refused: readonly RefusedColumn[];
  /** Columns of which nothing is known, and which may hold a word against their row. */
  readonly free: readonly Column[];
  /** Columns of discounts that are given, which a list price does not have in it. */
  readonly discounts: readonly Column[];
}

interface Judged {
  readonly column: Column;
  readonly understanding: Understanding;
  readonly cells: readonly Cell[];
}

const NO_QUALIFIERS = { currencies: null, period: null, zone: null } as const;

function columnOf(index: number, heading: string, understanding: Understanding): Column {
  const said: Pick<Qualifiers, 'currencies' | 'period' | 'zone'> =
    understanding.kind === 'understood' ? understanding.qualifiers : NO_QUALIFIERS;
  return {
    index,
    heading,
    rank: understanding.kind === 'understood' ? understanding.rank : 0,
    currencies: said.currencies,
    period: said.period,
    zone: said.zone,
    twoValues: headingParts(heading).words.includes('/'),
  };
}

const PRICES: ReadonlySet<Meaning> = new Set(['approvedPrice', 'discountedPrice', 'listPrice']);

function meaningOf({ understanding }: Judged): Meaning | null {
  return understanding.kind === 'understood' ? understanding.meaning : null;
}

function harmless(judged: Judged): Judged {
  return { ...judged, understanding: { kind: 'harmless', instead: null, free: false } };
}

function as(judged: Judged, meaning: Meaning): Judged {
  const { understanding } = judged;
  return understanding.kind === 'understood'
    ? { ...judged, understanding: { ...understanding, meaning } }
    : judged;
}

/** Prices that are said in the account's currency and in another one besides: the other is none. */
function withoutForeignPrices(all: readonly Judged[], currency: string): readonly Judged[] {
  const isPrice = (each: Judged): boolean => PRICES.has(meaningOf(each) ?? 'id');
  const own = all.some((each) => isPrice(each) && each.column.currencies?.includes(currency));
  if (!own) return all;
  const foreign = ({ column }: Judged): boolean =>
    column.currencies !== null && !column.currencies.includes(currency);
  return all.map((each) => (isPrice(each) && foreign(each) ? harmless(each) : each));
}

/** A column "ID" that only counts the lines, beside one with the resources' ids. */
function withoutCounters(all: readonly Judged[]): readonly Judged[] {
  const ids = all.filter((each) => meaningOf(each) === 'id');
  if (ids.length < 2) return all;
  const counts = ({ cells }: Judged): boolean =>
    cells.every((cell) => isBlankCell(cell) || /^\d{1,6}$/u.test(cellText(cell)));
  const counters = new Set(ids.filter(counts));
  return counters.size === ids.length
    ? all
    : all.map((each) => (counters.has(each) ? harmless(each) : each));
}

/** A column of units belongs to the terms or to the prices, by what stands in it. */
function withUnits(all: readonly Judged[]): readonly Judged[] {
  return all.map((each) => {
    if (meaningOf(each) !== 'unit') return each;
    if (holds(contentOf(each.cells), 'currencies')) return as(each, 'currency');
    const units = each.cells.some((cell) => unitNamed(cellText(cell)) !== null);
    return units ? each : harmless(each);
  });
}

const LOOK_OF: Partial<Record<Meaning, Look>> = {
  term: 'term',
  approvedPrice: 'price',
  discountedPrice: 'price',
  listPrice: 'price',
};

/** A price or term of another time is harmless only beside the one that counts. */
function withoutSubstitutes(all: readonly Judged[]): readonly Judged[] {
  return all.map((each) => {
    const { understanding } = each;
    if (understanding.kind !== 'harmless' || understanding.instead === null) return each;
    const look = LOOK_OF[understanding.instead];
    if (look === undefined || each.cells.every(isBlankCell)) return each;
    const counts = all.some((other) => LOOK_OF[meaningOf(other) ?? 'id'] === look);
    return counts
      ? each
      : { ...each, understanding: { kind: 'refused', look, word: each.column.heading } };
  });
}

/** In our own results the reasons are ours. */
function withoutOurReasons(all: readonly Judged[]): readonly Judged[] {
  const ours = all.some(({ column }) => /^what to do next\b/iu.test(column.heading));
  const isReason = ({ column }: Judged): boolean => /^reason\b/iu.test(column.heading);
  return ours ? all.map((each) => (isReason(each) ? harmless(each) : each)) : all;
}

/**
 * Understands the columns of the table under a row of headings, whose own rows are given; `currency`
 * is the account's.
 */
export function readHeadings(
  { row, cells: heads }: HeadingRow,
  rows: readonly SheetRow[],
  known: KnownNames,
  currency: string,
): Headings {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), heads.length);
  let all: readonly Judged[] = Array.from({ length: width }, (_, index) => {
    const { shown, text, groups } = heads[index] ?? { shown: '', text: '', groups: [] };
    const cells = rows.map((each) => each.cells[index] ?? EMPTY);
    const understanding = understandColumn(text, cells, known, groups);
    return { column: columnOf(index, shown, understanding), understanding, cells };
  });
  all = withoutForeignPrices(withoutCounters(withUnits(withoutOurReasons(all))), currency);
  all = withoutSubstitutes(all);
  const columns = new Map<Meaning, Column[]>();
  for (const each of all) {
    const meaning = meaningOf(each);
    if (meaning !== null) columns.set(meaning, [...(columns.get(meaning) ?? []), each.column]);
  }
  for (const same of columns.values()) same.sort((a, b) => a.rank - b.rank);
  return {
    row,
    texts: heads.map(({ shown }) => shown),
    columns,
    refused: all.flatMap(({ column: { index, heading }, understanding }) =>
      understanding.kind === 'refused'
        ? [{ index, heading, look: understanding.look, word: understanding.word }]
        : [],
    ),
    free: all
      .filter(({ understanding }) => understanding.kind === 'harmless' && understanding.free)
      .map(({ column }) => column),
    discounts: all
      .filter((each) => each.understanding.kind === 'harmless' && isDiscount(each.column.heading))
      .map(({ column }) => column),
  };
}

/** The first column of a meaning, or null where the sheet has none. */
export function columnFor(headings: Headings, meaning: Meaning): Column | null {
  return headings.columns.get(meaning)?.[0] ?? null;
}

/** Meanings whose column decides about money: two under the same name would leave it open. */
const DECIDING = [
  'id',
  'expiry',
  'term',
  'approvedPrice',
  'discountedPrice',
  'listPrice',
  'currency',
] as const;

/** The heading that stands over two columns although only one can count, or null. */
export function doubledHeading(headings: Headings): string | null {
  for (const meaning of DECIDING) {
    const all = headings.columns.get(meaning) ?? [];
    const double = all.find((one, at) =>
      all.some(
        (other, place) => place > at && other.heading.toLowerCase() === one.heading.toLowerCase(),
      ),
    );
    if (double !== undefined) return double.heading;
  }
  return null;
}

/** Whether a row under the headings only says them again, as on printed pages. */
export function repeatsHeadings(row: SheetRow, headings: Headings): boolean {
  const same = row.cells.every(
    (cell, index) => cell.kind === 'empty' || oneLine(cell) === headings.texts[index],
  );
  return same && row.cells.filter((cell) => cell.kind !== 'empty').length > 1;
}
