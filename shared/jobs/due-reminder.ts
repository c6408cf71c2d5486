import type { Job } from './job.ts';
import { isOver } from './job.ts';
import { mayHaveUnsettled } from './unsettled-rows.ts';

/** Of what people are reminded. */
export type ReminderKind = 'approval ends' | 'rows unsettled';

/** A reminder that is due, and the mark that says that it was given. */
export interface DueReminder {
  readonly kind: ReminderKind;
  readonly mark: string;
}

/** What of a job's rows a reminder goes by. */
export interface RowsLeft {
  /** Rows that are neither paid nor decided. */
  readonly open: number;
  /** Rows that need review, of which nobody has said what became of them. */
  readonly unsettled: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How long before its end an approval is told of: a working day, and the last chance to act. */
const BEFORE_END = [24 * HOUR, 4 * HOUR] as const;

/** Once a day for a week, and then nobody is nagged on, though other jobs pass over such a row until it is settled. */
const MOST_DAYS = 7;

/**
 * What people are to be reminded of now; null where that is nothing, or was done. Before an approval
 * ends, twice at most; while rows that need review are unsettled, once a day and seven times at most.
 * What was missed is not made up for: only the latest reminder is given. `now` in epoch milliseconds.
 */
export function dueReminder(job: Job, rows: RowsLeft, now: number): DueReminder | null {
  const due = isOver(job.status) ? unsettled(job, rows, now) : approvalEnds(job, rows, now);
  return due === null || due.mark === job.reminded ? null : due;
}

/** Only of jobs of which more could be paid; of a suspended one it is the person who is reminded. */
function approvalEnds(
  { status, validUntil }: Job,
  { open }: RowsLeft,
  now: number,
): DueReminder | null {
  if (status !== 'running' && status !== 'suspended') return null;
  if (validUntil === null || open === 0 || now >= validUntil) return null;
  const passed = BEFORE_END.filter((before) => now >= validUntil - before);
  return passed.length === 0 ? null : { kind: 'approval ends', mark: `approval#${passed.length}` };
}

/** The day of its end is told of by its own notice. */
function unsettled({ endedAt }: Job, rows: RowsLeft, now: number): DueReminder | null {
  if (endedAt === null || rows.unsettled === 0) return null;
  const days = Math.floor((now - endedAt) / DAY);
  return days < 1 || days > MOST_DAYS
    ? null
    : { kind: 'rows unsettled', mark: `unsettled#${days}` };
}

/** Whether a reminder may be due at all, for which its rows have to be read. */
export function mayBeReminded(job: Job, now: number): boolean {
  const unknown = { open: 1, unsettled: 1 };
  return mayHaveUnsettled(job) && dueReminder(job, unknown, now) !== null;
}
