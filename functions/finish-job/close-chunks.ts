import type { Account } from '../../shared/settings/account.ts';
import type { Job } from '../../shared/jobs/job.ts';
import type { Journal } from '../../shared/renewal/journal.ts';
import { isClosed, ordersIn } from '../../shared/renewal/journal-view.ts';
import { claimChunk } from '../../shared/engine/claim-chunk.ts';
import type { ChunkWork } from '../../shared/engine/chunk-work.ts';
import { drive } from '../../shared/engine/drive.ts';
import { eachToItsEnd } from '../../shared/engine/each-to-its-end.ts';
import { giveUpPaid, giveUpUnseen } from '../../shared/engine/give-up-paid.ts';
import { sealAsItStands, sealChunk } from '../../shared/engine/seal-chunk.ts';
import type { CloseServices } from './close-services.ts';
import { endsSince } from './ends-since.ts';
import { sweepJob, type SweepServices } from './sweep-job.ts';

const HOUR = 3_600_000;

/** Brings every chunk of a finishing job to its end; false: some of them need another look later. */
export type CloseChunks = (job: Job, account: Account) => Promise<boolean>;

/** Closes chunks one after the other: seals the unfinished, confirms the paid; then sweeps once more. */
export function closeChunks(services: SweepServices): CloseChunks {
  return async (job, account) => {
    let allClosed = true;
    // One that cannot be closed must not keep the others' orders from being cancelled and confirmed.
    await eachToItsEnd(await services.journals.list(job.id), async (journal) => {
      if (isClosedFor(journal)) return;
      const closed =
        !services.outOfTime() && (await closeChunk(job, account, journal.chunk, services));
      allClosed &&= closed;
    });
    return allClosed && (await sweepJob(job, account, services));
  };
}

/** Looks once at every paid order without sealing anything; false: some are not completed yet. */
export function confirmChunks(services: CloseServices): CloseChunks {
  return async (job, account) => {
    let allConfirmed = true;
    for (const journal of await services.journals.list(job.id)) {
      if (ordersIn(journal, 'paid', 'overcharged').length === 0) continue;
      if (services.outOfTime()) return false;
      const claim = await claimChunk(job.id, journal.chunk, services);
      if (claim.kind !== 'claimed') return false;
      const work = await services.workOn(job, account, claim.keeper);
      const stop = await drive(work, 'confirm');
      await claim.keeper.release();
      // An account that refuses every call is not asked for the rest: the sheet says what is known.
      if (stop?.kind === 'suspend') return true;
      allConfirmed &&= ordersIn(claim.keeper.current, 'paid', 'overcharged').length === 0;
    }
    return allConfirmed;
  };
}

function isClosedFor({ state, rows, parts }: Journal): boolean {
  const settled = parts.every(({ orders }) => orders.every(isClosed));
  return state === 'finished' && settled && rows.every(({ outcome }) => outcome !== null);
}

async function closeChunk(
  job: Job,
  account: Account,
  chunk: number,
  services: CloseServices,
): Promise<boolean> {
  const claim = await claimChunk(job.id, chunk, services);
  if (claim.kind !== 'claimed') return false;
  const { keeper } = claim;
  const now = services.clock();
  if (isLongOver(job, account, now)) {
    await keeper.record(...sealAsItStands());
    await keeper.record(...giveUpUnseen(keeper.current));
  } else {
    const work = await services.workOn(job, account, keeper);
    await settle(work, now);
  }
  await keeper.release();
  return isClosedFor(keeper.current);
}

/**
 * Whether a job must end now whatever its provider says: its approval and the time for confirming
 * are both over. No job holds its account for longer than that.
 */
function isLongOver({ validUntil }: Job, { confirmHours }: Account, now: number): boolean {
  return validUntil !== null && now > validUntil + 2 * confirmHours * HOUR;
}

async function settle(work: ChunkWork, now: number): Promise<void> {
  const { keeper, account, job } = work;
  const confirmBy = now - account.confirmHours * HOUR;
  // So long nothing is waited for, not an order either whose cancel is refused again and again.
  const last = endsSince(job) < confirmBy;
  const stop = keeper.current.state === 'finished' ? null : await sealChunk(work, last);
  await drive(work, 'confirm');
  await giveUpPaid(work, confirmBy);
  // Confirming may set rows free that nobody orders any more.
  if (stop === null && !isClosedFor(keeper.current)) {
    await keeper.record(...sealAsItStands({ swept: true }));
  }
}
