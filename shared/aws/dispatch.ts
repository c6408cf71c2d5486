import { SendMessageBatchCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { deduplicationId } from '../messages/chunk-message.ts';
import type { Dispatch, FinishMessage } from '../ports/dispatch.ts';
import type { Clock } from '../ports/services.ts';
import { ownChain } from './own-chain.ts';

/** The most entries that one batch send takes. */
const BATCH = 10;

/**
 * Sends work over SQS. Throws when the queue did not take every message: none is lost silently. What
 * is begun anew begins a chain of its own; continuations and further looks stay in theirs.
 */
export function openDispatch(
  queues: { readonly chunks: string; readonly finish: string },
  clock: Clock,
): Dispatch {
  const client = new SQSClient({});
  return {
    async chunks(messages) {
      for (let start = 0; start < messages.length; start += BATCH) {
        const entries = messages.slice(start, start + BATCH).map((message, index) => ({
          Id: String(index),
          MessageBody: JSON.stringify(message),
          MessageGroupId: message.account,
          MessageDeduplicationId: deduplicationId(message),
          ...(message.turn === 0
            ? { MessageSystemAttributes: ownChain(deduplicationId(message), clock()) }
            : {}),
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
          ...(beginsAnew(message)
            ? { MessageSystemAttributes: ownChain(`${message.job}#${message.kind}`, clock()) }
            : {}),
        }),
      );
    },
  };
}

/** The first look at a job's end. Further ones are counted, and end before Lambda's own count does. */
function beginsAnew(message: FinishMessage): boolean {
  return 'attempt' in message && message.attempt === 0;
}
