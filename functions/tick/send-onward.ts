import { dueAt, isLeased } from '../../shared/renewal/states/chunk-state.ts';
import type { Job } from '../../shared/jobs/job.ts';
import { openChunks, sendAll } from '../../shared/jobs/start-job.ts';
import type { Dispatch } from '../../shared/ports/dispatch.ts';
import type { Log } from '../../shared/ports/log.ts';
import type { Clock } from '../../shared/ports/services.ts';
import type { JournalStore } from '../../shared/ports/stores.ts';

/** What sending the chunks of a running job on needs. */
export interface OnwardServices {
  readonly journals: JournalStore;
  readonly dispatch: Dispatch;
  readonly log: Log;
  readonly clock: Clock;
}

/** Chunks of which nothing was written for so long have lost their messages: longer than their visibility. */
const QUIET_MS = 15 * 60_000;

/**
 * Sends the chunks of a running job for which no message stands: those whose time to go on has come,
 * and those that went quiet. With every chunk finished it is the finish message that was lost.
 */
export async function sendOnward(job: Job, services: OnwardServices): Promise<void> {
  const now = services.clock();
  const journals = await services.journals.list(job.id);
  const open = openChunks(job);
  const resting = journals.filter(
    ({ chunk, state, work }) => open.includes(chunk) && state === 'open' && dueAt(work) !== null,
  );
  const rest = new Set(resting.map(({ chunk }) => chunk));
  // Those that rest must not hide a chunk whose own message was lost.
  const others = open.filter((chunk) => !rest.has(chunk));
  const writes = journals.filter(({ chunk }) => !rest.has(chunk)).map(({ savedAt }) => savedAt);
  const lastWrite = Math.max(job.activeAt ?? 0, ...writes);
  const worked = journals.some(({ work }) => isLeased(work, now));
  const allRest = others.length === 0 && resting.length > 0;
  if (!allRest && !worked && now - lastWrite > QUIET_MS) {
    services.log.warn('chunks went quiet, sending them again', {
      job: job.id,
      account: job.account,
      chunks: others,
    });
    await sendAll(job, services.dispatch, others);
  }
  await services.dispatch.chunks(
    resting
      .filter(({ work }) => (dueAt(work) ?? Infinity) <= now)
      .map(({ chunk, version }) => ({
        job: job.id,
        account: job.account,
        chunk,
        epoch: job.epoch,
        // Another one for each state of the journal, so that no resend is swallowed as a repeat.
        turn: 1_000_000 + version,
      })),
  );
}
