import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { openAccountStore } from '../../../shared/aws/account-store.ts';
import { openJobStore } from '../../../shared/aws/job-store.ts';
import { openJournalStore } from '../../../shared/aws/journal-store.ts';
import { openOrderMemory } from '../../../shared/aws/order-memory.ts';
import type { OrderMemory } from '../../../shared/ports/order-memory.ts';
import type { AccountStore, JobStore, JournalStore } from '../../../shared/ports/stores.ts';
import { startDynamoTable } from '../../support/dynamo-table.ts';
import {
  type MemoryAccounts,
  memoryAccounts,
  memoryJobs,
  memoryJournals,
  memoryOrders,
} from '../../support/memory-stores.ts';

/** The stores of one kind, empty. */
export interface Stores {
  readonly jobs: JobStore;
  readonly journals: JournalStore;
  readonly accounts: AccountStore;
  readonly memory: OrderMemory;
  /** Leaves rows unproved as a release before the memory of orders did. */
  readonly leave: (...given: Parameters<MemoryAccounts['leave']>) => void | Promise<void>;
  readonly close: () => Promise<void>;
}

/** The moment that stores with a clock take for now. */
export const NOW = Date.parse('2026-12-01T00:00:00Z');

function withMemoryAccounts(): Pick<Stores, 'accounts' | 'leave'> {
  const accounts = memoryAccounts();
  return { accounts, leave: accounts.leave };
}

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
      ...withMemoryAccounts(),
      memory: memoryOrders(),
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
        accounts: openAccountStore(table),
        memory: openOrderMemory(table),
        leave: async (account, rows) => {
          for (const row of rows) {
            const sk = `UNPROVED#${row.resourceId.toLowerCase()}#${row.expiryDay}#${row.job}`;
            const Item = { pk: `ACCOUNT#${account}`, sk, ...row, expiresAt: 1 };
            await table.client.send(new PutCommand({ TableName: table.name, Item }));
          }
        },
        close,
      };
    },
  ],
];
