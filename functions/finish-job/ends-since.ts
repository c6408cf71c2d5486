import type { Job } from '../../shared/jobs/job.ts';

/**
 * Since when the job is being ended (epoch milliseconds). One that was suspended for days has old
 * intents, and its first look at them must not be the last: a provider may be busy at that moment.
 */
export function endsSince({ history }: Pick<Job, 'history'>): number {
  return history.findLast(({ event }) => event === 'finishing')?.at ?? 0;
}
