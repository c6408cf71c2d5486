import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutItemCommand, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  ChangeMessageVisibilityCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { Duration } from 'aws-cdk-lib';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { expect, onTestFinished, test } from 'vitest';
import type { Cloud } from '../../../infra/cloud/cloud.ts';
import { startCloud } from '../../../infra/cloud/start-cloud.ts';
import { synthesize, type SmallStack } from './small-stack.ts';

function build(stack: SmallStack, visibilitySeconds = 600, sortKey = 'sk'): void {
  const queue = new Queue(stack, 'Uploads', {
    visibilityTimeout: Duration.seconds(visibilitySeconds),
  });
  queue.grantSendMessages(new ServicePrincipal('s3.amazonaws.com'));
  new CfnBucket(stack, 'Files', {
    versioningConfiguration: { status: 'Enabled' },
    notificationConfiguration: {
      queueConfigurations: [{ event: 's3:ObjectCreated:*', queue: queue.queueArn }],
    },
  });
  new Table(stack, 'Things', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: sortKey, type: AttributeType.STRING },
  });
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kept-cloud-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

async function start(
  folder: string,
  ...how: [visibilitySeconds?: number, sortKey?: string]
): Promise<Cloud> {
  const directory = synthesize((stack) => {
    build(stack, ...how);
  });
  const cloud = await startCloud({ assembly: { directory }, folder });
  onTestFinished(async () => {
    await cloud.stop();
  });
  return cloud;
}

interface Received {
  readonly body: string;
  readonly receipt: string;
  readonly times: string | undefined;
}

/** Everything that can be received now, but for S3's own test message. */
async function receiveAll(cloud: Cloud): Promise<Received[]> {
  const sqs = new SQSClient(cloud.clientConfig('sqs'));
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl: cloud.lookup('Uploads'),
      MaxNumberOfMessages: 10,
      MessageSystemAttributeNames: ['ApproximateReceiveCount'],
    }),
  );
  sqs.destroy();
  return Messages.map(({ Body = '', ReceiptHandle = '', Attributes = {} }) => ({
    body: Body,
    receipt: ReceiptHandle,
    times: Attributes['ApproximateReceiveCount'],
  })).filter(({ body }) => !body.includes('s3:TestEvent'));
}

test('objects, items and messages are there after a restart, those in work at once', async () => {
  const folder = newFolder();
  const first = await start(folder);
  const s3 = new S3Client(first.clientConfig('s3'));
  await s3.send(
    new PutObjectCommand({ Bucket: first.lookup('Files'), Key: 'a &<b>', Body: 'text' }),
  );
  const item = { pk: { S: '1' }, sk: { S: '2' } };
  const table = first.lookup('Things');
  await new DynamoDBClient(first.clientConfig('dynamodb')).send(
    new PutItemCommand({ TableName: table, Item: item }),
  );
  const [event] = await receiveAll(first);
  await first.stop();

  const again = await start(folder);
  const [same] = await receiveAll(again);
  // A delivery that was cut off does not count.
  expect(same).toMatchObject({ body: event!.body, times: '1' });
  expect(again.lookup('Things')).toBe(table);
  expect(
    (
      await new DynamoDBClient(again.clientConfig('dynamodb')).send(
        new ScanCommand({ TableName: table }),
      )
    ).Items,
  ).toEqual([item]);
  const { Body } = await new S3Client(again.clientConfig('s3')).send(
    new GetObjectCommand({ Bucket: again.lookup('Files'), Key: 'a &<b>' }),
  );
  expect(await Body!.transformToString()).toBe('text');
});

test('the event of an object from before a restart is told again with the same identity', async () => {
  const folder = newFolder();
  const first = await start(folder);
  await new S3Client(first.clientConfig('s3')).send(
    new PutObjectCommand({ Bucket: first.lookup('Files'), Key: 'a &<b>', Body: 'text' }),
  );
  await first.idle();
  const [before] = await receiveAll(first);
  await first.stop();

  const again = await start(folder);
  await again.deliverAgain('a &<b>');
  const events = (await receiveAll(again)).map(({ body }) => pinOf(body));
  expect(events).toEqual([pinOf(before!.body), pinOf(before!.body)]);
  await expect(again.deliverAgain('a')).rejects.toThrow('No event can be delivered for a.');
});

/** What a job's identity is made of. */
function pinOf(body: string): unknown {
  const { Records } = JSON.parse(body) as {
    Records: { eventTime: string; s3: { object: Record<string, unknown> } }[];
  };
  const { key, eTag, sequencer, versionId } = Records[0]!.s3.object;
  expect(versionId).toEqual(expect.any(String));
  return { key, eTag, sequencer, versionId, at: Records[0]!.eventTime };
}

test('what was written over or deleted before a restart can be read by its version', async () => {
  const folder = newFolder();
  const first = await start(folder);
  const Bucket = first.lookup('Files');
  const s3 = new S3Client(first.clientConfig('s3'));
  const versions: string[] = [];
  for (const Body of ['one', 'two']) {
    const { VersionId = '' } = await s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body }));
    versions.push(VersionId);
  }
  await s3.send(new DeleteObjectCommand({ Bucket, Key: 'a' }));
  await first.stop();

  const again = new S3Client((await start(folder)).clientConfig('s3'));
  const texts: string[] = [];
  for (const VersionId of versions) {
    const { Body } = await again.send(new GetObjectCommand({ Bucket, Key: 'a', VersionId }));
    texts.push(await Body!.transformToString());
  }
  expect(texts).toEqual(['one', 'two']);
  await expect(again.send(new GetObjectCommand({ Bucket, Key: 'a' }))).rejects.toThrow('not exist');
});

test('a message is put back at once, which the emulator alone cannot keep', async () => {
  const cloud = await start(newFolder());
  const sqs = new SQSClient(cloud.clientConfig('sqs'));
  const QueueUrl = cloud.lookup('Uploads');
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'work' }));
  const [taken] = await receiveAll(cloud);
  await sqs.send(
    new ChangeMessageVisibilityCommand({
      QueueUrl,
      ReceiptHandle: taken!.receipt,
      VisibilityTimeout: 0,
    }),
  );
  expect(await receiveAll(cloud)).toMatchObject([{ body: 'work', times: '2' }]);
});

test('a changed queue is taken over, a changed table refused by name', async () => {
  const folder = newFolder();
  await (await start(folder)).stop();
  const changed = await start(folder, 700);
  await changed.stop();

  await expect(start(folder, 700, 'other')).rejects.toThrow(
    /^The kept table \S+ has other keys or indexes than the stack asks for\.$/u,
  );
});
