import type { RenewalPolicy } from '../policy.ts';
import type { JournalRow } from '../journal.ts';
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
} from '../../values/money.ts';
import { type RowOutcome, rowOutcome } from '../outcome.ts';
import { type Reason, reason } from '../../reasons/reason.ts';
import type { Term } from '../../values/term.ts';

/** The most that may be paid for a row: approved plus tolerance, the stricter of its two limits. */
export function ceiling(approved: Money, tolerance: RenewalPolicy['priceTolerance']): Money {
  const percent = times(times(approved, tolerance.percent), '0.01');
  return plus(approved, smaller(percent, money(tolerance.absolute, approved.currency)));
}

/** The most that may be paid for an order: exactly the rows it covers, nothing else. */
export function orderCeiling(
  rows: readonly Pick<JournalRow, 'approved'>[],
  account: Pick<RenewalPolicy, 'priceTolerance' | 'currency'>,
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
  account: Pick<RenewalPolicy, 'priceTolerance'>,
): boolean {
  return !exceeds(price, ceiling(row.approved, account.priceTolerance));
}

/** What more is known of a row that would cost more than approved. */
export interface HeldNote {
  /** Another reason than the price of its term. */
  readonly why?: Reason;
  /** The term that the price is for. */
  readonly term?: Term;
}

/** The outcome of a row that would cost more than approved; the reason names today's price. */
export function heldFor(
  row: Pick<JournalRow, 'approved'>,
  price: Money | null,
  { why, term }: HeldNote = {},
): RowOutcome {
  return rowOutcome('held: price changed', why ?? dearer(row.approved, price, term));
}

function dearer(allowed: Money, price: Money | null, term: Term | undefined): Reason {
  const { currency } = allowed;
  const approved = display(allowed);
  if (price === null || compare(price, allowed) <= 0) {
    return reason('above-approval', { approved, currency });
  }
  const amounts = { price: display(price), currency, approved };
  if (term === undefined) return reason('price-above-approval', amounts);
  const count = String(term.count);
  switch (term.unit) {
    case 'month':
      return reason('price-above-approval-for-months', { ...amounts, months: count });
    case 'year':
      return reason('price-above-approval-for-years', { ...amounts, years: count });
  }
}
