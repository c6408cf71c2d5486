import { isOver } from '../../shared/jobs/job.ts';
import { progressOf } from '../../shared/jobs/job-progress.ts';
import type { OperateAnswer } from '../../shared/messages/operate-answer.ts';
import { noAccountLine } from './answer-line.ts';
import type { OperateServices } from './operate-services.ts';
import { currencyOf, viewOf } from './show-job.ts';

/** The newest jobs that are listed for each account. */
const MOST = 20;

/** The newest jobs of one account or of all, the newest first. */
export async function listJobs(
  account: string | null,
  { jobs, journals, settings }: Pick<OperateServices, 'jobs' | 'journals' | 'settings'>,
): Promise<OperateAnswer> {
  const names = settings.map(({ name }) => name);
  if (account !== null && !names.includes(account)) {
    return { ok: false, line: noAccountLine(account, settings) };
  }
  const wanted = account === null ? names : [account];
  const lists = await Promise.all(wanted.map(async (name) => await jobs.list(name, MOST)));
  const found = lists.flat().toSorted((a, b) => b.createdAt - a.createdAt);
  const open = found.filter(({ endedAt }) => endedAt === null).length;
  const line =
    found.length === 0
      ? 'No job yet.'
      : `${found.length === 1 ? '1 job' : `${found.length} jobs`}, ${open === 0 ? 'all over' : `${open} not over`}.`;
  const views = found.map(async (job) => {
    // Of each account one job at most is under way.
    const underWay = !isOver(job.status) && job.activeAt !== null;
    return underWay
      ? viewOf(job, progressOf(job, await journals.list(job.id), currencyOf(job, settings)))
      : viewOf(job);
  });
  return { ok: true, line, jobs: await Promise.all(views) };
}
