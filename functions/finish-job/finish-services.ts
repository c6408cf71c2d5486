import type { Account } from '../../shared/settings/account.ts';
import type { StartServices } from '../../shared/jobs/start-job.ts';
import type { TellServices } from '../../shared/jobs/tell-people.ts';
import type { Log } from '../../shared/ports/log.ts';
import type { CloseChunks } from './close-chunks.ts';
import type { PutAside } from './put-aside.ts';
import type { ReportServices } from './report-job.ts';

/** What finishing a job needs. */
export interface FinishServices extends StartServices, TellServices, ReportServices {
  readonly log: Log;
  readonly settings: (account: string) => Account;
  readonly closeChunks: CloseChunks;
  readonly confirmChunks: CloseChunks;
  readonly putAside: PutAside;
  /** Whether so little time is left that nothing new may be begun. */
  readonly outOfTime: () => boolean;
}

/** What becomes of a finish message: done with, or to be looked at again after some seconds. */
export type FinishEnd =
  { readonly kind: 'done' } | { readonly kind: 'again'; readonly seconds: number };
