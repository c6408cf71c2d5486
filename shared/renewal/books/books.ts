import { type Money, plus, zero } from '../../values/money.ts';
import { noOutcomes, type Outcome, type RowOutcome } from '../outcome.ts';

/** The figures of a job that has ended, or so far. Amounts per currency. */
export interface Totals {
  /** Rows after merging sheets, duplicates counted; equals the sum of `outcomes`. */
  readonly rows: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** "In the file": over all rows with a readable price, also those that the sheet says no to. */
  readonly approved: readonly Money[];
  /** "Approved in it": the same without the rows that are not approved. Left out in jobs of earlier releases. */
  readonly approvedInIt?: readonly Money[] | undefined;
  /** After discount, as charged. */
  readonly paid: readonly Money[];
}

/** A row of the quote with what became of it. */
export interface SettledRow {
  readonly approved: Money | null;
  readonly outcome: RowOutcome;
}

/** Raised when rows in and outcomes out differ: such a result must never be written. */
export class BooksDoNotBalance extends Error {
  override readonly name = 'BooksDoNotBalance';
}

/** Whether money was approved for a row with this outcome: whether the sheet does not say no. */
export function isApproved(outcome: Outcome): boolean {
  return outcome !== 'not approved';
}

/** Adds an amount to a list that keeps each currency apart. */
export function addTo(amounts: readonly Money[], amount: Money): Money[] {
  const known = amounts.find(({ currency }) => currency === amount.currency);
  return known === undefined
    ? [...amounts, plus(zero(amount.currency), amount)]
    : amounts.map((one) => (one === known ? plus(one, amount) : one));
}

/**
 * The figures of a job from its rows. Throws {@link BooksDoNotBalance} when the number of rows is
 * not the number that was planned: a lost row is a fault, never a smaller total.
 */
export function totalsOf(rows: readonly SettledRow[], planned: number): Totals {
  if (rows.length !== planned) {
    throw new BooksDoNotBalance(`${planned} rows went in, ${rows.length} came out`);
  }
  const outcomes = noOutcomes();
  let approved: Money[] = [];
  let approvedInIt: Money[] = [];
  let paid: Money[] = [];
  for (const row of rows) {
    outcomes[row.outcome.outcome] += 1;
    if (row.approved !== null) {
      approved = addTo(approved, row.approved);
      if (isApproved(row.outcome.outcome)) approvedInIt = addTo(approvedInIt, row.approved);
    }
    if (row.outcome.paid !== null) paid = addTo(paid, row.outcome.paid);
  }
  return { rows: rows.length, outcomes, approved, approvedInIt, paid };
}
