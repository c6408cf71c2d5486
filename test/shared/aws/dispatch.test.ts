import { SendMessageBatchCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, test } from 'vitest';
import { openDispatch } from '../../../shared/aws/dispatch.ts';
import type { ChunkMessage } from '../../../shared/ports/dispatch.ts';

process.env['AWS_REGION'] = 'local';
const sqs = mockClient(SQSClient);
const dispatch = openDispatch({ chunks: 'the chunks', finish: 'the finish' });

beforeEach(() => {
  sqs.reset();
});

function messages(count: number): ChunkMessage[] {
  return Array.from({ length: count }, (_, chunk) => ({
    job: 'job1',
    account: 'main',
    chunk,
    epoch: 2,
    turn: 3,
  }));
}

function batches() {
  return sqs.commandCalls(SendMessageBatchCommand).map(({ args }) => args[0].input);
}

describe('sending chunks', () => {
  test('puts each on the chunks queue with its account as the group and its own deduplication id', async () => {
    sqs.on(SendMessageBatchCommand).resolves({});
    const [message] = messages(1);
    await dispatch.chunks([message!]);

    expect(batches()).toEqual([
      {
        QueueUrl: 'the chunks',
        Entries: [
          {
            Id: '0',
            MessageBody: JSON.stringify(message),
            MessageGroupId: 'main',
            MessageDeduplicationId: 'job1#0#2#3',
          },
        ],
      },
    ]);
  });

  test('goes in batches of ten, in order, and none is left out', async () => {
    sqs.on(SendMessageBatchCommand).resolves({});
    await dispatch.chunks(messages(23));
    const bodies = batches().map(({ Entries = [] }) =>
      Entries.map(({ MessageBody = '' }) => (JSON.parse(MessageBody) as ChunkMessage).chunk),
    );

    expect(bodies.map(({ length }) => length)).toEqual([10, 10, 3]);
    expect(bodies.flat()).toEqual(messages(23).map(({ chunk }) => chunk));
  });

  test('throws when the queue refused a single one of a batch that succeeded', async () => {
    sqs.on(SendMessageBatchCommand).resolves({
      Successful: [],
      Failed: [{ Id: '4', SenderFault: false, Code: 'InternalError' }],
    });

    await expect(dispatch.chunks(messages(5))).rejects.toThrow(
      'the chunks queue refused 1 messages: InternalError',
    );
  });

  test('throws what the queue throws', async () => {
    const error = new Error('QueueDoesNotExist');
    sqs.on(SendMessageBatchCommand).rejects(error);

    await expect(dispatch.chunks(messages(1))).rejects.toBe(error);
  });

  test('of none sends nothing, which the queue would refuse', async () => {
    await dispatch.chunks([]);

    expect(sqs.calls()).toEqual([]);
  });
});

describe('sending a finish message', () => {
  const message = { job: 'job1', kind: 'finish', attempt: 1 } as const;

  test('puts it on the finish queue after its delay', async () => {
    sqs.on(SendMessageCommand).resolves({});
    await dispatch.finish(message, 64);

    expect(sqs.commandCalls(SendMessageCommand)[0]?.args[0].input).toEqual({
      QueueUrl: 'the finish',
      MessageBody: JSON.stringify(message),
      DelaySeconds: 64,
    });
  });

  test('throws what the queue throws', async () => {
    const error = new Error('ServiceUnavailable');
    sqs.on(SendMessageCommand).rejects(error);

    await expect(dispatch.finish(message, 0)).rejects.toBe(error);
  });
});
