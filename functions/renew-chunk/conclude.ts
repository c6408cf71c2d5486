import { answersElsewhere } from '../../shared/engine/answers-elsewhere.ts';
import type { ChunkWork } from '../../shared/engine/chunk-work.ts';
import type { ChunkEnd } from '../../shared/engine/run-chunk.ts';
import type { JournalKeeper } from '../../shared/engine/journal-keeper.ts';
import type { Job } from '../../shared/jobs/job.ts';
import type { ChunkMessage } from '../../shared/ports/dispatch.ts';
import { instantText } from '../../shared/notices/notice-words.ts';
import { type Reason, reason } from '../../shared/reasons/reason.ts';
import { silenceOfProvider } from '../../shared/renewal/rules/silences.ts';
import { chargesRead } from '../../shared/renewal/rules/first-payment.ts';
import { DONE, type RenewEnd, type RenewServices } from './renew-services.ts';

/** A chunk in our hands, with its job as it stood then. */
export interface ClaimedChunk {
  readonly job: Job;
  readonly keeper: JournalKeeper;
}

/** The message of a chunk, and how often it was received. */
export interface Delivery {
  readonly message: ChunkMessage;
  readonly received: number;
}

/** How often a message is let come back for a chunk that must wait; then the tick sends it anew. */
const MOST_RECEIVES = 6;

/** So often a chunk goes on as soon as it can; then the pauses grow. */
const PATIENT_WAITS = 20;

/** Does what the end of the run at a chunk asks for, and says what becomes of its message. */
export async function conclude(
  work: ChunkWork,
  end: ChunkEnd,
  { message, received }: Delivery,
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
  const why = reason('provider-silent', { since: instantText(since, account.expiryZone), said });
  return await suspend(job, why, services);
}

/**
 * The same of a chunk that was begun before its message came: where it has not come to its end, it is
 * left to that message.
 */
export async function concludeEarly(
  { job, keeper }: ClaimedChunk,
  end: ChunkEnd,
  services: RenewServices,
): Promise<void> {
  switch (end.kind) {
    case 'finished':
      await keeper.record({ kind: 'finished' });
      await count(job, keeper, services);
      return;
    case 'suspend':
      await keeper.release();
      await suspend(job, end.reason, services);
      return;
    case 'reject':
    case 'later':
    case 'out of time':
    case 'no longer running':
      await keeper.release();
  }
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

/** Counts a chunk on the job, and finishes the job with the last one. Both may be done again. */
export async function count(
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
  await keeper.record({ kind: 'continued', idle: !keeper.moved });
  const turn = keeper.current.continuations;
  await services.dispatch.chunks([{ ...message, turn }]);
  return DONE;
}

export function again(at: number, { clock }: RenewServices): RenewEnd {
  const seconds = Math.min(900, Math.max(1, Math.ceil((at - clock()) / 1000)));
  return { kind: 'again', seconds };
}
