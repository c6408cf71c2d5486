import type { ReasonId } from '../reasons/catalogue.ts';
import { isOver, type Job } from './job.ts';
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

/**
 * Whether a row of the job may be unsettled, for which its journals have to be read. The totals of
 * one that is over say so; where its results were not written, only its journals know.
 */
export function mayHaveUnsettled({ status, totals, chunkCount }: Job): boolean {
  if (!isOver(status)) return true;
  return totals === null ? chunkCount > 0 : totals.outcomes['needs review'] > 0;
}
