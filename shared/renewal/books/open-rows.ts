import { addTo } from './books.ts';
import type { Journal, JournalRow } from '../journal.ts';
import { chargedFor, coverable, ordersIn } from '../journal-view.ts';
import { stillToPay } from './still-to-pay.ts';
import { compare, minus, type Money, smaller, sum, zero } from '../../values/money.ts';

/** Rows and what was approved for them, per currency. */
export interface RowSum {
  readonly rows: number;
  readonly approved: readonly Money[];
}

/** A balance that does not suffice. */
export interface Shortage {
  /** Null where no balance was read. */
  readonly left: Money | null;
  /** What a top-up must bring, at most, at the approved prices; null where that is not known. */
  readonly missing: Money | null;
  /** What `left` goes by: the balance when the job was suspended, or what it began with and paid since. */
  readonly basis: 'suspension' | 'start';
}

/** All rows of the job's chunks, and what was approved for them. */
export function rowsToRenew(journals: readonly Journal[]): RowSum {
  return sumOf(journals.flatMap(({ rows }) => rows));
}

/** The rows for which the job has not paid and which have no outcome: what is left to do. */
export function openRows(journals: readonly Journal[]): RowSum {
  return sumOf(
    journals.flatMap((journal) => {
      const paid = new Set(
        ordersIn(journal, 'paid', 'overcharged', 'completed').flatMap(({ part, order }) =>
          coverable(part, order),
        ),
      );
      return journal.rows.filter(({ outcome }, index) => outcome === null && !paid.has(index));
    }),
  );
}

/**
 * What the account lacks, at most, so that what is still to be paid can be, going by what it
 * had left when the job was suspended in this epoch or, where that was not read, by the balance that
 * the job began with and what it has paid since.
 */
export function shortage(journals: readonly Journal[], epoch: number): Shortage {
  const read = journals.find(({ left }) => left?.epoch === epoch)?.left?.amount;
  const left = read ?? leftOfStart(journals);
  const missing = left === null ? null : missingSum(journals, left);
  return { left, missing, basis: read === undefined ? 'start' : 'suspension' };
}

/** Null where what is to be paid is in another currency, or where what is left should suffice. */
function missingSum(journals: readonly Journal[], left: Money): Money | null {
  const [open, ...others] = stillToPay(journals).amount;
  if (open === undefined || others.length > 0 || open.currency !== left.currency) return null;
  const missing = minus(open, left);
  return compare(missing, zero(left.currency)) > 0 ? missing : null;
}

function leftOfStart(journals: readonly Journal[]): Money | null {
  const balance = journals.find((journal) => journal.balance !== null)?.balance ?? null;
  if (balance === null) return null;
  // Less than nothing is left only where it was topped up since: by how much is not known.
  return minus(balance, smaller(balance, paidBy(journals, balance.currency)));
}

function paidBy(journals: readonly Journal[], currency: string): Money {
  const amounts = journals.flatMap((journal) =>
    journal.parts.flatMap(({ orders }) => orders.flatMap((order) => chargedFor(order) ?? [])),
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
