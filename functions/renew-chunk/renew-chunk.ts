import { claimChunk } from '../../shared/engine/claim-chunk.ts';
import type { JournalKeeper } from '../../shared/engine/journal-keeper.ts';
import { expireIfPast } from '../../shared/jobs/expire-job.ts';
import type { Job } from '../../shared/jobs/job.ts';
import type { ChunkMessage } from '../../shared/ports/dispatch.ts';
import { idleRuns } from '../../shared/renewal/journal-view.ts';
import { again, conclude, count } from './conclude.ts';
import { DONE, type RenewEnd, type RenewServices } from './renew-services.ts';
import { runInTurn } from './run-in-turn.ts';

/** Runs in a row that broke off without progress before the chunk is left alone for a while. */
const MOST_FAILURES = 2;
/** Runs in a row that ran out of time with nothing a step on, an hour of them: as failed. */
const MOST_IDLE = 40;
const REST_MS = 3_600_000;
/** After so many rests the chunk is put aside for good: what failed is no passing trouble. */
const MOST_RESTS = 2;

/**
 * Works on one chunk as far as it goes, and says what is to become of its message. Messages of
 * another epoch, or of a job that does not run, are done with unread.
 */
export async function renewChunk(
  message: ChunkMessage,
  received: number,
  services: RenewServices,
): Promise<RenewEnd> {
  const job = await services.jobs.read(message.job);
  if (job === null || job.status !== 'running' || job.epoch !== message.epoch) return DONE;
  if (await expireIfPast(job, services)) return DONE;
  if (isCounted(job, message.chunk, received)) return DONE;
  const claim = await claimChunk(message.job, message.chunk, services);
  switch (claim.kind) {
    case 'absent':
      throw new Error(`chunk ${message.chunk} of job ${message.job} has no journal`);
    case 'busy':
      return again(claim.until, services);
    case 'claimed':
      return await work(job, claim.keeper, message, received, services);
  }
}

async function work(
  job: Job,
  keeper: JournalKeeper,
  message: ChunkMessage,
  received: number,
  services: RenewServices,
): Promise<RenewEnd> {
  const { claims } = keeper.current;
  const fails = claims > MOST_FAILURES || idleRuns(keeper.current) >= MOST_IDLE;
  if (keeper.current.state === 'open' && fails) return await letRest(job, keeper, services);
  if (keeper.current.state === 'open') {
    const claimed = { job, keeper };
    return await runInTurn(
      claimed,
      async (end, worked) => await conclude(worked, end, { message, received }, services),
      services,
    );
  }
  // Finished, or put aside: whoever did it may have died before the chunk was counted.
  await keeper.release();
  return await count(job, keeper, services);
}

/**
 * Begun early and finished before its message came. A message that comes again may be of a run that
 * died before it finished the job.
 */
function isCounted({ finishedChunks, chunkCount }: Job, chunk: number, received: number): boolean {
  const mayBeLast = received > 1 && finishedChunks.length >= chunkCount;
  return finishedChunks.includes(chunk) && !mayBeLast;
}

/**
 * A chunk at which every run fails must not hold up the account's others: the tick tries it again in
 * an hour. One that goes on like that is put aside by `finish-job`, so that the job ends.
 */
async function letRest(
  job: Job,
  keeper: JournalKeeper,
  services: RenewServices,
): Promise<RenewEnd> {
  const { chunk, rests } = keeper.current;
  const aside = rests >= MOST_RESTS;
  await keeper.record({ kind: 'put to rest', until: services.clock() + REST_MS });
  services.log.warn(
    aside ? 'chunk fails each time, put aside' : 'chunk fails each time, left alone for an hour',
    { job: job.id, account: job.account, chunk },
  );
  if (aside) await services.dispatch.finish({ job: job.id, kind: 'aside', chunk }, 0);
  return DONE;
}
