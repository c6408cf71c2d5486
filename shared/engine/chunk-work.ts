import type { Account } from '../settings/account.ts';
import type { Job } from '../jobs/job.ts';
import type { Log } from '../ports/log.ts';
import type { Provider } from '../ports/provider.ts';
import type { Clock } from '../ports/services.ts';
import type { OrderMemory } from '../ports/order-memory.ts';
import type { AccountStore, JobStore, JournalStore } from '../ports/stores.ts';
import type { ChunkBefore } from './chunk-before.ts';
import type { JournalKeeper } from './journal-keeper.ts';

/** All that the work on a chunk is done with. */
export interface ChunkWork {
  readonly job: Job;
  readonly account: Account;
  readonly keeper: JournalKeeper;
  readonly provider: Provider;
  readonly jobs: JobStore;
  readonly journals: JournalStore;
  readonly accounts: AccountStore;
  readonly memory: OrderMemory;
  /** Where the account's resources are remembered (money rule 8). */
  readonly memorySite: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Milliseconds after which nothing of an unclear renew call can be in flight any more. */
  readonly settleAfter: number;
  /** How late a read of the provider may show what has happened, in milliseconds. */
  readonly lag: number;
  /** What it waits for, where it was begun early. */
  readonly before?: ChunkBefore | undefined;
  /** Whether so little time is left that nothing new may be begun. */
  readonly outOfTime: () => boolean;
}
