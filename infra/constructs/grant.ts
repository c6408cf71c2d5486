import { Stack, type Acknowledgment } from 'aws-cdk-lib/core';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { JOBS_INDEX } from '../../shared/store/jobs-index.ts';
import {
  APPROVED,
  CHECK,
  CHECKS,
  EXPORTS,
  JOBS,
  RESULTS,
  SURVEYS,
} from '../../shared/store/keys.ts';
import type { ProviderSecrets } from './storage/provider-secrets.ts';
import type { KeptTable } from './storage/job-table.ts';
import type { KeptBucket } from './storage/quote-bucket.ts';

/** The folders that functions and people may be let into. */
export const FOLDERS = {
  approved: APPROVED,
  check: CHECK,
  checks: CHECKS,
  exports: EXPORTS,
  results: RESULTS,
  jobs: JOBS,
  surveys: SURVEYS,
} as const;

/** A folder by its name here. */
export type Folder = keyof typeof FOLDERS;

/** One named permission of a function or a person, with the findings of the rule pack that it accepts. */
export interface Grant {
  readonly statement: PolicyStatement;
  readonly acknowledged: readonly Acknowledgment[];
}

/** A permission of that name. */
export function grant(
  sid: string,
  actions: readonly string[],
  resources: readonly string[],
  acknowledged: readonly Acknowledgment[] = [],
): Grant {
  const statement = new PolicyStatement({
    sid,
    actions: [...actions],
    resources: [...resources],
  });
  return { statement, acknowledged };
}

/** Reads and conditional writes of single items; nothing may be deleted, scanned or batched. */
export function useTable(table: KeptTable): Grant {
  const actions = ['GetItem', 'PutItem', 'UpdateItem', 'Query'];
  return grant(
    'UseTable',
    actions.map((action) => `dynamodb:${action}`),
    [table.tableArn],
  );
}

/** Reads of single items, without any way to change one. */
export function readTable(table: KeptTable): Grant {
  return grant('ReadTable', ['dynamodb:GetItem', 'dynamodb:Query'], [table.tableArn]);
}

/** Finding jobs by their account. */
export function listJobs(table: KeptTable): Grant {
  return grant('ListJobs', ['dynamodb:Query'], [`${table.tableArn}/index/${JOBS_INDEX}`]);
}

/** Sending onwards, and nothing else. */
export function send(queues: readonly Queue[]): Grant {
  return grant(
    'Send',
    ['sqs:SendMessage'],
    queues.map(({ queueArn }) => queueArn),
  );
}

/** Counting what is in queues, without any way to take or send a message. */
export function count(queues: readonly Queue[]): Grant {
  return grant(
    'Count',
    ['sqs:GetQueueAttributes'],
    queues.map(({ queueArn }) => queueArn),
  );
}

/** Telling people of jobs. */
export function tell(topic: Topic): Grant {
  return grant('Tell', ['sns:Publish'], [topic.topicArn]);
}

/** Holding a message back that is to be seen again later. */
export function holdBack(queue: Queue): Grant {
  return grant('HoldBack', ['sqs:ChangeMessageVisibility'], [queue.queueArn]);
}

/** What an event source mapping does in the function's name. */
export function consume(queue: Queue): Grant {
  const actions = ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'];
  return grant(
    'Consume',
    actions.map((action) => `sqs:${action}`),
    [queue.queueArn],
  );
}

/** The keys of the stage's provider accounts, and of no other stage's: prefixes never overlap. */
export function readSecrets({ prefix, pattern }: ProviderSecrets): Grant {
  return grant(
    'ReadProviderKeys',
    ['secretsmanager:GetSecretValue'],
    [pattern],
    [
      {
        id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:secretsmanager:<AWS::Region>:<AWS::AccountId>:secret:${prefix}/*]`,
        reason:
          'A statement for each account would meet the limit of a role at about 100 accounts.',
      },
    ],
  );
}

/** Objects of one folder, as they are now. */
export function readFolder(bucket: KeptBucket, folder: Folder): Grant {
  return folderGrant('Read', ['s3:GetObject'], bucket, folder);
}

/** Objects of one folder, in the version that an event names. */
export function readVersions(bucket: KeptBucket, folder: Folder): Grant {
  return folderGrant('ReadVersions', ['s3:GetObjectVersion'], bucket, folder);
}

/** Writing into one folder; a large upload that fails is taken back. */
export function writeFolder(bucket: KeptBucket, folder: Folder): Grant {
  return folderGrant('Write', ['s3:PutObject', 's3:AbortMultipartUpload'], bucket, folder);
}

/** Without it S3 answers "access denied" for an object that is not there, and nobody knows which. */
export function tellMissingObjects(bucket: KeptBucket): Grant {
  return grant('TellMissingObjects', ['s3:ListBucket'], [bucket.bucketArn]);
}

/** What is done with the objects of one folder. */
export function folderGrant(
  verb: string,
  actions: readonly string[],
  bucket: KeptBucket,
  folder: Folder,
): Grant {
  const prefix = FOLDERS[folder];
  const sid = `${verb}${folder[0]!.toUpperCase()}${folder.slice(1)}`;
  return grant(
    sid,
    actions,
    [bucket.arnForObjects(`${prefix}*`)],
    [
      {
        id: `AwsSolutions-IAM5[Resource::${arnInTemplate(bucket)}/${prefix}*]`,
        reason: `The keys below ${prefix} are made up by people and jobs; only the folder is known here.`,
      },
    ],
  );
}

/** The ARN as the checker of the template words it. */
function arnInTemplate({ bucketName, node }: KeptBucket): string {
  const own = node.defaultChild as CfnBucket | undefined;
  return own === undefined
    ? `arn:<AWS::Partition>:s3:::${bucketName}`
    : `<${Stack.of(own).getLogicalId(own)}.Arn>`;
}
