import { SendMessageBatchCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, test } from 'vitest';
import { openDispatch } from '../../../shared/aws/dispatch.ts';
import type { ChunkMessage } from '../../../shared/ports/dispatch.ts';

process.env['AWS_REGION'] = 'local';
const sqs = mockClient(SQSClient);
const NOW = Date.parse('2026-12-01T00:00:00Z');
const dispatch = openDispatch({ chunks: 'the chunks', finish: 'the finish' }, () => NOW);

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

function chunkChains() {
  return batches().flatMap(({ Entries = [] }) =>
    Entries.map(({ MessageSystemAttributes }) => MessageSystemAttributes?.['AWSTraceHeader']),
  );
}

function finishChain() {
  const { input } = sqs.commandCalls(SendMessageCommand)[0]!.args[0];
  return input.MessageSystemAttributes?.['AWSTraceHeader'];
}

describe('the chain that a message goes on in', () => {
  const OWN = {
    DataType: 'String',
    // The second of NOW, and an id.
    StringValue: expect.stringMatching(/^Root=1-6b0e0e00-[\da-f]{24};Sampled=0$/u),
  };

  test('is its own for each chunk that is begun anew', async () => {
    sqs.on(SendMessageBatchCommand).resolves({});
    await dispatch.chunks(messages(3).map((message) => ({ ...message, turn: 0 })));

    expect(chunkChains()).toEqual([OWN, OWN, OWN]);
    expect(new Set(chunkChains().map((chain) => chain?.StringValue)).size).toBe(3);
  });

  test('is the sender’s for a chunk that is continued', async () => {
    sqs.on(SendMessageBatchCommand).resolves({});
    await dispatch.chunks(messages(1));

    expect(chunkChains()).toEqual([undefined]);
  });

  test.each([
    [{ job: 'job1', kind: 'finish', attempt: 0 }, OWN],
    [{ job: 'job1', kind: 'interim', attempt: 0 }, OWN],
    [{ job: 'job1', kind: 'finish', attempt: 1 }, undefined],
    [{ job: 'job1', kind: 'aside', chunk: 0 }, undefined],
    [{ job: 'job1', kind: 'report' }, undefined],
  ] as const)('of %j is its own where a job’s end begins', async (message, chain) => {
    sqs.on(SendMessageCommand).resolves({});
    await dispatch.finish(message, 0);

    expect(finishChain()).toEqual(chain);
  });
});
