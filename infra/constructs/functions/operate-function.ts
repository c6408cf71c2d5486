import { Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { operateEnvironment } from '../../../functions/operate/env.ts';
import { count, listJobs, readFolder, send, tell, tellMissingObjects, useTable } from '../grant.ts';
import { WorkerFunction } from './worker-function.ts';
import { queueEnvironment, type WorkerParts } from './worker-parts.ts';

/**
 * Does what people ask of jobs. Only looks whether an approval still stands, writes no file and has
 * no provider keys: nothing can be paid from here.
 */
export class OperateFunction extends WorkerFunction<typeof operateEnvironment> {
  constructor(scope: Construct, id: string, parts: WorkerParts) {
    const { bucket, table, queues, notices } = parts;
    const { uploads, checks, chunks, finish, exports } = queues;
    const all = { uploads, checks, chunks, finish, exports };
    super(scope, id, {
      ...parts,
      name: 'operate',
      functionName: `${Stack.of(scope).stackName}-operate`,
      description:
        'Lists, shows, resumes, cancels and redrives jobs, settles rows, asks for exports.',
      variables: operateEnvironment,
      environment: {
        TABLE_NAME: table.tableName,
        NOTICE_TOPIC_ARN: notices.topicArn,
        EXPORTS_QUEUE_URL: queues.exports.queue.queueUrl,
        ...queueEnvironment(queues),
        UPLOADS_QUEUE_URL: queues.uploads.queue.queueUrl,
        CHECKS_QUEUE_URL: queues.checks.queue.queueUrl,
        UPLOADS_DEAD_LETTERS_URL: queues.uploads.deadLetters.queueUrl,
        CHECKS_DEAD_LETTERS_URL: queues.checks.deadLetters.queueUrl,
        CHUNKS_DEAD_LETTERS_URL: queues.chunks.deadLetters.queueUrl,
        FINISH_DEAD_LETTERS_URL: queues.finish.deadLetters.queueUrl,
        EXPORTS_DEAD_LETTERS_URL: queues.exports.deadLetters.queueUrl,
      },
      grants: [
        useTable(table),
        listJobs(table),
        tellMissingObjects(bucket),
        readFolder(bucket, 'approved'),
        send([queues.chunks.queue, queues.finish.queue, queues.exports.queue]),
        count(Object.values(all).flatMap(({ queue, deadLetters }) => [queue, deadLetters])),
        tell(notices),
      ],
    });
  }
}
