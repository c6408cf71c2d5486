import { ChangeMessageVisibilityCommand, SQSClient } from '@aws-sdk/client-sqs';

/** Sets when a received message of the queue may be seen again (seconds from now, at most 12 hours). */
export function openVisibility(
  queueUrl: string,
): (receiptHandle: string, seconds: number) => Promise<void> {
  const client = new SQSClient({});
  return async (receiptHandle, seconds) => {
    await client.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: queueUrl,
        ReceiptHandle: receiptHandle,
        VisibilityTimeout: seconds,
      }),
    );
  };
}
