import { Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { operateEnvironment } from '../../../functions/operate/env.ts';
import { listJobs, readFolder, send, tell, tellMissingObjects, useTable } from '../grant.ts';
import { WorkerFunction } from './worker-function.ts';
import { queueEnvironment, type WorkerParts } from './worker-parts.ts';

/**
 * Does what people ask of jobs. Only looks whether an approval still stands, writes no file and has
 * no provider keys: nothing can be paid from here.
 */
export class OperateFunction extends WorkerFunction<typeof operateEnvironment> {
  constructor(scope: Construct, id: string, parts: WorkerParts) {
    const { bucket, table, queues, notices } = parts;
    super(scope, id, {
      ...parts,
      name: 'operate',
      functionName: `${Stack.of(scope).stackName}-operate`,
      description:
        'Lists, shows, resumes, cancels and redrives jobs, settles rows, asks for exports.',
      memory: 256,
      variables: operateEnvironment,
      environment: {
        TABLE_NAME: table.tableName,
        NOTICE_TOPIC_ARN: notices.topicArn,
        EXPORTS_QUEUE_URL: queues.exports.queue.queueUrl,
        ...queueEnvironment(queues),
      },
      grants: [
        useTable(table),
        listJobs(table),
        tellMissingObjects(bucket),
        readFolder(bucket, 'approved'),
        send([queues.chunks.queue, queues.finish.queue, queues.exports.queue]),
        tell(notices),
      ],
    });
  }
}
