import type { ReasonId } from '../reasons/catalogue.ts';
import type { Journal, JournalRow } from '../renewal/journal.ts';

/** The reasons of rows that a person has settled. */
const CHECKED: ReadonlySet<ReasonId> = new Set<ReasonId>([
  'checked-paid',
  'checked-not-paid',
  'checked-renew-again',
]);

/** Whether a person has said what became of the row. */
export function isChecked({ outcome }: Pick<JournalRow, 'outcome'>): boolean {
  return outcome !== null && CHECKED.has(outcome.reason.id);
}

/** Whether the row needs review, and nobody has said yet what became of it. */
export function isUnsettled(row: Pick<JournalRow, 'outcome'>): boolean {
  return row.outcome?.outcome === 'needs review' && !isChecked(row);
}

/** How many rows of a job wait for a person to look at them. */
export function unsettledRows(journals: readonly Journal[]): number {
  return journals.reduce((count, { rows }) => count + rows.filter(isUnsettled).length, 0);
}
