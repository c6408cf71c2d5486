import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { openJobStore } from '../../shared/aws/job-store.ts';
import { openJournalStore } from '../../shared/aws/journal-store.ts';
import type { Job } from '../../shared/domain/job.ts';
import type { Journal } from '../../shared/domain/journal.ts';
import type { Cloud } from './cloud/cloud.ts';

/** Looks at the jobs of a running local cloud, as the administrator. */
export interface JobReader {
  /** All jobs, the oldest first. */
  readonly jobs: () => Promise<Job[]>;
  readonly journals: (job: string) => Promise<readonly Journal[]>;
}

/** Opens the table of a local cloud for reading. */
export function openJobReader(cloud: Cloud): JobReader {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.clientConfig('dynamodb')));
  const name = cloud.lookup('TableName');
  const table = { client, name };
  const jobs = openJobStore(table);
  const journals = openJournalStore(table);
  return {
    jobs: async () => {
      const { Items = [] } = await client.send(
        new ScanCommand({
          TableName: name,
          FilterExpression: 'sk = :job',
          ExpressionAttributeValues: { ':job': 'JOB' },
        }),
      );
      const found = await Promise.all(
        Items.map(async (item) => await jobs.read(String(item['id']))),
      );
      return found
        .filter((job) => job !== null)
        .toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
    },
    journals: async (job) => await journals.list(job),
  };
}
