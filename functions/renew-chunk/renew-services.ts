import type { ChunkWork } from '../../shared/engine/chunk-work.ts';
import type { ClaimServices } from '../../shared/engine/claim-chunk.ts';
import type { JournalKeeper } from '../../shared/engine/journal-keeper.ts';
import type { Job } from '../../shared/jobs/job.ts';
import type { Dispatch } from '../../shared/ports/dispatch.ts';
import type { Log } from '../../shared/ports/log.ts';
import type { JobStore } from '../../shared/ports/stores.ts';
import type { Account } from '../../shared/settings/account.ts';

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

export const DONE: RenewEnd = { kind: 'done' };
