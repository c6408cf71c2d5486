import type { Construct } from 'constructs';
import { finishJobEnvironment } from '../../../functions/finish-job/env.ts';
import {
  consume,
  holdBack,
  readFolder,
  readSecrets,
  send,
  tell,
  tellMissingObjects,
  useTable,
  writeFolder,
} from '../grant.ts';
import { WorkerFunction } from './worker-function.ts';
import { queueEnvironment, timerEnvironment, type WorkerParts } from './worker-parts.ts';

/** Settles what is open at a job's end and writes its results. */
export class FinishJobFunction extends WorkerFunction<typeof finishJobEnvironment> {
  constructor(scope: Construct, id: string, parts: WorkerParts) {
    const { bucket, table, queues, secrets, notices } = parts;
    super(scope, id, {
      ...parts,
      name: 'finish-job',
      description: 'Settles the open orders of a job and writes its results.',
      variables: finishJobEnvironment,
      environment: {
        TABLE_NAME: table.tableName,
        BUCKET_NAME: bucket.bucketName,
        NOTICE_TOPIC_ARN: notices.topicArn,
        SECRET_PREFIX: secrets.prefix,
        ...queueEnvironment(queues),
        ...timerEnvironment(parts.timers),
      },
      grants: [
        consume(queues.finish.queue),
        holdBack(queues.finish.queue),
        useTable(table),
        tellMissingObjects(bucket),
        // To look whether the approval of the job whose turn comes still stands.
        readFolder(bucket, 'approved'),
        readFolder(bucket, 'jobs'),
        writeFolder(bucket, 'results'),
        send([queues.chunks.queue, queues.finish.queue]),
        tell(notices),
        readSecrets(secrets),
      ],
    });
  }
}
