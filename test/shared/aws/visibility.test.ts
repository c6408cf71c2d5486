import { ChangeMessageVisibilityCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { openVisibility } from '../../../shared/aws/visibility.ts';

process.env['AWS_REGION'] = 'local';
const sqs = mockClient(SQSClient);
const seeAgain = openVisibility('the queue');

beforeEach(() => {
  sqs.reset();
});

test('a message is hidden for so many seconds, and no other', async () => {
  sqs.on(ChangeMessageVisibilityCommand).resolves({});
  await seeAgain('receipt', 180);

  expect(sqs.commandCalls(ChangeMessageVisibilityCommand)[0]?.args[0].input).toEqual({
    QueueUrl: 'the queue',
    ReceiptHandle: 'receipt',
    VisibilityTimeout: 180,
  });
});

test('a message that cannot be hidden is a fault', async () => {
  const error = new Error('ReceiptHandleIsInvalid');
  sqs.on(ChangeMessageVisibilityCommand).rejects(error);

  await expect(seeAgain('receipt', 180)).rejects.toBe(error);
});
