import { isOver, type Job } from './job.ts';
import { apply } from '../renewal/apply.ts';
import type { Journal } from '../renewal/journal.ts';
import { isLeased } from '../renewal/states/chunk-state.ts';
import type { NewId } from '../ports/services.ts';
import type { JournalStore } from '../ports/stores.ts';
import type { StartServices } from './start-job.ts';

/** What became of a wish to send a job's work again. */
export type RedriveEnd =
  /** So many chunks were sent again; of a job whose chunks are all done, its finish. */
  | { readonly kind: 'sent'; readonly job: Job; readonly chunks: number }
  /** It is over, and its results, which could not be written, are tried once more. */
  | { readonly kind: 'results'; readonly job: Job }
  /** A suspended job is resumed rather than redriven, a waiting one has nothing to send. */
  | { readonly kind: 'not running'; readonly job: Job }
  | { readonly kind: 'over'; readonly job: Job }
  | { readonly kind: 'unknown job' };

/** Results that are worth another try. */
const LACKING: ReadonlySet<Job['sheet']> = new Set(['owed', 'rows only', 'none']);

/** What redriving needs. */
export interface RedriveServices extends Pick<
  StartServices,
  'jobs' | 'accounts' | 'dispatch' | 'clock'
> {
  readonly journals: JournalStore;
  readonly newId: NewId;
}

/**
 * Sends the work of a job again from its journals: chunks whose messages were lost or put aside, and
 * those that rest after failing; of a job that is over, its results where they could not be written.
 * Chunks at which somebody works are left to them. Does no harm at
 * any time and any number of times. `by` is for the history.
 */
export async function redriveJob(
  id: string,
  by: string,
  services: RedriveServices,
): Promise<RedriveEnd> {
  const { jobs, journals, dispatch, clock } = services;
  const job = await jobs.read(id);
  if (job === null) return { kind: 'unknown job' };
  if (isOver(job.status)) {
    if (job.planKey === null || !LACKING.has(job.sheet)) return { kind: 'over', job };
    await jobs.note(id, { at: clock(), event: 'redrive', by, note: null });
    await dispatch.finish({ job: id, kind: 'report' }, 0);
    return { kind: 'results', job };
  }
  if (job.status !== 'running' && job.status !== 'finishing') return { kind: 'not running', job };
  await jobs.note(id, { at: clock(), event: 'redrive', by, note: null });
  const { account, epoch, finishedChunks, chunkCount } = job;
  if (job.status === 'finishing' || finishedChunks.length >= chunkCount) {
    await dispatch.finish({ job: id, kind: 'finish', attempt: 0 }, 0);
    return { kind: 'sent', job, chunks: 0 };
  }
  const roused = await rousedChunks(await journals.list(id), services);
  await dispatch.chunks(
    roused.map(({ chunk, version }) => ({
      job: id,
      account,
      chunk,
      epoch,
      turn: 2_000_000 + version,
    })),
  );
  return { kind: 'sent', job, chunks: roused.length };
}

/** Open chunks of which nobody holds the lease, none of them resting any more. */
async function rousedChunks(
  all: readonly Journal[],
  { journals, clock, newId }: RedriveServices,
): Promise<Journal[]> {
  const now = clock();
  const roused: Journal[] = [];
  for (const journal of all) {
    if (journal.state !== 'open' || isLeased(journal.work, now)) continue;
    const next: Journal = {
      ...apply(journal, { kind: 'redriven' }),
      version: journal.version + 1,
      nonce: newId(),
      savedAt: now,
    };
    if ((await journals.save(next)) === 'saved') roused.push(next);
  }
  return roused;
}
