import type { Construct } from 'constructs';
import { renewChunkEnvironment } from '../../../functions/renew-chunk/env.ts';
import { consume, holdBack, readSecrets, send, useTable } from '../grant.ts';
import { WorkerFunction } from './worker-function.ts';
import { queueEnvironment, timerEnvironment, type WorkerParts } from './worker-parts.ts';

/** The only function that pays. Works from the journal alone, so it sees no file. */
export class RenewChunkFunction extends WorkerFunction<typeof renewChunkEnvironment> {
  constructor(scope: Construct, id: string, parts: WorkerParts) {
    const { table, queues, secrets } = parts;
    super(scope, id, {
      ...parts,
      name: 'renew-chunk',
      description: 'Renews the rows of one chunk: orders, compares, pays or cancels.',
      variables: renewChunkEnvironment,
      environment: {
        TABLE_NAME: table.tableName,
        SECRET_PREFIX: secrets.prefix,
        ...queueEnvironment(queues),
        ...timerEnvironment(parts.timers),
      },
      ownBound: 'the job’s validity, at which every run of a chunk looks first',
      grants: [
        consume(queues.chunks.queue),
        holdBack(queues.chunks.queue),
        useTable(table),
        send([queues.chunks.queue, queues.finish.queue]),
        readSecrets(secrets),
      ],
    });
  }
}
