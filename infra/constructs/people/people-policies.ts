import { CfnOutput, Stack, Validations } from 'aws-cdk-lib/core';
import { ManagedPolicy, PolicyDocument } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { type Grant, readFolder, writeFolder } from '../grant.ts';
import type { WorkQueues } from '../queues/work-queues.ts';
import type { KeptTable } from '../storage/job-table.ts';
import type { Workers } from '../functions/workers.ts';
import {
  handleDeadLetters,
  listFolders,
  lookAtTable,
  operateJobs,
  readLogs,
  readQueryResults,
  takeBack,
} from './people-grants.ts';
import type { KeptBucket } from '../storage/quote-bucket.ts';

/** What people are let into. */
export interface PeoplePoliciesProps {
  readonly bucket: KeptBucket;
  readonly table: KeptTable;
  readonly queues: WorkQueues;
  readonly workers: Workers;
}

/**
 * Policies to give to people's own roles, or to name in a permission set; nobody has them by the stack.
 * Finance orders by dropping a file; operations can pay nothing, unless they are given finance's as well.
 */
export class PeoplePolicies extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { bucket, table, queues, workers }: PeoplePoliciesProps,
  ) {
    super(scope, id);
    const { uploads, checks, chunks, finish, exports } = queues;
    this.#policy(
      'Finance',
      'Drops approved quotes, which orders them; reads results and exports.',
      [
        listFolders(bucket, ['approved', 'check', 'results', 'exports']),
        ...(['approved', 'check'] as const).flatMap((folder) => [
          writeFolder(bucket, folder),
          readFolder(bucket, folder),
          takeBack(bucket, folder),
        ]),
        readFolder(bucket, 'results'),
        readFolder(bucket, 'exports'),
      ],
    );
    this.#policy('Operations', 'Asks about jobs, acts on them, answers alarms; orders nothing.', [
      operateJobs(workers.operate.function),
      listFolders(bucket, ['check', 'results', 'exports', 'checks']),
      writeFolder(bucket, 'check'),
      readFolder(bucket, 'results'),
      readFolder(bucket, 'exports'),
      readFolder(bucket, 'checks'),
      lookAtTable(table),
      readLogs(workers.all.map(({ logGroup }) => logGroup)),
      readQueryResults(),
      ...handleDeadLetters([uploads, checks, chunks, finish, exports]),
    ]);
  }

  /** By a name, for a permission set of IAM Identity Center knows policies by nothing else. */
  #policy(who: 'Finance' | 'Operations', description: string, grants: readonly Grant[]): void {
    const stack = Stack.of(this);
    const policy = new ManagedPolicy(this, who, {
      managedPolicyName: `${stack.stackName}-${who.toLowerCase()}`,
      description,
      document: new PolicyDocument({ statements: grants.map(({ statement }) => statement) }),
    });
    Validations.of(policy).acknowledge(...grants.flatMap(({ acknowledged }) => acknowledged));
    new CfnOutput(stack, `${who}PolicyName`, { value: policy.managedPolicyName, description });
  }
}
