import type { Cloud } from '../../infra/cloud/cloud.ts';
import type { JobReader } from '../../infra/cli/local-run/job-reader.ts';
import { dueAt } from '../../shared/renewal/states/chunk-state.ts';

/**
 * A chunk whose runs break off time and again rests for an hour, which on a machine busy enough may
 * be nobody's doing. Then ops would redrive the job: so does this; with the answers of `operate`.
 */
export async function redriveResting(jobs: JobReader, cloud: Cloud): Promise<void> {
  const soon = Date.now() + 60_000;
  for (const { id, status } of await jobs.jobs()) {
    if (status !== 'running') continue;
    const rests = (await jobs.journals(id)).some(({ work }) => (dueAt(work) ?? 0) > soon);
    // By now the job may be over all the same: then the answer says so.
    if (!rests) continue;
    await cloud.invoke('OperateFunction', { command: 'redrive', job: id, by: 'ops' });
  }
}
