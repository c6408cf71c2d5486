import { tell } from '../../phrases/phrase.ts';
import { ON_SHEETS } from '../../phrases/sheet-phrases.ts';
import { isSameReason } from '../../reasons/reason.ts';
import { numbered, reviewSteps, reviewSubject } from '../../reasons/review-steps.ts';
import { say } from '../../reasons/say.ts';
import type { ReportRow, ResultsReport } from './results-report.ts';
import { compareExpiry, needsPerson } from './attention.ts';

/**
 * Whether the row stands on the sheet "Needs action". Rows that were not attempted are dealt with
 * together, by resuming the job or dropping them again, so they would only be clutter there: the
 * Summary counts them.
 */
function isListed(row: ReportRow): boolean {
  return needsPerson(row) && row.outcome.outcome !== 'not attempted';
}

/** Rows that need review next to the first one of the same order; all others stay where they are. */
function byOrder(rows: readonly ReportRow[]): readonly ReportRow[] {
  const groups = new Map<string, ReportRow[]>();
  for (const [at, each] of rows.entries()) {
    const { outcome, order } = each.outcome;
    const key = outcome === 'needs review' && order !== null ? `order ${order}` : `row ${at}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].flat();
}

/**
 * The rows of the sheet "Needs action": the soonest expiry first and rows without a readable one last;
 * rows that need review stand together by their order, for one look and one answer do for all of them.
 */
export function actionRows({ rows }: Pick<ResultsReport, 'rows'>): readonly ReportRow[] {
  return byOrder(rows.filter(isListed).toSorted(compareExpiry));
}

/**
 * Whether a person can say of this row what became of it: only once the job is over, for until then
 * it may find out by itself.
 */
export function canBeSettled({ status }: ResultsReport, { row, outcome }: ReportRow): boolean {
  return status !== 'suspended' && outcome.outcome === 'needs review' && row.resourceId !== null;
}

/**
 * What to do next, by row. Of a row that can be settled every step of it, each in a line of its own; of
 * several rows of one order only at the first one, since one look and one answer do for all of them.
 */
export function stepsFor(
  report: ResultsReport,
  rows: readonly ReportRow[],
): (each: ReportRow) => string {
  const { language } = report;
  const firsts = new Map<string, ReportRow>();
  for (const each of rows) {
    const { order } = each.outcome;
    if (order !== null && canBeSettled(report, each) && !firsts.has(order)) firsts.set(order, each);
  }
  return (each) => {
    const { row, outcome } = each;
    const { advice } = say(outcome.reason, language);
    if (!canBeSettled(report, each)) return advice;
    const subject = reviewSubject(outcome.order, row.resourceId ?? '');
    const first = subject.kind === 'order' ? firsts.get(subject.order) : undefined;
    if (
      first !== undefined &&
      first !== each &&
      isSameReason(first.outcome.reason, outcome.reason)
    ) {
      return tell(ON_SHEETS.theSameOrder, language, { line: String(first.row.line) });
    }
    return numbered(reviewSteps(report.job, subject, advice, language));
  };
}
