import type { Job } from '../../shared/jobs/job.ts';
import { mayHaveUnsettled } from '../../shared/jobs/unsettled-rows.ts';
import type { Journal } from '../../shared/renewal/journal.ts';
import type { OperateAnswer } from '../../shared/messages/operate-answer.ts';
import { noAccountLine } from './answer-line.ts';
import { currencyOf, viewOf } from './job-view.ts';
import type { OperateServices } from './operate-services.ts';

/** The newest jobs that are listed for each account. */
const MOST = 20;

type ListServices = Pick<OperateServices, 'jobs' | 'journals' | 'settings' | 'clock'>;

/** The newest jobs of one account or of all, the newest first. */
export async function listJobs(
  account: string | null,
  services: ListServices,
): Promise<OperateAnswer> {
  const { jobs, settings, clock } = services;
  const names = settings.map(({ name }) => name);
  if (account !== null && !names.includes(account)) {
    return { ok: false, line: noAccountLine(account, settings) };
  }
  const wanted = account === null ? names : [account];
  const lists = await Promise.all(wanted.map(async (name) => await jobs.list(name, MOST)));
  const found = lists.flat().toSorted((a, b) => b.createdAt - a.createdAt);
  const views = await Promise.all(
    found.map(async (job) =>
      viewOf({
        job,
        journals: await journalsOf(job, services),
        currency: currencyOf(job, settings),
        now: clock(),
      }),
    ),
  );
  const open = found.filter(({ endedAt }) => endedAt === null).length;
  const urgent = views.filter(({ attention }) => attention !== null).length;
  return { ok: true, line: lineOf(found.length, open, urgent), jobs: views };
}

/** Of a job that is over only where they tell more than its totals: there may be many jobs. */
async function journalsOf(job: Job, { journals }: ListServices): Promise<readonly Journal[]> {
  return mayHaveUnsettled(job) ? await journals.list(job.id) : [];
}

function lineOf(all: number, open: number, urgent: number): string {
  if (all === 0) return 'No job yet.';
  const jobs = all === 1 ? '1 job' : `${all} jobs`;
  const over = open === 0 ? 'all over' : `${open} not over`;
  const look =
    urgent === 0 ? '' : `; ${urgent === 1 ? '1 needs' : `${urgent} need`} somebody's attention`;
  return `${jobs}, ${over}${look}.`;
}
