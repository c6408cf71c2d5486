import type { Account } from '../settings/account.ts';
import type { JournalRow } from '../renewal/journal.ts';
import type { Money } from '../values/money.ts';
import { type RowOutcome, rowOutcome } from '../renewal/outcome.ts';
import { heldFor, withinApproval } from '../renewal/price-verdict.ts';
import { reason } from '../reasons/reason.ts';
import type { Term } from '../values/term.ts';
import type { PriceReading } from '../ports/provider.ts';

/**
 * What the price call makes of a row: refused with its reason, or held because its own price for
 * the term is above what was approved. Null: it may be ordered. `missing`: the look did not show it.
 * A dry run may have no approved price: then there is nothing to compare.
 */
export function judgePrice(
  { approved }: { readonly approved: Money | null },
  reading: PriceReading | undefined,
  { account, term, missing }: PriceContext,
): RowOutcome | null {
  if (reading === undefined) {
    return rowOutcome('not renewable', reason('no-price-given'));
  }
  switch (reading.kind) {
    case 'failed':
      return rowOutcome('not renewable', reading.refusal.reason, {
        code: reading.refusal.code,
      });
    case 'priced':
      if (approved !== null && !withinApproval({ approved }, reading.price, account)) {
        return heldFor({ approved }, reading.price, { term });
      }
      return missing ? rowOutcome('not renewable', reason('not-in-account')) : null;
  }
}

/** What a price is judged by, besides the row. */
export interface PriceContext {
  readonly account: Account;
  readonly term: Term;
  readonly missing: boolean;
}

/**
 * Whether a row looks too dear among others, where its price is its share of a total: only its own
 * price may hold it (money rule 3).
 */
export function looksDear(
  row: Pick<JournalRow, 'approved'>,
  reading: PriceReading | undefined,
  account: Account,
): boolean {
  return (
    reading?.kind === 'priced' && !reading.alone && !withinApproval(row, reading.price, account)
  );
}
