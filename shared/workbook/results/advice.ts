import type { Outcome } from '../../renewal/outcome.ts';
import { say } from '../../reasons/say.ts';
import type { ReportRow, ResultsReport } from './results-report.ts';

/** The same advice for some rows with the same outcome. */
export interface AdviceGroup {
  readonly outcome: Outcome;
  readonly advice: string;
  readonly rows: number;
}

/** Most urgent first: where money may have moved, then what waits for a decision, then the rest. */
const URGENCY: Readonly<Record<Outcome, number>> = {
  'needs review': 0,
  'held: price changed': 1,
  'not renewable': 2,
  invalid: 3,
  'not attempted': 4,
  'not approved': 5,
  'already renewed': 6,
  renewed: 7,
};

/** All advice that the rows carry, once each, the most urgent outcome and then the most rows first. */
export function adviceGroups(rows: readonly ReportRow[]): readonly AdviceGroup[] {
  const groups = new Map<string, { outcome: Outcome; advice: string; rows: number }>();
  for (const { outcome: known } of rows) {
    const { outcome } = known;
    const { advice } = say(known.reason, 'en');
    if (advice === '') continue;
    const key = `${outcome}\n${advice}`;
    const group = groups.get(key) ?? { outcome, advice, rows: 0 };
    group.rows += 1;
    groups.set(key, group);
  }
  return [...groups.values()].sort(
    (a, b) => URGENCY[a.outcome] - URGENCY[b.outcome] || b.rows - a.rows,
  );
}

/**
 * Whether somebody has to look at this very row. Rows that were not attempted or not approved are
 * dealt with together, by resuming the job or approving them, so they would only be clutter.
 */
export function needsAction({ outcome }: ReportRow): boolean {
  switch (outcome.outcome) {
    case 'needs review':
      return true;
    case 'not attempted':
    case 'not approved':
      return false;
    case 'renewed':
    case 'already renewed':
    case 'held: price changed':
    case 'not renewable':
    case 'invalid':
      return say(outcome.reason, 'en').advice !== '';
  }
}

/**
 * Whether a person can say of this row what became of it: only once the job is over, for until then
 * it may find out by itself.
 */
export function canBeSettled({ status }: ResultsReport, { row, outcome }: ReportRow): boolean {
  return status !== 'suspended' && outcome.outcome === 'needs review' && row.resourceId !== null;
}

function expiryKey({ row }: ReportRow): string {
  return row.expiry === null ? '~' : `${row.expiry.day} ${row.expiry.time ?? '00:00:00'}`;
}

/** Orders rows by their approved expiry, the soonest first, unreadable ones last, else as uploaded. */
export function compareExpiry(a: ReportRow, b: ReportRow): number {
  const [left, right] = [expiryKey(a), expiryKey(b)];
  if (left === right) return a.row.position - b.row.position;
  return left < right ? -1 : 1;
}
