import { eachToItsEnd } from '../../shared/engine/each-to-its-end.ts';
import { dueReminder, mayBeReminded } from '../../shared/jobs/due-reminder.ts';
import { type Job, resultsOf } from '../../shared/jobs/job.ts';
import { noticeFactsOf, sheetOf } from '../../shared/jobs/read-notice.ts';
import { unsettledRows } from '../../shared/jobs/unsettled-rows.ts';
import type { TellServices } from '../../shared/jobs/tell-people.ts';
import { openRows } from '../../shared/renewal/books/open-rows.ts';
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
 * Reminds people of approvals that are about to end with rows open, and of rows that nobody has
 * settled. The reminder comes first, then the mark that it was given: after a crash in between it
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
  const due = dueReminder(job, { open: open.rows, unsettled }, clock());
  if (due === null) return;
  const { validUntil } = job;
  const facts = noticeFactsOf(job);
  await notices.send(
    due.kind === 'approval ends'
      ? { ...facts, kind: due.kind, open, status: job.status, validUntil: validUntil ?? clock() }
      : { ...facts, kind: due.kind, unsettled, resultsKey: resultsOf(job), sheet: sheetOf(job) },
  );
  await jobs.markReminded(job, due.mark);
}
