import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { QueueGauge } from '../ports/queue-counts.ts';

/** A queue and what could not be worked off of it. */
export interface GaugedQueue {
  readonly queue: string;
  readonly url: string;
  readonly deadLettersUrl: string;
}

const COUNTS = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
] as const;

/** Counts what is in queues of SQS. */
export function openQueueGauge(queues: readonly GaugedQueue[]): QueueGauge {
  const client = new SQSClient({});
  const countsOf = async (url: string): Promise<Record<(typeof COUNTS)[number], number>> => {
    const { Attributes = {} } = await client.send(
      new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: [...COUNTS] }),
    );
    const count = (name: (typeof COUNTS)[number]): number => Number(Attributes[name] ?? 0);
    return {
      ApproximateNumberOfMessages: count('ApproximateNumberOfMessages'),
      ApproximateNumberOfMessagesNotVisible: count('ApproximateNumberOfMessagesNotVisible'),
      ApproximateNumberOfMessagesDelayed: count('ApproximateNumberOfMessagesDelayed'),
    };
  };
  return {
    count: async () =>
      await Promise.all(
        queues.map(async ({ queue, url, deadLettersUrl }) => {
          const [work, dead] = await Promise.all([countsOf(url), countsOf(deadLettersUrl)]);
          return {
            queue,
            waiting: work.ApproximateNumberOfMessages,
            inWork: work.ApproximateNumberOfMessagesNotVisible,
            later: work.ApproximateNumberOfMessagesDelayed,
            deadLetters: Object.values(dead).reduce((a, b) => a + b, 0),
          };
        }),
      ),
  };
}
