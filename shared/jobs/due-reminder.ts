import type { Job } from './job.ts';
import { isOver } from './job.ts';
import { mayHaveUnsettled } from './unsettled-rows.ts';

/** Of what people are reminded. */
export type ReminderKind = 'approval ends' | 'no progress' | 'rows unsettled';

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
  /** Since when nothing of it came on, where nobody would expect it to wait so long; null: it goes on. */
  readonly stillSince: number | null;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How long before its end an approval is told of: a working day, and the last chance to act. */
const BEFORE_END = [24 * HOUR, 4 * HOUR] as const;

/** Once a day for a week, and then nobody is nagged on, though other jobs pass over such a row until it is settled. */
const MOST_DAYS = 7;

/**
 * What people are to be reminded of now; null where that is nothing, or was done. Before an approval
 * ends, twice at most; when nothing has moved for a quarter of an hour; while rows that need review are unsettled, once a day and seven times at most.
 * What was missed is not made up for: only the latest reminder is given. `now` in epoch milliseconds.
 */
export function dueReminder(job: Job, rows: RowsLeft, now: number): DueReminder | null {
  if (isOver(job.status)) {
    const due = unsettled(job, rows, now);
    return due === null || due.mark === job.reminded ? null : due;
  }
  const known = (job.reminded ?? '').split(' ').filter((mark) => mark !== '');
  const due = [approvalEnds(job, rows, now), noProgress(rows)].find(
    (one) => one !== null && !known.includes(one.mark),
  );
  if (due === undefined || due === null) return null;
  // Of each kind the last one is remembered, so that neither is told again for the other.
  const others = known.filter((mark) => kindOf(mark) !== kindOf(due.mark));
  return { ...due, mark: [...others, due.mark].join(' ') };
}

function kindOf(mark: string): string {
  return mark.slice(0, mark.indexOf('#'));
}

/** However often it stands still, people are told of that once in so long. */
const STILL_MS = 4 * HOUR;

function noProgress({ stillSince }: RowsLeft): DueReminder | null {
  if (stillSince === null) return null;
  return { kind: 'no progress', mark: `still#${Math.floor(stillSince / STILL_MS)}` };
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

/** Whether something of the job should come on by itself. */
function isAtWork({ status }: Job): boolean {
  return status === 'planning' || status === 'running' || status === 'finishing';
}

/** Whether a reminder may be due at all, for which its rows have to be read. */
export function mayBeReminded(job: Job, now: number): boolean {
  // Whether anything moves is not seen by the job alone.
  if (isAtWork(job)) return true;
  const unknown = { open: 1, unsettled: 1, stillSince: null };
  return mayHaveUnsettled(job) && dueReminder(job, unknown, now) !== null;
}
