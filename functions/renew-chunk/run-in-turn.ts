import type { ChunkBefore } from '../../shared/engine/chunk-before.ts';
import type { ChunkWork } from '../../shared/engine/chunk-work.ts';
import { claimChunk } from '../../shared/engine/claim-chunk.ts';
import { type ChunkEnd, runChunk } from '../../shared/engine/run-chunk.ts';
import type { Journal } from '../../shared/renewal/journal.ts';
import { nothingLeftToDo, nothingLeftToOrder } from '../../shared/renewal/journal-view.ts';
import { doubtfulSince } from '../../shared/renewal/rules/doubtful-calls.ts';
import { type ClaimedChunk, concludeEarly } from './conclude.ts';
import type { RenewServices } from './renew-services.ts';

/** A chunk to run, and the one that it was begun behind. */
interface InTurn extends ClaimedChunk {
  readonly before?: ChunkBefore;
}

/**
 * Runs a chunk and concludes it, and begins the job's next one meanwhile: its rows are looked at
 * while this one is paid, ordered while this one is confirmed, and paid once this one is done with.
 * So the answers that one waits for hold up no call of the other, and still never two chunks pay at
 * a time. Returns how this one was concluded, once the others have come to their end, too.
 */
export async function runInTurn<Concluded>(
  { job, keeper, before }: InTurn,
  conclude: (end: ChunkEnd, work: ChunkWork) => Promise<Concluded>,
  services: RenewServices,
): Promise<Concluded> {
  const work = {
    ...(await services.workOn(job, services.settings(job.account), keeper)),
    before,
  };
  const own = runToItsEnd(work, conclude, services);
  const done = own.then(
    ({ end }) => end.kind === 'finished',
    () => false,
  );
  const [run, next] = await Promise.allSettled([own, runNext(work, done, services)]);
  if (run.status === 'rejected') throw run.reason;
  if (next.status === 'rejected') throw next.reason;
  return run.value.concluded;
}

async function runToItsEnd<Concluded>(
  work: ChunkWork,
  conclude: (end: ChunkEnd, work: ChunkWork) => Promise<Concluded>,
  { log }: RenewServices,
): Promise<{ readonly end: ChunkEnd; readonly concluded: Concluded }> {
  const { job, keeper } = work;
  const end = await runChunk(work);
  log.info('chunk worked on', {
    job: job.id,
    account: job.account,
    chunk: keeper.current.chunk,
    end: end.kind,
    open: keeper.current.rows.filter(({ outcome }) => outcome === null).length,
  });
  return { end, concluded: await conclude(end, work) };
}

/** `done`: whether the chunk came to its end and was counted. */
async function runNext(
  work: ChunkWork,
  done: Promise<boolean>,
  services: RenewServices,
): Promise<void> {
  const reached = async (holds: (journal: Journal) => boolean): Promise<boolean> => {
    const clear = (journal: Journal): boolean => holds(journal) && doubtfulSince(journal) === null;
    return await Promise.race([work.keeper.until(clear), done]);
  };
  if (!(await reached(nothingLeftToOrder))) return;
  const next = await claimNext(work, services);
  if (next === null) return;
  await runInTurn(
    { ...next, before: { paid: reached(nothingLeftToDo), done } },
    async (end) => {
      await concludeEarly(next, end, services);
    },
    services,
  );
}

/** Null: there is none, the job does not go on, or the chunk is no longer as it was planned. */
async function claimNext(
  { job: { id, epoch, chunkCount }, keeper }: ChunkWork,
  services: RenewServices,
): Promise<ClaimedChunk | null> {
  const chunk = keeper.current.chunk + 1;
  if (chunk >= chunkCount) return null;
  const job = await services.jobs.read(id);
  if (job?.status !== 'running' || job.epoch !== epoch) return null;
  if (job.validUntil !== null && job.validUntil <= services.clock()) return null;
  const journal = await services.journals.read(id, chunk);
  // Whatever has happened to it before, its own message deals with that.
  if (journal?.version !== 0) return null;
  const claim = await claimChunk(id, chunk, services);
  return claim.kind === 'claimed' ? { job, keeper: claim.keeper } : null;
}
