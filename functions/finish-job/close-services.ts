import type { ChunkWork } from '../../shared/engine/chunk-work.ts';
import type { ClaimServices } from '../../shared/engine/claim-chunk.ts';
import type { JournalKeeper } from '../../shared/engine/journal-keeper.ts';
import type { Job } from '../../shared/jobs/job.ts';
import type { Account } from '../../shared/settings/account.ts';

/** What closing a chunk needs: the claim's services, and the work on one claimed chunk. */
export interface CloseServices extends ClaimServices {
  readonly workOn: (job: Job, account: Account, keeper: JournalKeeper) => Promise<ChunkWork>;
  readonly outOfTime: () => boolean;
}
