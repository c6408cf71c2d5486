import type { Language } from '../../shared/reasons/entry.ts';
import type { Account } from '../../shared/settings/account.ts';
import type { Survey, SurveyPart } from '../../shared/survey/survey.ts';
import type { Exports } from '../../shared/ports/exports.ts';
import type { Files } from '../../shared/ports/files.ts';
import type { Log } from '../../shared/ports/log.ts';
import type { ExportNotices } from '../../shared/ports/notices.ts';
import type { OrderMemory } from '../../shared/ports/order-memory.ts';
import type { ResourceDesk } from '../../shared/ports/provider.ts';
import type { Clock } from '../../shared/ports/services.ts';
import type { AccountStore, JournalStore } from '../../shared/ports/stores.ts';

/** What exporting needs: reads only, but for files under `exports/` and the pieces of surveys. */
export interface ExportServices {
  readonly settings: readonly Account[];
  /** The bucket's name, for telling people. */
  readonly bucket: string;
  readonly files: Files;
  readonly accounts: Pick<AccountStore, 'read'>;
  readonly journals: Pick<JournalStore, 'list' | 'read'>;
  readonly memory: Pick<OrderMemory, 'find'>;
  readonly exports: Exports;
  readonly notices: ExportNotices;
  readonly clock: Clock;
  readonly log: Log;
  /** Throws where the account's keys cannot be read. */
  readonly openDesk: (account: Account) => Promise<ResourceDesk>;
  readonly writeExport: (
    survey: Survey,
    part: SurveyPart,
    language: Language,
  ) => Promise<Uint8Array>;
}
