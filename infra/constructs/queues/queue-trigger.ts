import { EventSourceMapping, type IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/** Which queue feeds which function. */
export interface QueueTriggerProps {
  readonly queue: IQueue;
  readonly target: IFunction;
  /** How many messages are worked on at once; Lambda takes no less than 2. */
  readonly maxConcurrency: number;
}

/**
 * Feeds a function from a queue, one message at a time, so that a timeout only ever concerns one.
 * The function's role must be allowed to consume the queue.
 */
export class QueueTrigger extends Construct {
  constructor(scope: Construct, id: string, props: QueueTriggerProps) {
    super(scope, id);
    new EventSourceMapping(this, 'Mapping', {
      eventSourceArn: props.queue.queueArn,
      target: props.target,
      batchSize: 1,
      reportBatchItemFailures: true,
      maxConcurrency: props.maxConcurrency,
    });
  }
}
