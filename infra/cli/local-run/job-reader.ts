import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { openAccountStore } from '../../../shared/aws/account-store.ts';
import { openJobStore } from '../../../shared/aws/job-store.ts';
import { openJournalStore } from '../../../shared/aws/journal-store.ts';
import type { AccountState } from '../../../shared/jobs/account-state.ts';
import type { Job } from '../../../shared/jobs/job.ts';
import type { Journal } from '../../../shared/renewal/journal.ts';
import type { Cloud } from '../../cloud/cloud.ts';

/** Looks at the jobs of a running local cloud, as the administrator. */
export interface JobReader {
  /** All jobs, the oldest first. Looks through the whole table: to follow one job, use `job`. */
  readonly jobs: () => Promise<Job[]>;
  readonly job: (id: string) => Promise<Job | null>;
  readonly journals: (job: string) => Promise<readonly Journal[]>;
  /** An account's active job and the ones that wait. */
  readonly line: (account: string) => Promise<AccountState>;
}

/** Opens the table of a local cloud for reading. */
export function openJobReader(cloud: Cloud): JobReader {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.clientConfig('dynamodb')));
  const name = cloud.lookup('TableName');
  const table = { client, name };
  const jobs = openJobStore(table);
  const journals = openJournalStore(table);
  const accounts = openAccountStore(table);
  return {
    jobs: async () => {
      const pages = paginateScan(
        { client },
        {
          TableName: name,
          FilterExpression: 'sk = :job',
          ExpressionAttributeValues: { ':job': 'JOB' },
        },
      );
      const items = [];
      for await (const { Items = [] } of pages) items.push(...Items);
      const found = await Promise.all(
        items.map(async (item) => await jobs.read(String(item['id']))),
      );
      return found
        .filter((job) => job !== null)
        .toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
    },
    job: async (id) => await jobs.read(id),
    journals: async (job) => await journals.list(job),
    line: async (account) => await accounts.read(account),
  };
}
