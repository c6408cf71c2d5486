import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { logger } from '../../../shared/runtime/log.ts';
import { reason } from '../../../shared/reasons/reason.ts';
import { providerCalls } from '../../../shared/runtime/provider-calls.ts';
import { queueHandler, SeenAgain } from '../../../shared/runtime/queue-handler.ts';

const CONTEXT = {
  functionName: 'renew-chunk',
  memoryLimitInMB: '512',
  invokedFunctionArn: 'arn',
  awsRequestId: 'request',
  getRemainingTimeInMillis: () => 60_000,
} as Context;

const REFUSED = {
  code: 'APIGW.0308',
  message: '',
  remedy: 'wait',
  reason: reason('alibaba-too-many-requests'),
} as const;

function eventOf(...bodies: string[]): SQSEvent {
  const records = bodies.map((body, index) => ({
    body,
    messageId: `m${index}`,
    receiptHandle: `h${index}`,
    eventSourceARN: 'arn:aws:sqs:local:0:queue',
  }));
  return { Records: records as SQSRecord[] };
}

const lines = { error: vi.spyOn(logger, 'error'), info: vi.spyOn(logger, 'info') };

beforeEach(() => {
  for (const spy of Object.values(lines)) spy.mockImplementation(() => undefined);
});

afterEach(() => {
  for (const spy of Object.values(lines)) spy.mockClear();
});

const worked: string[] = [];

const handler = queueHandler(async ({ body }) => {
  worked.push(`${body} begins`);
  await Promise.resolve();
  if (body === 'fault') throw new Error('it broke');
  if (body === 'text') throw 'a text';
  if (body === 'again') throw new SeenAgain(180);
  worked.push(`${body} ends`);
});

async function failuresOf(...bodies: string[]): Promise<string[]> {
  worked.length = 0;
  const { batchItemFailures } = await handler(eventOf(...bodies), CONTEXT);
  return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
}

describe('a batch of messages', () => {
  test('is done with when all of it is', async () => {
    expect(await failuresOf('a', 'b')).toEqual([]);
  });

  test('comes back with exactly the messages that failed', async () => {
    expect(await failuresOf('a', 'fault', 'b', 'text')).toEqual(['m1', 'm3']);
    expect(await failuresOf('fault')).toEqual(['m0']);
    expect(await failuresOf('fault', 'fault')).toEqual(['m0', 'm1']);
  });

  test('is worked on one message after the other, also after one that failed', async () => {
    await failuresOf('a', 'fault', 'b');

    expect(worked).toEqual(['a begins', 'a ends', 'fault begins', 'b begins', 'b ends']);
  });
});

describe('a message that failed', () => {
  test('is told as an error line with its id and what went wrong', async () => {
    await failuresOf('a', 'fault');

    expect(lines.error).toHaveBeenCalledExactlyOnceWith('message failed', {
      alarm: 'message failed',
      messageId: 'm1',
      error: new Error('it broke'),
    });
  });

  test('is told as an error also when no error was thrown', async () => {
    await failuresOf('text');

    expect(lines.error).toHaveBeenCalledExactlyOnceWith('message failed', {
      alarm: 'message failed',
      messageId: 'm0',
      error: new Error('a text'),
    });
  });

  test('never has its body in the log', async () => {
    await failuresOf('fault', 'again');

    expect(JSON.stringify([lines.error.mock.calls, lines.info.mock.calls])).not.toContain(
      '"fault"',
    );
  });
});

describe('a message that is to be seen again', () => {
  test('comes back', async () => {
    expect(await failuresOf('again')).toEqual(['m0']);
  });

  test('is no error line, or it would raise an alarm', async () => {
    await failuresOf('again');

    expect(lines.error).not.toHaveBeenCalled();
    expect(lines.info).toHaveBeenCalledExactlyOnceWith('to be seen again in 180 seconds', {
      messageId: 'm0',
    });
  });
});

async function work(body: object, group?: string): Promise<void> {
  const { Records } = eventOf(JSON.stringify(body));
  const attributes = group === undefined ? {} : { MessageGroupId: group };
  await handler({ Records: Records.map((one) => ({ ...one, attributes })) } as SQSEvent, CONTEXT);
}

describe('what a message is about', () => {
  const append = vi.spyOn(logger, 'appendKeys');

  afterEach(() => {
    append.mockClear();
  });

  test('stands in every line while it is worked on, with the account that its queue groups by', async () => {
    await work({ job: 'n9t7b', chunk: 3, epoch: 1, turn: 0 }, 'main');

    expect(append).toHaveBeenCalledWith({ job: 'n9t7b', chunk: 3, account: 'main' });
  });

  test('is left out where the message does not say it, and nothing else of it is taken', async () => {
    await work({ job: 'n9t7b', kind: 'report', secretKey: 'never shown' });

    expect(append).toHaveBeenCalledWith({ job: 'n9t7b' });
  });

  test('is told with how often the provider of each account was asked, if it was', async () => {
    const hear = providerCalls.of('main');
    hear({ kind: 'throttled', body: null, text: '', refusal: REFUSED, retryAfter: null });
    hear({ kind: 'done', body: null, text: '' });
    await work({ job: 'n9t7b' });
    await work({ job: 'n9t7b' });

    const told = lines.info.mock.calls.filter(([said]) => said === 'provider calls');
    expect(told).toEqual([
      ['provider calls', { account: 'main', calls: 2, throttled: 1, unanswered: 0 }],
    ]);
  });
});
