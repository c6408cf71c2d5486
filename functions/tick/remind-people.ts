import { eachToItsEnd } from '../../shared/engine/each-to-its-end.ts';
import { dueReminder, mayBeReminded, type ReminderKind } from '../../shared/jobs/due-reminder.ts';
import { type Job, resultsOf } from '../../shared/jobs/job.ts';
import { noticeFactsOf, sheetOf } from '../../shared/jobs/read-notice.ts';
import { unsettledRows } from '../../shared/jobs/unsettled-rows.ts';
import type { TellServices } from '../../shared/jobs/tell-people.ts';
import { isLong, type JobWait, waitOf } from '../../shared/jobs/job-waits.ts';
import { openRows, type RowSum } from '../../shared/renewal/books/open-rows.ts';
import type { Notice } from '../../shared/notices/notice.ts';
import type { Clock } from '../../shared/ports/services.ts';

/** What reminding people needs. */
export interface RemindServices extends TellServices {
  readonly clock: Clock;
  /** The accounts of the settings. */
  readonly accountNames: readonly string[];
}

/** The newest jobs of an account that are looked at: more than are dropped within a week. */
const MOST = 50;

/**
 * Reminds people of approvals that are about to end with rows open, of jobs that come no step on, and
 * of rows that nobody has settled. The reminder comes first, then the mark that it was given: after a crash in between it
 * comes once more.
 */
export async function remindPeople(services: RemindServices): Promise<void> {
  const { jobs, accountNames, clock } = services;
  await eachToItsEnd(accountNames, async (account) => {
    const recent = (await jobs.list(account, MOST)).filter((job) => mayBeReminded(job, clock()));
    await eachToItsEnd(recent, async (job) => {
      await remind(job, services);
    });
  });
}

async function remind(listed: Job, services: RemindServices): Promise<void> {
  const { jobs, journals, notices, clock } = services;
  // A list may be behind, and the mark of the last reminder with it.
  const job = await jobs.read(listed.id);
  if (job === null) return;
  const read = await journals.list(job.id);
  const open = openRows(read);
  const unsettled = unsettledRows(read);
  const wait = waitOf(job, read, clock());
  const still = wait !== null && isLong(wait, clock()) ? wait : null;
  const left = { open: open.rows, unsettled, stillSince: still?.since ?? null };
  const due = dueReminder(job, left, clock());
  if (due === null) return;
  await notices.send(noticeOf(job, due.kind, { open, unsettled, still }, clock()));
  await jobs.markReminded(job, due.mark);
}

function noticeOf(
  job: Job,
  kind: ReminderKind,
  rows: { readonly open: RowSum; readonly unsettled: number; readonly still: JobWait | null },
  now: number,
): Notice {
  const facts = noticeFactsOf(job);
  const { open, unsettled, still } = rows;
  switch (kind) {
    case 'approval ends':
      return { ...facts, kind, open, status: job.status, validUntil: job.validUntil ?? now };
    case 'no progress':
      if (still === null) throw new Error(`job ${job.id} waits for nothing`);
      return { ...facts, kind, open, status: job.status, wait: still };
    case 'rows unsettled':
      return { ...facts, kind, unsettled, resultsKey: resultsOf(job), sheet: sheetOf(job) };
  }
}
