import type { Construct } from 'constructs';
import { tickEnvironment } from '../../../functions/tick/env.ts';
import { listJobs, readFolder, send, tell, tellMissingObjects, useTable } from '../grant.ts';
import { WorkerFunction } from './worker-function.ts';
import { queueEnvironment, type WorkerParts } from './worker-parts.ts';

/** Moves on what no message moves. Only looks whether approvals stand, writes no file, has no provider keys. */
export class TickFunction extends WorkerFunction<typeof tickEnvironment> {
  constructor(scope: Construct, id: string, parts: WorkerParts) {
    const { bucket, table, queues, notices } = parts;
    super(scope, id, {
      ...parts,
      name: 'tick',
      description: 'Starts waiting jobs, ends old ones, asks again for what is not settled.',
      variables: tickEnvironment,
      environment: {
        TABLE_NAME: table.tableName,
        NOTICE_TOPIC_ARN: notices.topicArn,
        ...queueEnvironment(queues),
      },
      grants: [
        useTable(table),
        listJobs(table),
        tellMissingObjects(bucket),
        readFolder(bucket, 'approved'),
        send([queues.chunks.queue, queues.finish.queue]),
        tell(notices),
      ],
    });
  }
}
