import { isOver, type Job } from './job.ts';
import { dueNotice } from '../notices/notice.ts';
import type { Notices } from '../ports/notices.ts';
import { eachToItsEnd } from '../engine/each-to-its-end.ts';
import { type NoticeSources, readNotice } from './read-notice.ts';

/** What telling people needs. */
export interface TellServices extends NoticeSources {
  readonly notices: Notices;
}

/**
 * Tells people what the state of the job asks for and was not told yet; of a job that is over also
 * the start of the one that has its account now. To be called last, after all that moves jobs and
 * money on: the state comes first, then the notice, then the durable mark that it was told. A crash
 * before the mark makes whoever comes next tell it, at worst once more. Every notice is tried; then
 * the first fault is thrown, so that the message comes back, to nothing but the missing notice.
 */
export async function tellPeople(id: string, services: TellServices): Promise<void> {
  const job = await services.jobs.read(id);
  if (job === null) return;
  await eachToItsEnd([tell, tellOfNext], async (each) => {
    await each(job, services);
  });
}

async function tellOfNext(job: Job, services: TellServices): Promise<void> {
  if (!isOver(job.status)) return;
  const { active } = await services.accounts.read(job.account);
  const next = active === null || active === job.id ? null : await services.jobs.read(active);
  if (next !== null) await tell(next, services);
}

async function tell(job: Job, services: TellServices): Promise<void> {
  const due = dueNotice(job);
  if (due === null) return;
  const notice = await readNotice(job, due.kind, services);
  if (notice === null) return;
  await services.notices.send(notice);
  await services.jobs.markNoticed(job, due.mark);
}
