import type { Job } from './job.ts';
import { lookAtApproval } from './look-at-approval.ts';
import type { Dispatch } from '../ports/dispatch.ts';
import type { Approvals } from '../ports/files.ts';
import type { Clock } from '../ports/services.ts';
import type { AccountStore, JobStore } from '../ports/stores.ts';

/** What starting a job needs. */
export interface StartServices {
  readonly jobs: JobStore;
  readonly accounts: AccountStore;
  readonly dispatch: Dispatch;
  readonly clock: Clock;
  readonly approvals: Approvals;
  /** Days a job stays valid, by account. */
  readonly validityDays: (account: string) => number;
}

/**
 * Puts a planned job in the account's line and starts it when it is its turn, if its file still
 * stands then; where that cannot be seen, or the account is held, it is suspended. Every step may be
 * made again: a job that runs already gets its messages once more, which do no harm.
 */
export async function startJob(job: Job, services: StartServices): Promise<void> {
  const line = await services.accounts.enlist(job.account, job.id);
  if (line.active !== job.id) return;
  const look =
    job.status === 'waiting' ? await lookAtApproval(job, services) : ({ kind: 'stands' } as const);
  if (look.kind === 'withdrawn') return;
  const obstacle = look.kind === 'not visible' ? look.reason : line.held;
  const now = services.clock();
  const times = {
    activeAt: now,
    validUntil: now + services.validityDays(job.account) * 86_400_000,
  };
  const started = await services.jobs.move(
    job.id,
    obstacle === undefined
      ? { from: ['waiting'], to: 'running', at: now, set: times }
      : { from: ['waiting'], to: 'suspended', at: now, set: { ...times, reason: obstacle } },
  );
  const running = started ?? (await services.jobs.read(job.id));
  if (running?.status === 'running') await sendAll(running, services.dispatch);
}

/** The numbers of a job's chunks that are not finished. */
export function openChunks({ chunkCount, finishedChunks }: Job): readonly number[] {
  const all = Array.from({ length: chunkCount }, (_, chunk) => chunk);
  return all.filter((chunk) => !finishedChunks.includes(chunk));
}

/** Sends chunks, all that are open unless told otherwise; straight to the finish when there is none. */
export async function sendAll(
  job: Job,
  dispatch: Dispatch,
  chunks = openChunks(job),
): Promise<void> {
  if (chunks.length === 0) {
    await dispatch.finish({ job: job.id, kind: 'finish', attempt: 0 }, 0);
    return;
  }
  await dispatch.chunks(
    chunks.map((chunk) => ({
      job: job.id,
      account: job.account,
      chunk,
      epoch: job.epoch,
      turn: 0,
    })),
  );
}

/** Frees the account of a job that is over, and starts the one that waits next. */
export async function handOver(job: Job, services: StartServices): Promise<void> {
  const before = await services.accounts.read(job.account);
  // Handed over before: a late message must not send the work of the next job again and again.
  if (before.active !== job.id && !before.waiting.includes(job.id)) return;
  const line = await services.accounts.release(job.account, job.id);
  if (line.active === null || line.active === job.id) return;
  const next = await services.jobs.read(line.active);
  if (next !== null) await startJob(next, services);
}
