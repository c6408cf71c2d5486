import type { Journal } from '../../shared/domain/journal.ts';
import type { UnprovedRow } from '../../shared/ports/stores.ts';

/** Rows that may have been paid for and are not proved either way: later jobs leave them alone. */
export function unprovedRowsOf(journals: readonly Journal[], at: number): UnprovedRow[] {
  return journals.flatMap(({ job, rows }) =>
    rows.flatMap(({ resourceId, expiry, outcome }) =>
      outcome?.outcome === 'needs review' ? [{ resourceId, expiryDay: expiry.day, job, at }] : [],
    ),
  );
}
