import type { Account } from '../../shared/settings/account.ts';
import type { Job } from '../../shared/jobs/job.ts';
import { claimChunk } from '../../shared/engine/claim-chunk.ts';
import { type JournalKeeper, LeaseLost } from '../../shared/engine/journal-keeper.ts';
import { sealAsItStands, sealChunk } from '../../shared/engine/seal-chunk.ts';
import { reason } from '../../shared/reasons/reason.ts';
import type { CloseServices } from './close-services.ts';

/** Ends one chunk of a running job: the seconds after which to try again, or null when it is done. */
export type PutAside = (job: Job, account: Account, chunk: number) => Promise<number | null>;

const WHY = reason('put-aside');
/** Tries at the provider before the chunk is ended as it stands. */
const MOST_TRIES = 2;

/**
 * Puts a chunk aside at which every run failed: seals it, with its orders cancelled or named as far
 * as that can be done, so that the rest of the job goes on and ends (vocabulary, section 9).
 */
export function putAside(services: CloseServices): PutAside {
  return async (job, account, chunk) => {
    const claim = await claimChunk(job.id, chunk, services);
    switch (claim.kind) {
      case 'absent':
        throw new Error(`chunk ${chunk} of job ${job.id} has no journal`);
      case 'busy':
        return Math.max(1, Math.ceil((claim.until - services.clock()) / 1000));
      case 'claimed':
        if (claim.keeper.current.state !== 'finished')
          await seal(job, account, claim.keeper, services);
        await claim.keeper.release();
        return null;
    }
  };
}

async function seal(
  job: Job,
  account: Account,
  keeper: JournalKeeper,
  services: CloseServices,
): Promise<void> {
  try {
    if (keeper.current.claims <= MOST_TRIES) {
      await sealChunk(await services.workOn(job, account, keeper), true, WHY);
    }
  } catch (error) {
    if (error instanceof LeaseLost) throw error;
    // What makes its runs fail may be what fails here: what is known is written down all the same.
  }
  await keeper.record(...sealAsItStands({ why: WHY }));
}
