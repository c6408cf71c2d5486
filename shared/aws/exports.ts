import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { exportDeduplicationId } from '../messages/export-message.ts';
import type { Exports } from '../ports/exports.ts';

/** Sends work over the exports queue. Throws when the queue did not take it. */
export function openExports(queueUrl: string): Exports {
  const client = new SQSClient({});
  return {
    async send(message) {
      await client.send(
        new SendMessageCommand({
          QueueUrl: queueUrl,
          MessageBody: JSON.stringify(message),
          MessageGroupId: message.account,
          MessageDeduplicationId: exportDeduplicationId(message),
        }),
      );
    },
  };
}
