import { minus, type Money, plus, zero } from '../../values/money.ts';
import { isApproved } from '../../renewal/books/books.ts';
import { noOutcomes, OUTCOMES, type Outcome } from '../../renewal/outcome.ts';
import type { ReportRow } from './results-report.ts';

/** Figures of the rows with one outcome, or of all rows, in one currency. */
export interface Sums {
  /** Rows whose approved price is in this currency. */
  readonly rows: number;
  readonly approved: Money;
  readonly paid: Money;
  /** Approved minus paid, over renewed rows. */
  readonly saved: Money;
}

/** The figures of one currency; currencies are never added together. */
export interface CurrencyTotals {
  readonly currency: string;
  readonly outcomes: Readonly<Record<Outcome, Sums>>;
  /** All that stands in the file, approved or not. */
  readonly all: Sums;
  /** All but the rows that the sheet says no to: "approved in it". */
  readonly approved: Sums;
}

/** The figures that the Summary sheet shows. */
export interface ReportTotals {
  readonly rows: number;
  readonly counts: Readonly<Record<Outcome, number>>;
  /** Rows whose price could not be read: counted, and in no sum. */
  readonly unpriced: number;
  /** Renewed rows of which no charge is known: in no sum of what was paid. */
  readonly uncharged: number;
  /** The account's currency first, also when it has no rows; the others by name. */
  readonly currencies: readonly CurrencyTotals[];
}

function nothing(currency: string): Sums {
  const none = zero(currency);
  return { rows: 0, approved: none, paid: none, saved: none };
}

/** Nothing costs time too, and most rows have nothing of most sums. */
function added(a: Money, b: Money): Money {
  return b.amount === '0' ? a : plus(a, b);
}

function both(a: Sums, b: Sums): Sums {
  return {
    rows: a.rows + b.rows,
    approved: added(a.approved, b.approved),
    paid: added(a.paid, b.paid),
    saved: added(a.saved, b.saved),
  };
}

function sumsOf({ row, outcome }: ReportRow, currency: string): Sums {
  const none = nothing(currency);
  const approved = row.approved?.currency === currency ? row.approved : null;
  const paid = outcome.paid?.currency === currency ? outcome.paid : null;
  const both = outcome.outcome === 'renewed' && approved !== null && paid !== null;
  // Most rows cost what was approved, and a difference takes its time.
  const isSaving = both && approved.amount !== paid.amount;
  return {
    rows: approved === null ? 0 : 1,
    approved: approved ?? none.approved,
    paid: paid ?? none.paid,
    saved: isSaving ? minus(approved, paid) : none.saved,
  };
}

function totalsIn(rows: readonly ReportRow[], currency: string): CurrencyTotals {
  const outcomes = Object.fromEntries(
    OUTCOMES.map((outcome) => [outcome, nothing(currency)]),
  ) as Record<Outcome, Sums>;
  for (const row of rows) {
    const { outcome } = row.outcome;
    outcomes[outcome] = both(outcomes[outcome], sumsOf(row, currency));
  }
  const all = Object.values(outcomes).reduce(both, nothing(currency));
  const approved = OUTCOMES.filter((word) => isApproved(word))
    .map((word) => outcomes[word])
    .reduce(both, nothing(currency));
  return { currency, outcomes, all, approved };
}

/** Sums the rows by outcome and currency; `currency` is the account's. */
export function reportTotals(rows: readonly ReportRow[], currency: string): ReportTotals {
  const counts = noOutcomes();
  const others = new Set<string>();
  let unpriced = 0;
  let uncharged = 0;
  for (const { row, outcome } of rows) {
    counts[outcome.outcome] += 1;
    if (row.approved === null) unpriced += 1;
    if (outcome.outcome === 'renewed' && outcome.paid === null) uncharged += 1;
    for (const money of [row.approved, outcome.paid]) if (money) others.add(money.currency);
  }
  others.delete(currency);
  const currencies = [currency, ...[...others].sort()].map((name) => totalsIn(rows, name));
  return { rows: rows.length, counts, unpriced, uncharged, currencies };
}
