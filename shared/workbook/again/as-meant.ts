import type { QuoteReading, QuoteRow } from '../../jobs/quote.ts';
import { compare, type Money } from '../../values/money.ts';
import { termMonths } from '../../values/term.ts';
import { sameExpiry } from '../../values/wall-time.ts';
import { type AgainRow, priceOf } from './again-row.ts';

function sameMoney(one: Money | null, other: Money | null): boolean {
  if (one === null || other === null) return one === other;
  return one.currency === other.currency && compare(one, other) === 0;
}

/** Whether a row is read as the one that was meant: the same renewal, for that price, approved or not. */
function isMeant(read: QuoteRow, meant: AgainRow): boolean {
  const { resourceId, term, expiry } = meant.row;
  const verdict = read.verdict?.outcome ?? null;
  return (
    read.resourceId === resourceId &&
    sameMoney(read.approved, priceOf(meant)) &&
    (read.term === null || term === null
      ? read.term === term
      : termMonths(read.term) === termMonths(term)) &&
    (read.expiry === null || expiry === null
      ? read.expiry === expiry
      : sameExpiry(read.expiry, expiry)) &&
    verdict === (meant.approved ? null : 'not approved')
  );
}

/** Whether a file is read as these rows and no others, each as it is meant. */
export function readsAsMeant(reading: QuoteReading, rows: readonly AgainRow[]): boolean {
  if (reading.kind === 'rejected') return false;
  const { rows: read } = reading.quote;
  return read.length === rows.length && read.every((row, at) => isMeant(row, rows[at]!));
}

/** Whether nothing of a file would be paid, were it dropped as it is. */
export function approvesNothing(reading: QuoteReading): boolean {
  return reading.kind === 'rejected' || reading.quote.rows.every(({ verdict }) => verdict !== null);
}
