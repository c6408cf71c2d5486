import { SendMessageBatchCommand, SQSClient, GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { Duration } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Cloud } from '../../../../infra/cloud/cloud.ts';
import { bringUp, type SmallStack } from '../small-stack.ts';

const WAIT = { timeout: 20_000, interval: 5 };

function client(cloud: Cloud): SQSClient {
  const sqs = new SQSClient(cloud.clientConfig('sqs'));
  onTestFinished(() => {
    sqs.destroy();
  });
  return sqs;
}

/** Sends all at once; messages go to groups named by their first letter. */
async function send(cloud: Cloud, ...bodies: readonly string[]): Promise<void> {
  const QueueUrl = cloud.lookup('Work');
  const Entries = bodies.map((MessageBody) => ({
    Id: MessageBody,
    MessageBody,
    ...(QueueUrl.endsWith('.fifo')
      ? { MessageGroupId: MessageBody[0], MessageDeduplicationId: MessageBody }
      : {}),
  }));
  await client(cloud).send(new SendMessageBatchCommand({ QueueUrl, Entries }));
}

async function countIn(cloud: Cloud, queue: string): Promise<number> {
  const { Attributes } = await client(cloud).send(
    new GetQueueAttributesCommand({ QueueUrl: cloud.lookup(queue), AttributeNames: ['All'] }),
  );
  const { ApproximateNumberOfMessages, ApproximateNumberOfMessagesNotVisible } = Attributes ?? {};
  return Number(ApproximateNumberOfMessages) + Number(ApproximateNumberOfMessagesNotVisible);
}

function worker(
  handler: string,
  { fifo = false, timeout = 10, batchSize = 1, visibility = 30 } = {},
): (stack: SmallStack) => void {
  return (stack) => {
    const dead = new Queue(stack, 'Dead', fifo ? { fifo } : {});
    const work = new Queue(stack, 'Work', {
      ...(fifo ? { fifo } : {}),
      visibilityTimeout: Duration.seconds(visibility),
      deadLetterQueue: { queue: dead, maxReceiveCount: 2 },
    });
    const source = `export const handler = async ({ Records }, context) => { ${handler} };`;
    stack
      .function('Worker', source, timeout)
      .addEventSource(new SqsEventSource(work, { batchSize, reportBatchItemFailures: true }));
  };
}

const HANG = 'await new Promise((resolve) => setTimeout(resolve, 60_000));';

test('a FIFO group is handled in order, one message at a time', async () => {
  const build = worker(
    `console.log('begin', Records[0].body);
     await new Promise((resolve) => setTimeout(resolve, 5));
     console.log('end', Records[0].body);`,
    { fifo: true },
  );
  const { cloud, lines } = await bringUp(build);
  await send(cloud, 'a1', 'a2', 'a3');
  await cloud.idle();
  await vi.waitFor(() => {
    const order = ['a1', 'a2', 'a3'].flatMap((body) => [`begin ${body}`, `end ${body}`]);
    expect(lines).toStrictEqual(order);
  }, WAIT);
});

test('FIFO groups are handled in parallel', async () => {
  const build = worker(`console.log('begin', Records[0].body); ${HANG}`, {
    fifo: true,
    batchSize: 10,
  });
  const { cloud, lines } = await bringUp(build);
  await send(cloud, 'a1', 'a2', 'b1');
  await vi.waitFor(() => {
    expect(lines.toSorted()).toStrictEqual(['begin a1', 'begin b1']);
  }, WAIT);
});

test('a record has the fields a function knows from AWS', async () => {
  const build = worker('console.log(JSON.stringify(Records[0]));', { fifo: true });
  const { cloud, lines } = await bringUp(build);
  await send(cloud, 'a1');
  await vi.waitFor(() => {
    expect(lines).toHaveLength(1);
  }, WAIT);
  expect(JSON.parse(lines[0]!)).toMatchObject({
    messageId: expect.any(String),
    receiptHandle: expect.any(String),
    body: 'a1',
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: expect.stringMatching(/^\d{13}$/u),
      MessageGroupId: 'a',
      MessageDeduplicationId: 'a1',
    },
    messageAttributes: {},
    eventSource: 'aws:sqs',
    eventSourceARN: expect.stringMatching(/^arn:aws:sqs:us-east-1:000000000000:.+\.fifo$/u),
    awsRegion: 'us-east-1',
  });
});

test('of a batch only the reported message comes again, until it is a dead letter', async () => {
  const build = worker(
    `for (const { body } of Records) console.log(body);
     const failed = Records.filter(({ body }) => body === 'bad');
     return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };`,
    { batchSize: 10 },
  );
  const { cloud, lines } = await bringUp(build);
  await send(cloud, 'bad', 'good');
  await cloud.idle();
  expect(await countIn(cloud, 'Work')).toBe(1);
  expect(await cloud.endVisibility('Work')).toBe(1);
  await cloud.idle();
  expect(await cloud.endVisibility('Work')).toBe(1);
  await vi.waitFor(async () => {
    expect(await countIn(cloud, 'Dead')).toBe(1);
  }, WAIT);
  expect(await countIn(cloud, 'Work')).toBe(0);
  expect(lines.toSorted()).toStrictEqual(['bad', 'bad', 'good']);
});

test('the message of a killed function comes back after its visibility time, not before', async () => {
  const build = worker(
    `if (!Records) return;
     const { ApproximateReceiveCount } = Records[0].attributes;
     console.log(ApproximateReceiveCount, Date.now());
     if (ApproximateReceiveCount === '1') ${HANG}`,
    { timeout: 2, visibility: 2 },
  );
  const { cloud, lines } = await bringUp(build);
  await vi.waitFor(async () => {
    // A warm thread, so that a slow start does not look like a timeout.
    expect(await cloud.invoke('Worker')).toMatchObject({ kind: 'returned' });
  }, WAIT);
  lines.length = 0;
  await send(cloud, 'one');
  await vi.waitFor(() => {
    expect(lines).toHaveLength(1);
  }, WAIT);
  expect(await cloud.kill('Worker')).toBe(1);
  await vi.waitFor(() => {
    expect(lines).toHaveLength(2);
  }, WAIT);
  const [[, first], [count, second]] = lines.map((line) => line.split(' ')) as [string[], string[]];
  expect(count).toBe('2');
  expect(Number(second) - Number(first)).toBeGreaterThan(1500);
});

test('a function that runs out of time is ended and its message is kept', async () => {
  const { cloud, lines } = await bringUp(worker(HANG, { timeout: 1 }));
  await send(cloud, 'slow');
  await cloud.idle();
  expect(lines).toStrictEqual([expect.stringMatching(/Task timed out after 1\.00 seconds$/u)]);
  expect(await countIn(cloud, 'Work')).toBe(1);
});

test('a visibility time shorter than the timeout is refused, as AWS does', async () => {
  const start = bringUp(worker('', { timeout: 10, visibility: 5 }));
  await expect(start).rejects.toThrow(/visibility time of 5 s is less than .* 10 s/u);
});
