import type { Construct } from 'constructs';
import { exportQuoteEnvironment } from '../../../functions/export-quote/env.ts';
import {
  consume,
  holdBack,
  readFolder,
  readSecrets,
  readTable,
  send,
  tell,
  tellMissingObjects,
  writeFolder,
} from '../grant.ts';
import { WorkerFunction } from './worker-function.ts';
import { timerEnvironment, type WorkerParts } from './worker-parts.ts';

/**
 * Exports quotes. It can change no job and sees no approved file; it has the keys of the accounts,
 * but no code that could order, pay or cancel anything.
 */
export class ExportQuoteFunction extends WorkerFunction<typeof exportQuoteEnvironment> {
  constructor(scope: Construct, id: string, parts: WorkerParts) {
    const { bucket, table, queues, readingSecrets: secrets, notices, timers } = parts;
    const { HTTP_TIMEOUT_SECONDS } = timerEnvironment(timers);
    super(scope, id, {
      ...parts,
      name: 'export-quote',
      description: 'Lists what falls due, prices it and writes it as a quote to be approved.',
      variables: exportQuoteEnvironment,
      environment: {
        TABLE_NAME: table.tableName,
        BUCKET_NAME: bucket.bucketName,
        EXPORTS_QUEUE_URL: queues.exports.queue.queueUrl,
        NOTICE_TOPIC_ARN: notices.topicArn,
        SECRET_PREFIX: secrets.prefix,
        HTTP_TIMEOUT_SECONDS,
      },
      ownBound:
        'at most 5,000 pages and three readings of the list, then a piece for each part of it',
      grants: [
        consume(queues.exports.queue),
        holdBack(queues.exports.queue),
        send([queues.exports.queue]),
        readTable(table),
        readSecrets(secrets),
        tellMissingObjects(bucket),
        readFolder(bucket, 'surveys'),
        writeFolder(bucket, 'surveys'),
        writeFolder(bucket, 'exports'),
        tell(notices),
      ],
    });
  }
}
