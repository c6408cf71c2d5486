import type { Account } from '../../shared/settings/account.ts';
import type { QuoteReading } from '../../shared/jobs/quote.ts';
import type { StartServices } from '../../shared/jobs/start-job.ts';
import type { TellServices } from '../../shared/jobs/tell-people.ts';
import type { Files } from '../../shared/ports/files.ts';
import type { Log } from '../../shared/ports/log.ts';
import type { JournalStore } from '../../shared/ports/stores.ts';
import type { RejectJob } from './write-rejection.ts';

/** What intake needs. */
export interface IntakeServices extends StartServices, TellServices {
  readonly settings: readonly Account[];
  readonly journals: JournalStore;
  readonly files: Files;
  readonly log: Log;
  readonly hash: (bytes: Uint8Array) => string;
  readonly readQuote: (
    file: { readonly name: string; readonly bytes: Uint8Array },
    account: Account,
  ) => Promise<QuoteReading>;
  readonly reject: RejectJob;
}
