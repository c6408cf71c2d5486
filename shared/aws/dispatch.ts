import { SendMessageBatchCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { deduplicationId } from '../messages/chunk-message.ts';
import type { Dispatch } from '../ports/dispatch.ts';

/** The most entries that one batch send takes. */
const BATCH = 10;

/** Sends work over SQS. Throws when the queue did not take every message: none is lost silently. */
export function openDispatch(queues: {
  readonly chunks: string;
  readonly finish: string;
}): Dispatch {
  const client = new SQSClient({});
  return {
    async chunks(messages) {
      for (let start = 0; start < messages.length; start += BATCH) {
        const entries = messages.slice(start, start + BATCH).map((message, index) => ({
          Id: String(index),
          MessageBody: JSON.stringify(message),
          MessageGroupId: message.account,
          MessageDeduplicationId: deduplicationId(message),
        }));
        const { Failed = [] } = await client.send(
          new SendMessageBatchCommand({ QueueUrl: queues.chunks, Entries: entries }),
        );
        if (Failed.length > 0) {
          throw new Error(`the chunks queue refused ${Failed.length} messages: ${Failed[0]?.Code}`);
        }
      }
    },

    async finish(message, delaySeconds) {
      await client.send(
        new SendMessageCommand({
          QueueUrl: queues.finish,
          MessageBody: JSON.stringify(message),
          DelaySeconds: delaySeconds,
        }),
      );
    },
  };
}
