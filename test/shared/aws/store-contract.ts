import { openAccountStore } from '../../../shared/aws/account-store.ts';
import { openJobStore } from '../../../shared/aws/job-store.ts';
import { openJournalStore } from '../../../shared/aws/journal-store.ts';
import type { AccountStore, JobStore, JournalStore } from '../../../shared/ports/stores.ts';
import { startDynamoTable } from '../../support/dynamo-table.ts';
import { memoryAccounts, memoryJobs, memoryJournals } from '../../support/memory-stores.ts';

/** The stores of one kind, empty. */
export interface Stores {
  readonly jobs: JobStore;
  readonly journals: JournalStore;
  readonly accounts: AccountStore;
  readonly close: () => Promise<void>;
}

/** The moment that stores with a clock take for now. */
export const NOW = Date.parse('2026-12-01T00:00:00Z');

/**
 * Every kind of store there is. What holds of the one in DynamoDB must hold of the one in memory
 * too, or the tests of whole runs would prove nothing.
 */
export const KINDS: readonly (readonly [string, () => Promise<Stores>])[] = [
  [
    'in memory',
    async () => ({
      jobs: memoryJobs(),
      journals: memoryJournals(),
      accounts: memoryAccounts(),
      close: async () => {},
    }),
  ],
  [
    'in DynamoDB',
    async () => {
      const { table, close } = await startDynamoTable();
      return {
        jobs: openJobStore(table),
        journals: openJournalStore(table),
        accounts: openAccountStore(table, () => NOW),
        close,
      };
    },
  ],
];
