import type { Construct } from 'constructs';
import { checkQuoteEnvironment } from '../../../functions/check-quote/env.ts';
import {
  consume,
  holdBack,
  readFolder,
  readVersions,
  readSecrets,
  readTable,
  send,
  tellMissingObjects,
  writeFolder,
} from '../grant.ts';
import { WorkerFunction } from './worker-function.ts';
import { timerEnvironment, type WorkerParts } from './worker-parts.ts';

/**
 * Says what a file would do. It has the keys of the accounts, so what keeps it from paying is that
 * its code has no call for it; it can change no job, reach no chunk and touch no approved file.
 */
export class CheckQuoteFunction extends WorkerFunction<typeof checkQuoteEnvironment> {
  constructor(scope: Construct, id: string, parts: WorkerParts) {
    const { bucket, table, queues, readingSecrets: secrets, timers } = parts;
    const { HTTP_TIMEOUT_SECONDS, KEPT_BACK_SECONDS } = timerEnvironment(timers);
    super(scope, id, {
      ...parts,
      name: 'check-quote',
      description: 'Says what a dropped quote would do, without ordering or paying anything.',
      variables: checkQuoteEnvironment,
      environment: {
        TABLE_NAME: table.tableName,
        BUCKET_NAME: bucket.bucketName,
        CHECKS_QUEUE_URL: queues.checks.queue.queueUrl,
        SECRET_PREFIX: secrets.prefix,
        HTTP_TIMEOUT_SECONDS,
        KEPT_BACK_SECONDS,
      },
      ownBound: 'the rows of the file: each run does a piece of them at least, or fails',
      grants: [
        consume(queues.checks.queue),
        holdBack(queues.checks.queue),
        send([queues.checks.queue]),
        readTable(table),
        readSecrets(secrets),
        tellMissingObjects(bucket),
        readVersions(bucket, 'check'),
        readFolder(bucket, 'checks'),
        writeFolder(bucket, 'checks'),
        writeFolder(bucket, 'exports'),
        writeFolder(bucket, 'results'),
      ],
    });
  }
}
