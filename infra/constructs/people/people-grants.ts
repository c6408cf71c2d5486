import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { FOLDERS, folderGrant, grant, type Folder, type Grant } from '../grant.ts';
import type { KeptTable } from '../storage/job-table.ts';
import type { WorkQueue } from '../queues/work-queue.ts';
import type { KeptBucket } from '../storage/quote-bucket.ts';

/** Taking a file back: it gets a delete marker, its versions stay. */
export function takeBack(bucket: KeptBucket, folder: Folder): Grant {
  return folderGrant('TakeBack', ['s3:DeleteObject'], bucket, folder);
}

/** Seeing what is in these folders, and the folders themselves at the top of the bucket. */
export function listFolders(bucket: KeptBucket, folders: readonly Folder[]): Grant {
  const listing = grant('ListFolders', ['s3:ListBucket'], [bucket.bucketArn]);
  const prefixes = folders.map((folder) => `${FOLDERS[folder]}*`);
  listing.statement.addCondition('StringLike', { 's3:prefix': ['', ...prefixes] });
  return listing;
}

/** Asking about jobs and doing what people may do to them. */
export function operateJobs(operate: IFunction): Grant {
  return grant('OperateJobs', ['lambda:InvokeFunction'], [operate.functionArn]);
}

/** Looking at jobs and journals as they are stored. */
export function lookAtTable(table: KeptTable): Grant {
  return grant('LookAtTable', ['dynamodb:GetItem', 'dynamodb:Query'], [table.tableArn]);
}

/** Reading and searching what the functions logged. */
export function readLogs(groups: readonly ILogGroup[]): Grant {
  return grant(
    'ReadLogs',
    ['logs:DescribeLogStreams', 'logs:FilterLogEvents', 'logs:GetLogEvents', 'logs:StartQuery'],
    groups.map(({ logGroupArn }) => logGroupArn),
  );
}

/** The answers of searches; AWS knows no resource for these calls. */
export function readQueryResults(): Grant {
  return grant(
    'ReadQueryResults',
    ['logs:GetQueryResults', 'logs:StopQuery'],
    ['*'],
    [{ id: 'AwsSolutions-IAM5[Resource::*]', reason: 'AWS knows no resource for these calls.' }],
  );
}

function arns(queues: readonly Queue[]): string[] {
  return queues.map(({ queueArn }) => queueArn);
}

/** Looking at what was put aside, sending it again and clearing what is left over (runbook). */
export function handleDeadLetters(queues: readonly WorkQueue[]): readonly Grant[] {
  const aside = queues.map(({ deadLetters }) => deadLetters);
  const work = queues.map(({ queue }) => queue);
  return [
    grant('CountMessages', ['sqs:GetQueueAttributes'], arns([...work, ...aside])),
    grant(
      'HandleDeadLetters',
      [
        'sqs:ReceiveMessage',
        'sqs:DeleteMessage',
        'sqs:PurgeQueue',
        'sqs:StartMessageMoveTask',
        'sqs:CancelMessageMoveTask',
        'sqs:ListMessageMoveTasks',
      ],
      arns(aside),
    ),
    // A redrive sends in the name of whoever starts it. What is sent names a job, never an amount.
    grant('SendAgain', ['sqs:SendMessage'], arns(work)),
  ];
}
