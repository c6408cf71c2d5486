import { actionRows, stepsFor } from '../results/advice.ts';
import { compareExpiry } from '../results/attention.ts';
import type { ReportRow, ResultsReport } from '../results/results-report.ts';
import type { AgainRow } from './again-row.ts';

/** A row that waits for a person, with what to do first. */
export interface ReviewRow extends AgainRow {
  readonly result: ReportRow;
  readonly step: string;
}

/** Whether a job is over and has carried its file out as far as it went. */
function isCarriedOut({ status }: Pick<ResultsReport, 'status'>): boolean {
  switch (status) {
    case 'done':
    case 'cancelled':
    case 'expired':
      return true;
    // It goes on by itself once it is resumed: a second job would only stand in its way.
    case 'suspended':
    // Nothing of it was carried out: the file itself is to be corrected.
    case 'rejected':
      return false;
  }
}

function retryRow({ row, outcome, price = null }: ReportRow): AgainRow | null {
  if (row.verdict !== null) return null;
  switch (outcome.outcome) {
    case 'held: price changed':
      return { row, price, approved: false };
    case 'not attempted':
      return { row, price: null, approved: true };
    case 'renewed':
    case 'already renewed':
    case 'not renewable':
    case 'invalid':
    case 'not approved':
    case 'needs review':
      return null;
  }
}

/**
 * The rows of a job that are worth another try as they are: those to be approved anew first, at what
 * they cost now, then those whose approval goes on holding; each by the soonest expiry.
 */
export function retryRows(report: ResultsReport): readonly AgainRow[] {
  if (!isCarriedOut(report)) return [];
  return report.rows
    .toSorted(compareExpiry)
    .flatMap((each) => retryRow(each) ?? [])
    .toSorted((a, b) => Number(a.approved) - Number(b.approved));
}

/** The rows that wait for a person, in the order of the sheet "Needs action". Nothing of them is approved. */
export function reviewRows(report: ResultsReport): readonly ReviewRow[] {
  if (!isCarriedOut(report)) return [];
  const rows = actionRows(report).filter((each) => retryRow(each) === null);
  const stepOf = stepsFor(report, rows);
  return rows.map((each) => ({
    row: each.row,
    price: null,
    approved: false,
    result: each,
    step: stepOf(each),
  }));
}
