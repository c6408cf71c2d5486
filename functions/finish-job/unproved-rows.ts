import type { Journal } from '../../shared/renewal/journal.ts';
import type { UnprovedRow } from '../../shared/ports/stores.ts';

/**
 * Rows that this job ordered and that are not proved either way: later jobs leave them alone. A row
 * of which the job made no renew call is not its business, whatever it is called: what an earlier
 * job left unproved does not become this one's (money rule 8).
 */
export function unprovedRowsOf(journals: readonly Journal[], at: number): UnprovedRow[] {
  return journals.flatMap(({ job, rows, parts }) => {
    const ordered = new Set(parts.flatMap((part) => part.rows));
    return rows.flatMap(({ resourceId, expiry, outcome }, index) =>
      outcome?.outcome === 'needs review' && ordered.has(index)
        ? [{ resourceId, expiryDay: expiry.day, job, at }]
        : [],
    );
  });
}
