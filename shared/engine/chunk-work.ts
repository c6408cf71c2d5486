import type { Account } from '../settings/account.ts';
import type { Job } from '../jobs/job.ts';
import type { Journal, JournalRow, RefusalNote } from '../renewal/journal.ts';
import { type Reason, withCode } from '../reasons/reason.ts';
import type { Refusal } from '../ports/answer.ts';
import type { Log } from '../ports/log.ts';
import type { Provider } from '../ports/provider.ts';
import type { Clock } from '../ports/services.ts';
import type { AccountStore, JobStore, JournalStore } from '../ports/stores.ts';
import type { JournalKeeper } from './journal-keeper.ts';

/** All that the phases of a chunk work with. */
export interface ChunkWork {
  readonly job: Job;
  readonly account: Account;
  readonly keeper: JournalKeeper;
  readonly provider: Provider;
  readonly jobs: JobStore;
  readonly journals: JournalStore;
  readonly accounts: AccountStore;
  readonly clock: Clock;
  readonly log: Log;
  /** Milliseconds after which nothing of an unclear renew call can be in flight any more. */
  readonly settleAfter: number;
  /** Whether so little time is left that nothing new may be begun. */
  readonly outOfTime: () => boolean;
}

/** The account cannot go on: the job is suspended, resumable. */
export interface Suspension {
  readonly kind: 'suspend';
  readonly reason: Reason;
}

/** Why the work on a chunk ends before all of its rows have an outcome. */
export type Stop =
  | Suspension
  /** The whole file is wrong, and nothing of it was ordered yet. */
  | { readonly kind: 'reject'; readonly reason: Reason }
  /** Go on later: a part must settle, an order is not visible; `busy`: the provider turned us away. */
  | { readonly kind: 'later'; readonly at: number; readonly busy?: true }
  | { readonly kind: 'out of time' }
  /** The job was suspended, cancelled or has expired meanwhile. */
  | { readonly kind: 'no longer running' };

/** The provider gave no clear answer to a question that changes nothing. The message comes back. */
export class ProviderSilent extends Error {
  override readonly name = 'ProviderSilent';

  constructor(question: string, detail: string) {
    super(`the provider did not answer when asked for ${question}: ${detail}`);
  }
}

/** How long to wait for a provider that is busy or has not shown an order yet. */
export const PATIENCE_MS = 30_000;

/** The suspension that a refusal of the whole account asks for. */
export function suspension(refusal: Refusal): Suspension {
  return {
    kind: 'suspend',
    reason: withCode(refusal.reason, refusal.code),
  };
}

/** What the journal keeps of a refusal. */
export function refusalNote({ code, reason }: Refusal): RefusalNote {
  return { code, reason };
}

/** Rows of the journal by index. */
export function rowsAt(journal: Journal, indexes: readonly number[]): JournalRow[] {
  return indexes.map((index) => journal.rows[index]!);
}

/** One key per resource however its id is spelled: letter case does not tell resources apart. */
export function idKey(resourceId: string): string {
  return resourceId.toLowerCase();
}
