import type { Account } from '../../shared/settings/account.ts';
import type { Job } from '../../shared/jobs/job.ts';
import { type ClaimServices, claimChunk } from '../../shared/engine/claim-chunk.ts';
import type { ChunkWork } from '../../shared/engine/chunk-work.ts';
import { answersElsewhere } from '../../shared/engine/answers-elsewhere.ts';
import { expireIfPast } from '../../shared/jobs/expire-job.ts';
import type { JournalKeeper } from '../../shared/engine/journal-keeper.ts';
import { type ChunkEnd, runChunk } from '../../shared/engine/run-chunk.ts';
import type { ChunkMessage, Dispatch } from '../../shared/ports/dispatch.ts';
import type { Log } from '../../shared/ports/log.ts';
import type { JobStore } from '../../shared/ports/stores.ts';
import { chargesRead } from '../../shared/renewal/rules/first-payment.ts';
import { type Reason, reason } from '../../shared/reasons/reason.ts';
import { instantText } from '../../shared/notices/notice-words.ts';
import { silenceOfProvider } from '../../shared/renewal/rules/silences.ts';

/** What renewing a chunk needs. */
export interface RenewServices extends ClaimServices {
  readonly jobs: JobStore;
  readonly dispatch: Dispatch;
  readonly log: Log;
  readonly settings: (account: string) => Account;
  readonly workOn: (job: Job, account: Account, keeper: JournalKeeper) => Promise<ChunkWork>;
}

/** What becomes of the message: done with, or to come back after some seconds. */
export type RenewEnd =
  { readonly kind: 'done' } | { readonly kind: 'again'; readonly seconds: number };

const DONE: RenewEnd = { kind: 'done' };

/** How often a message is let come back for a chunk that must wait; then the tick sends it anew. */
const MOST_RECEIVES = 3;

/** So often a chunk goes on as soon as it can; then the pauses grow. */
const PATIENT_WAITS = 20;

/** Runs in a row that broke off without progress before the chunk is left alone for a while. */
const MOST_FAILURES = 2;
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
  if (keeper.current.state === 'open' && keeper.current.claims > MOST_FAILURES) {
    return await letRest(job, keeper, services);
  }
  if (keeper.current.state === 'open') {
    const chunkWork = await services.workOn(job, services.settings(job.account), keeper);
    const end = await runChunk(chunkWork);
    services.log.info('chunk worked on', {
      job: job.id,
      account: job.account,
      chunk: message.chunk,
      end: end.kind,
      open: keeper.current.rows.filter(({ outcome }) => outcome === null).length,
    });
    return await conclude(chunkWork, end, message, received, services);
  }
  // Finished, or put aside: whoever did it may have died before the chunk was counted.
  await keeper.release();
  return await count(job, keeper, services);
}

async function conclude(
  work: ChunkWork,
  end: ChunkEnd,
  message: ChunkMessage,
  received: number,
  services: RenewServices,
): Promise<RenewEnd> {
  const { job, keeper } = work;
  switch (end.kind) {
    case 'finished':
      await keeper.record({ kind: 'finished' });
      return await count(job, keeper, services);
    case 'suspend':
      await keeper.release();
      return await suspend(job, end.reason, services);
    case 'reject':
      await keeper.release();
      return await reject(job, end.reason, services);
    case 'later':
      return (
        (await suspendIfSilent(work, services)) ??
        (await goOnLater(keeper, end.at, received, services))
      );
    case 'out of time':
      return (await suspendIfSilent(work, services)) ?? (await goOn(keeper, message, services));
    case 'no longer running':
      await keeper.release();
      return DONE;
  }
}

/**
 * Where the provider itself gives no answer, a person is to know, and nothing is given up for that
 * (money rule 11). One that answers about something else is silent about an id only. Null: go on.
 */
async function suspendIfSilent(work: ChunkWork, services: RenewServices): Promise<RenewEnd | null> {
  const { keeper, job, account } = work;
  const silence = silenceOfProvider(keeper.current, services.clock());
  if (silence === null || work.outOfTime()) return null;
  if (await answersElsewhere(work, silence)) {
    await keeper.record({ kind: 'heard elsewhere', at: services.clock() });
    return null;
  }
  if (account.whenSilent === 'continue') return null;
  await keeper.release();
  const { since, said } = silence;
  const why = reason('provider-silent', { since: instantText(since), said });
  return await suspend(job, why, services);
}

/** What goes on as it is for long is asked less and less often, at last every quarter of an hour. */
async function goOnLater(
  keeper: JournalKeeper,
  at: number,
  received: number,
  services: RenewServices,
): Promise<RenewEnd> {
  const waits = keeper.current.waits + 1;
  const minutes = Math.min(15, waits - PATIENT_WAITS);
  const next = minutes <= 0 ? at : Math.max(at, services.clock() + minutes * 60_000);
  await keeper.record({ kind: 'backed off', until: next });
  return received < MOST_RECEIVES ? again(next, services) : DONE;
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

/** Counts the chunk on the job, and finishes the job with the last one. Both may be done again. */
async function count(
  job: Job,
  { current }: JournalKeeper,
  services: RenewServices,
): Promise<RenewEnd> {
  const finished = await services.jobs.finishChunk(job.id, current.chunk, chargesRead(current));
  if (finished === job.chunkCount) {
    await services.dispatch.finish({ job: job.id, kind: 'finish', attempt: 0 }, 0);
  }
  return DONE;
}

async function suspend(job: Job, reason: Reason, services: RenewServices): Promise<RenewEnd> {
  const suspended = await services.jobs.move(job.id, {
    from: ['running'],
    epoch: job.epoch,
    to: 'suspended',
    at: services.clock(),
    set: { reason },
  });
  if (suspended !== null) {
    services.log.warn('job suspended', {
      job: job.id,
      account: job.account,
      reason: reason.id,
    });
    await services.dispatch.finish({ job: job.id, kind: 'interim', attempt: 0 }, 0);
  }
  return DONE;
}

async function reject(job: Job, reason: Reason, services: RenewServices): Promise<RenewEnd> {
  await services.jobs.move(job.id, {
    from: ['running'],
    epoch: job.epoch,
    to: 'finishing',
    at: services.clock(),
    set: { reason, ending: 'rejected' },
  });
  await services.dispatch.finish({ job: job.id, kind: 'finish', attempt: 0 }, 0);
  return DONE;
}

async function goOn(
  keeper: JournalKeeper,
  message: ChunkMessage,
  services: RenewServices,
): Promise<RenewEnd> {
  await keeper.record({ kind: 'continued' });
  const turn = keeper.current.continuations;
  await services.dispatch.chunks([{ ...message, turn }]);
  return DONE;
}

function again(at: number, { clock }: RenewServices): RenewEnd {
  const seconds = Math.min(900, Math.max(1, Math.ceil((at - clock()) / 1000)));
  return { kind: 'again', seconds };
}
