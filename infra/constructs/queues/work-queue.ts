import { Duration } from 'aws-cdk-lib/core';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/** How a work queue behaves. */
export interface WorkQueueProps {
  /** In order within each message group, and each message once in five minutes. */
  readonly fifo?: boolean;
  readonly visibilitySeconds: number;
  /** How often a message may be received before it is put aside. */
  readonly maxReceives: number;
}

/**
 * The most bytes of a message: far more than any of ours has, and what SQS takes in every region. Set,
 * so that the embedded cloud refuses the same.
 */
const MOST_BYTES = 262_144;

/** A queue together with the dead-letter queue that keeps what could not be worked off. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    // Deduplication ids are always sent: job, chunk, epoch and turn (vocabulary, section 7).
    const kind = props.fifo === true ? { fifo: true, contentBasedDeduplication: false } : {};
    const safe = {
      ...kind,
      enforceSSL: true,
      encryption: QueueEncryption.SQS_MANAGED,
      maxMessageSizeBytes: MOST_BYTES,
    };
    this.deadLetters = new Queue(this, 'DeadLetters', {
      ...safe,
      retentionPeriod: Duration.days(14),
    });
    this.queue = new Queue(this, 'Queue', {
      ...safe,
      visibilityTimeout: Duration.seconds(props.visibilitySeconds),
      // Shorter than above: a dead letter of a standard queue keeps counting from its first sending.
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: props.maxReceives },
    });
  }
}
