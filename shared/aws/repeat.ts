import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

/**
 * Sends a message to a standard queue as it was received, for work that goes on after its function's
 * time is over: unlike one that comes back, it begins to count its deliveries anew.
 */
export function openRepeat(queueUrl: string): (body: string) => Promise<void> {
  const client = new SQSClient({});
  return async (body) => {
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: body }));
  };
}
