import type { RenewalPolicy } from './policy.ts';
import type { JournalRow } from './journal.ts';
import {
  compare,
  display,
  exceeds,
  money,
  type Money,
  plus,
  smaller,
  sum,
  times,
} from '../values/money.ts';
import { type RowOutcome, rowOutcome } from './outcome.ts';
import { type Term, termText } from '../values/term.ts';

/** The most that may be paid for a row: approved plus tolerance, the stricter of its two limits. */
export function ceiling(approved: Money, tolerance: RenewalPolicy['priceTolerance']): Money {
  const percent = times(times(approved, tolerance.percent), '0.01');
  return plus(approved, smaller(percent, money(tolerance.absolute, approved.currency)));
}

/** The most that may be paid for an order: exactly the rows it covers, nothing else. */
export function orderCeiling(
  rows: readonly Pick<JournalRow, 'approved'>[],
  account: RenewalPolicy,
): Money {
  return sum(
    rows.map((row) => ceiling(row.approved, account.priceTolerance)),
    account.currency,
  );
}

/** Whether a price stays within what was approved for the row. */
export function withinApproval(
  row: Pick<JournalRow, 'approved'>,
  price: Money,
  account: RenewalPolicy,
): boolean {
  return !exceeds(price, ceiling(row.approved, account.priceTolerance));
}

/** What more is known of a row that would cost more than approved. */
export interface HeldNote {
  /** Another reason than the price of its term. */
  readonly why?: string;
  /** The term that the price is for. */
  readonly term?: Term;
}

/** The outcome of a row that would cost more than approved; the reason names today's price. */
export function heldFor(
  row: Pick<JournalRow, 'approved'>,
  price: Money | null,
  { why, term }: HeldNote = {},
): RowOutcome {
  const { currency } = row.approved;
  const span = term === undefined ? '' : ` for ${termText(term)}`;
  const dearer =
    price === null || compare(price, row.approved) <= 0
      ? `It would cost more than the approved ${display(row.approved)} ${currency}.`
      : `It would cost ${display(price)} ${currency}${span} now; ${display(row.approved)} ${currency} was approved.`;
  return rowOutcome(
    'held: price changed',
    why ?? dearer,
    'Have the new price approved and drop a fresh quote for this row; nothing was paid.',
  );
}
