import { reason } from '../../reasons/reason.ts';
import type { JournalRow } from '../journal.ts';
import type { Money } from '../../values/money.ts';
import { type RowOutcome, rowOutcome } from '../outcome.ts';
import { heldFor, withinApproval } from './price-verdict.ts';
import type { Term } from '../../values/term.ts';
import type { RenewalPolicy } from '../policy.ts';
import type { PriceReading } from '../readings.ts';

/**
 * What the price call makes of a row: refused with its reason, or held because its own price for
 * the term is above what was approved. Null: it may be ordered. `missing`: the look did not show it.
 * A dry run may have no approved price: then there is nothing to compare.
 */
export function judgePrice(
  { approved }: { readonly approved: Money | null },
  reading: PriceReading | null,
  { policy, term, missing }: PriceContext,
): RowOutcome | null {
  if (reading === null) {
    return rowOutcome('not renewable', reason('no-price-given'));
  }
  switch (reading.kind) {
    case 'failed':
      return rowOutcome('not renewable', reading.refusal.reason, {
        code: reading.refusal.code,
      });
    case 'not told':
      return missing
        ? rowOutcome('not renewable', reason('not-in-account'))
        : policy.allowUnpriced
          ? null
          : rowOutcome('held: price changed', reason('price-not-told'));
    case 'priced':
      if (approved !== null && !withinApproval({ approved }, reading.price, policy)) {
        return heldFor({ approved }, reading.price, { term });
      }
      return missing ? rowOutcome('not renewable', reason('not-in-account')) : null;
  }
}

/** What a price is judged by, besides the row. */
export interface PriceContext {
  readonly policy: Pick<RenewalPolicy, 'priceTolerance' | 'allowUnpriced'>;
  readonly term: Term;
  readonly missing: boolean;
}

/**
 * Whether a row looks too dear among others, where its price is its share of a total: only its own
 * price may hold it (money rule 3).
 */
export function looksDear(
  row: Pick<JournalRow, 'approved'>,
  reading: PriceReading | null,
  policy: Pick<RenewalPolicy, 'priceTolerance'>,
): boolean {
  return (
    reading?.kind === 'priced' && !reading.alone && !withinApproval(row, reading.price, policy)
  );
}

/** Whether an unpaid order locks the resource. */
export function isLocked(reading: PriceReading | null): boolean {
  return reading?.kind === 'failed' && reading.locked;
}

/** Whether the provider calls it busy: it is asked for once more later, and only then given up. */
export function isBusy(reading: PriceReading | null): boolean {
  return reading?.kind === 'failed' && reading.refusal.remedy === 'later';
}
