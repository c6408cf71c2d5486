import type { Construct } from 'constructs';
import { intakeEnvironment } from '../../../functions/intake/env.ts';
import {
  consume,
  readFolder,
  readVersions,
  send,
  tell,
  tellMissingObjects,
  useTable,
  writeFolder,
} from '../grant.ts';
import { WorkerFunction } from './worker-function.ts';
import { queueEnvironment, type WorkerParts } from './worker-parts.ts';

/** Reads a dropped quote and plans its job. Has no key of any provider: it cannot spend. */
export class IntakeFunction extends WorkerFunction<typeof intakeEnvironment> {
  constructor(scope: Construct, id: string, parts: WorkerParts) {
    const { bucket, table, queues, notices } = parts;
    super(scope, id, {
      ...parts,
      name: 'intake',
      description: 'Reads an approved quote, makes it a job and plans its chunks.',
      variables: intakeEnvironment,
      environment: {
        TABLE_NAME: table.tableName,
        BUCKET_NAME: bucket.bucketName,
        NOTICE_TOPIC_ARN: notices.topicArn,
        ...queueEnvironment(queues),
      },
      grants: [
        consume(queues.uploads.queue),
        useTable(table),
        tellMissingObjects(bucket),
        readFolder(bucket, 'approved'),
        readVersions(bucket, 'approved'),
        readFolder(bucket, 'jobs'),
        writeFolder(bucket, 'jobs'),
        writeFolder(bucket, 'results'),
        send([queues.chunks.queue, queues.finish.queue]),
        tell(notices),
      ],
    });
  }
}
