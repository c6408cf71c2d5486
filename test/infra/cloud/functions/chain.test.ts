import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { Duration } from 'aws-cdk-lib';
import { RecursiveLoop, type CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Cloud } from '../../../../infra/cloud/cloud.ts';
import {
  enterChain,
  furthestTrace,
  MOST_RUNS_IN_A_CHAIN,
} from '../../../../infra/cloud/functions/chain.ts';
import { bringUp, moduleUrl, type SmallStack } from '../small-stack.ts';

const WAIT = { timeout: 20_000, interval: 5 };

test('a run without a chain begins one, and each function counts its own runs in it', () => {
  const first = enterChain('renew', undefined);
  const other = enterChain('finish', first.trace);
  const again = enterChain('renew', other.trace);

  expect([first.runs, other.runs, again.runs]).toEqual([1, 1, 2]);
  expect(first.trace).toMatch(/^Root=1-[\da-f]{8}-[\da-f]{24};/u);
  expect(again.trace.split(';')[0]).toBe(first.trace.split(';')[0]);
});

test('of several messages that are handled at once the longest chain counts', () => {
  const once = enterChain('renew', undefined).trace;
  const twice = enterChain('renew', once).trace;

  expect(furthestTrace('renew', [undefined, twice, once])).toBe(twice);
});

/** A function that sends itself a number, one higher each time, with the SDK's own client. */
function selfFed(stack: SmallStack, recursiveLoop?: RecursiveLoop): void {
  const dead = new Queue(stack, 'Dead');
  const work = new Queue(stack, 'Work', {
    visibilityTimeout: Duration.seconds(30),
    deadLetterQueue: { queue: dead, maxReceiveCount: 2 },
  });
  const feeding = stack.function(
    'Feeding',
    `import { SendMessageCommand, SQSClient } from '${moduleUrl('@aws-sdk/client-sqs')}';
     const client = new SQSClient({});
     export const handler = async ({ Records: [{ body }] }) => {
       console.log('run ' + body);
       if (body === '30') return;
       const MessageBody = String(Number(body) + 1);
       await client.send(new SendMessageCommand({ QueueUrl: process.env.WORK, MessageBody }));
     };`,
  );
  feeding.addEnvironment('WORK', work.queueUrl);
  feeding.addEventSource(new SqsEventSource(work, { batchSize: 1 }));
  work.grantSendMessages(feeding);
  if (recursiveLoop !== undefined) {
    (feeding.node.defaultChild as CfnFunction).recursiveLoop = recursiveLoop;
  }
}

async function feed(cloud: Cloud): Promise<SQSClient> {
  const sqs = new SQSClient(cloud.clientConfig('sqs'));
  onTestFinished(() => {
    sqs.destroy();
  });
  await sqs.send(new SendMessageCommand({ QueueUrl: cloud.lookup('Work'), MessageBody: '1' }));
  return sqs;
}

function runsIn(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => line.startsWith('run '));
}

test('a chain is stopped after sixteen runs, and its message goes to the dead letters', async () => {
  const { cloud, lines } = await bringUp((stack) => {
    selfFed(stack);
  });
  const sqs = await feed(cloud);
  await cloud.idle();
  expect(runsIn(lines)).toHaveLength(MOST_RUNS_IN_A_CHAIN);
  expect(lines.at(-1)).toMatch(/^RecursiveInvocationException/u);

  await vi.waitFor(async () => {
    await cloud.endVisibility('Work');
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({
        QueueUrl: cloud.lookup('Dead'),
        AttributeNames: ['ApproximateNumberOfMessages'],
      }),
    );
    expect(Attributes).toEqual({ ApproximateNumberOfMessages: '1' });
  }, WAIT);
  expect(runsIn(lines)).toHaveLength(MOST_RUNS_IN_A_CHAIN);
});

test('a function that may feed itself goes on', async () => {
  const { cloud, lines } = await bringUp((stack) => {
    selfFed(stack, RecursiveLoop.ALLOW);
  });
  await feed(cloud);
  await vi.waitFor(() => {
    expect(runsIn(lines)).toHaveLength(30);
  }, WAIT);
});
