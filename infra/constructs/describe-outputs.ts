import { CfnMapping, CfnOutput, type Stack } from 'aws-cdk-lib/core';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { CONSOLES } from '../../shared/notices/console-host.ts';
import { APPROVED, CHECK, EXPORTS, RESULTS } from '../../shared/store/keys.ts';
import type { ProviderSecrets } from './storage/provider-secrets.ts';
import type { WorkQueues } from './queues/work-queues.ts';
import type { KeptTable } from './storage/job-table.ts';
import type { KeptBucket } from './storage/quote-bucket.ts';

/** What people and tools have to find again. */
export interface OutputParts {
  readonly bucket: KeptBucket;
  readonly table: KeptTable;
  readonly queues: WorkQueues;
  readonly notices: ITopic;
  readonly alarms: ITopic;
  readonly secrets: ProviderSecrets;
  /** The same, unless those that only look have keys of their own. */
  readonly readingSecrets: ProviderSecrets;
  readonly operate: IFunction;
  /** What a bucket that was taken up is to be told by hand; null: nothing. */
  readonly toBeTold: object | null;
}

/** Names the stack's parts in its outputs. */
export function describeOutputs(stack: Stack, parts: OutputParts): void {
  const { bucket, table, queues, notices, alarms, secrets, readingSecrets, operate } = parts;
  const { toBeTold } = parts;
  const { region, partition } = stack;
  const mapping = Object.fromEntries(
    Object.entries(CONSOLES).map(([name, host]) => [name, { host }]),
  );
  const host = new CfnMapping(stack, 'Consoles', { mapping }).findInMap(partition, 'host');
  const folder = (prefix: string): string =>
    `https://${region}.${host}/s3/buckets/${bucket.bucketName}?region=${region}&prefix=${prefix}`;
  const outputs: Readonly<Record<string, readonly [value: string, description: string]>> = {
    BucketName: [bucket.bucketName, 'The bucket of the quotes'],
    ApprovedFolder: [folder(APPROVED), 'Drop approved quotes here'],
    CheckFolder: [folder(CHECK), 'Drop quotes here to see what would happen'],
    ResultsFolder: [folder(RESULTS), 'Read results here'],
    ExportsFolder: [folder(EXPORTS), 'Exported quotes'],
    TableName: [table.tableName, 'The table of jobs and journals'],
    UploadsQueueUrl: [queues.uploads.queue.queueUrl, 'New files'],
    ChecksQueueUrl: [queues.checks.queue.queueUrl, 'New files to check'],
    ChunksQueueUrl: [queues.chunks.queue.queueUrl, 'Chunks to renew'],
    ExportsQueueUrl: [queues.exports.queue.queueUrl, 'Pieces of exports to make'],
    FinishQueueUrl: [queues.finish.queue.queueUrl, 'Jobs to finish'],
    NoticeTopicArn: [notices.topicArn, 'Subscribe to this to be told of every job'],
    AlarmTopicArn: [alarms.topicArn, 'Subscribe to this for the alarms'],
    OperateFunctionName: [operate.functionName, 'Ask this what becomes of a job'],
    SecretNames: [
      `${secrets.prefix}/<account>`,
      'Put the keys of each provider account into its own',
    ],
    ...(toBeTold === null
      ? {}
      : {
          BucketNotifications: [
            stack.toJsonString(toBeTold),
            'Put this as the notification configuration of the bucket',
          ] as const,
        }),
    ...(readingSecrets === secrets
      ? {}
      : {
          ReadingSecretNames: [
            `${readingSecrets.prefix}/<account>`,
            'Put the keys that may only look into these',
          ] as const,
        }),
  };
  for (const [id, [value, description]] of Object.entries(outputs)) {
    new CfnOutput(stack, id, { value, description });
  }
}
