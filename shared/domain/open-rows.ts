import { addTo } from './books.ts';
import type { Journal, JournalRow } from './journal.ts';
import { coverable, ordersIn } from './journal-view.ts';
import { compare, minus, type Money, smaller, sum, zero } from './money.ts';
import type { RowSum } from './notice.ts';

/** All rows of the job's chunks, and what was approved for them. */
export function rowsToRenew(journals: readonly Journal[]): RowSum {
  return sumOf(journals.flatMap(({ rows }) => rows));
}

/** The rows for which the job has not paid and which have no outcome: what is left to do. */
export function openRows(journals: readonly Journal[]): RowSum {
  return sumOf(
    journals.flatMap((journal) => {
      const paid = new Set(
        ordersIn(journal, 'paid', 'completed').flatMap(({ part, order }) => coverable(part, order)),
      );
      return journal.rows.filter(({ outcome }, index) => outcome === null && !paid.has(index));
    }),
  );
}

/**
 * What a top-up must bring at least so that the open rows can be paid at their approved prices: their
 * sum without what is left of the balance that was read when the job began. Null where no balance
 * was read, where its currency is another one, or where it should have sufficed.
 */
export function missingSum(journals: readonly Journal[]): Money | null {
  const balance = journals.find((journal) => journal.balance !== null)?.balance;
  const [open, ...others] = openRows(journals).approved;
  if (balance === undefined || balance === null || open === undefined) return null;
  if (others.length > 0 || open.currency !== balance.currency) return null;
  const none = zero(balance.currency);
  const paid = paidBy(journals, balance.currency);
  // Less than nothing is left only where it was topped up since: by how much is not known.
  const left = minus(balance, smaller(balance, paid));
  const missing = minus(open, left);
  return compare(missing, none) > 0 ? missing : null;
}

function paidBy(journals: readonly Journal[], currency: string): Money {
  const amounts = journals.flatMap((journal) =>
    ordersIn(journal, 'paid', 'completed', 'unclear').flatMap(({ order: { state } }) => {
      if (state.kind === 'paid') return [state.compared];
      return 'charged' in state ? (state.charged ?? []) : [];
    }),
  );
  return sum(
    amounts.filter((amount) => amount.currency === currency),
    currency,
  );
}

function sumOf(rows: readonly JournalRow[]): RowSum {
  let approved: Money[] = [];
  for (const row of rows) approved = addTo(approved, row.approved);
  return { rows: rows.length, approved };
}
