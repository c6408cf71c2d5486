import type { Job } from '../../shared/jobs/job.ts';
import type { OperateServices } from './operate-services.ts';

/** The job that was meant, or one line that says why it is not clear which. */
export type FoundJob =
  | { readonly kind: 'found'; readonly job: Job }
  | { readonly kind: 'not found'; readonly line: string };

/** How many of an account's newest jobs are looked through for the first characters of an id. */
const NEWEST = 200;

/** Finds a job by its id, or by its first characters among the newest of every account. */
export async function findJob(
  typed: string,
  { jobs, settings }: Pick<OperateServices, 'jobs' | 'settings'>,
): Promise<FoundJob> {
  const exact = await jobs.read(typed);
  if (exact !== null) return { kind: 'found', job: exact };
  const lists = await Promise.all(settings.map(async ({ name }) => await jobs.list(name, NEWEST)));
  const matches = lists.flat().filter(({ id }) => id.startsWith(typed));
  const [only] = matches;
  if (only === undefined) return { kind: 'not found', line: `There is no job ${typed}.` };
  if (matches.length > 1) {
    const ids = matches.map(({ id }) => id).join(', ');
    return { kind: 'not found', line: `Several jobs begin with ${typed}: ${ids}.` };
  }
  const job = await jobs.read(only.id);
  return job === null
    ? { kind: 'not found', line: `There is no job ${typed}.` }
    : { kind: 'found', job };
}
