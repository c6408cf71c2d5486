import { Construct } from 'constructs';
import type { Timers } from '../../config.ts';
import { WorkQueue } from './work-queue.ts';

/** The queues of the flow (vocabulary, section 2). */
export class WorkQueues extends Construct {
  /** What S3 tells of new files. */
  readonly uploads: WorkQueue;
  /** What S3 tells of new files that are only to be looked at and priced. */
  readonly checks: WorkQueue;
  /** Chunks to renew; the message group is the account: one chunk of an account at a time. */
  readonly chunks: WorkQueue;
  /** Jobs whose results are to be written. */
  readonly finish: WorkQueue;
  /** Pieces of exports; the message group is the account: one piece of an account at a time. */
  readonly exports: WorkQueue;

  constructor(scope: Construct, id: string, { visibilitySeconds }: Timers) {
    super(scope, id);
    this.uploads = new WorkQueue(this, 'Uploads', { visibilitySeconds, maxReceives: 5 });
    this.checks = new WorkQueue(this, 'Checks', { visibilitySeconds, maxReceives: 5 });
    // Ten for these two: a message that finds a live lease goes back and counts as received.
    this.chunks = new WorkQueue(this, 'Chunks', { visibilitySeconds, maxReceives: 10, fifo: true });
    this.finish = new WorkQueue(this, 'Finish', { visibilitySeconds, maxReceives: 10 });
    // As often: a piece waits for a provider that is busy, and people are told before the last time.
    this.exports = new WorkQueue(this, 'Exports', {
      visibilitySeconds,
      maxReceives: 10,
      fifo: true,
    });
  }
}
