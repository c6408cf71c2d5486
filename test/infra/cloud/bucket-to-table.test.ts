import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { CfnOutput, RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Bucket, type CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { expect, onTestFinished, test } from 'vitest';
import type { Cloud } from '../../../infra/cloud/cloud.ts';
import { bringUp, moduleUrl, type SmallStack } from './small-stack.ts';

/** Stores each event's record under its message id, with what the object holds. */
const STORE_UPLOADS = `
import { GetObjectCommand, S3Client } from '${moduleUrl('@aws-sdk/client-s3')}';
import { DynamoDBClient, PutItemCommand } from '${moduleUrl('@aws-sdk/client-dynamodb')}';
const s3 = new S3Client();
const tables = new DynamoDBClient();
const read = async (Key) => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: process.env.BUCKET, Key }));
  return await Body.transformToString();
};
export const handler = async ({ Records }) => {
  for (const { messageId, body } of Records) {
    for (const record of JSON.parse(body).Records ?? []) {
      const Key = decodeURIComponent(record.s3.object.key.replaceAll('+', ' '));
      const removed = record.eventName.startsWith('ObjectRemoved:');
      const text = removed ? 'none' : await read(Key);
      const Item = { id: { S: messageId }, text: { S: text }, record: { S: JSON.stringify(record) } };
      await tables.send(new PutItemCommand({ TableName: process.env.TABLE, Item }));
    }
  }
};`;

function uploads(stack: SmallStack, event: string): CfnOutput {
  const queue = new Queue(stack, 'Uploads');
  queue.addToResourcePolicy(
    new PolicyStatement({
      actions: ['sqs:SendMessage'],
      principals: [new ServicePrincipal('s3.amazonaws.com')],
      resources: [queue.queueArn],
    }),
  );
  const bucket = new Bucket(stack, 'Files', { removalPolicy: RemovalPolicy.DESTROY });
  const filter = { s3Key: { rules: [{ name: 'prefix', value: 'approved/' }] } };
  (bucket.node.defaultChild as CfnBucket).notificationConfiguration = {
    queueConfigurations: [{ event, queue: queue.queueArn, filter }],
  };
  const table = new Table(stack, 'Seen', {
    partitionKey: { name: 'id', type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
  });
  const store = stack.function('Store', STORE_UPLOADS);
  store.addEnvironment('BUCKET', bucket.bucketName).addEnvironment('TABLE', table.tableName);
  store.addEventSource(new SqsEventSource(queue));
  bucket.grantRead(store);
  table.grantWriteData(store);
  return new CfnOutput(stack, 'BucketName', { value: bucket.bucketName });
}

interface Seen {
  readonly id: string;
  readonly text: string;
  readonly record: {
    readonly eventName: string;
    readonly s3: { readonly object: { readonly key: string; readonly sequencer: string } };
  };
}

async function readSeen(cloud: Cloud): Promise<readonly Seen[]> {
  const tables = new DynamoDBClient(cloud.clientConfig('dynamodb'));
  const { Items = [] } = await tables.send(new ScanCommand({ TableName: cloud.lookup('Seen') }));
  tables.destroy();
  return Items.map(({ id, text, record }) => ({
    id: id?.S ?? '',
    text: text?.S ?? '',
    record: JSON.parse(record?.S ?? '') as Seen['record'],
  })).sort((a, b) => a.record.s3.object.sequencer.localeCompare(b.record.s3.object.sequencer));
}

async function bringUploadsUp(event = 's3:ObjectCreated:*') {
  const { cloud } = await bringUp((stack) => uploads(stack, event));
  const s3 = new S3Client(cloud.clientConfig('s3'));
  onTestFinished(() => {
    s3.destroy();
  });
  const Bucket = cloud.lookup('BucketName');
  const put = async (Key: string, Body: string): Promise<void> => {
    await s3.send(new PutObjectCommand({ Bucket, Key, Body }));
  };
  return { cloud, s3, Bucket, put };
}

test('an object under the prefix reaches the function, which reads it and writes the table', async () => {
  const { cloud, Bucket, put } = await bringUploadsUp();
  await put('approved/über a+b (1).xlsx', 'hello');
  await put('elsewhere/c.xlsx', 'not noticed');
  await cloud.idle();
  const seen = await readSeen(cloud);
  expect(seen).toHaveLength(1);
  expect(seen[0]).toMatchObject({
    text: 'hello',
    record: {
      eventVersion: '2.1',
      eventName: 'ObjectCreated:Put',
      eventTime: expect.stringMatching(/Z$/u),
      userIdentity: { principalId: 'AWS:admin' },
      requestParameters: { sourceIPAddress: '127.0.0.1' },
      s3: {
        bucket: { name: Bucket },
        object: {
          key: 'approved/%C3%BCber+a%2Bb+%281%29.xlsx',
          size: 5,
          eTag: '5d41402abc4b2a76b9719d911017c592',
        },
      },
    },
  });
  expect(cloud.violations()).toStrictEqual([]);
  const called = new Set(cloud.calls().map(({ action }) => action));
  expect([...called].sort()).toStrictEqual([
    'dynamodb:PutItem',
    's3:GetObject',
    'sqs:DeleteMessage',
    'sqs:GetQueueAttributes',
    'sqs:ReceiveMessage',
  ]);
});

test('copies and multipart uploads are noticed once each, in the order of their sequencers', async () => {
  const { cloud, s3, Bucket, put } = await bringUploadsUp();
  await put('first', 'one');
  const copied = { Bucket, Key: 'approved/copied', CopySource: `${Bucket}/first` };
  await s3.send(new CopyObjectCommand(copied));
  const target = { Bucket, Key: 'approved/parts' };
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand(target));
  const part = { UploadId, PartNumber: 1 };
  const { ETag } = await s3.send(new UploadPartCommand({ ...target, ...part, Body: 'two' }));
  const MultipartUpload = { Parts: [{ PartNumber: 1, ETag }] };
  const complete = { ...target, UploadId, MultipartUpload };
  await s3.send(new CompleteMultipartUploadCommand(complete));
  await cloud.idle();
  const seen = await readSeen(cloud);
  expect(seen.map(({ text, record }) => `${record.eventName} ${text}`)).toStrictEqual([
    'ObjectCreated:Copy one',
    'ObjectCreated:CompleteMultipartUpload two',
  ]);
});

test('a removal is told to those who want to hear of it, one object or several at once', async () => {
  const { cloud, s3, Bucket, put } = await bringUploadsUp('s3:ObjectRemoved:*');
  await put('approved/one way', 'x');
  await put('approved/two', 'x');
  await put('elsewhere/three', 'x');
  await s3.send(new DeleteObjectCommand({ Bucket, Key: 'approved/one way' }));
  const Objects = [{ Key: 'approved/two' }, { Key: 'elsewhere/three' }];
  await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
  await cloud.idle();
  const seen = await readSeen(cloud);
  expect(seen.map(({ record }) => `${record.eventName} ${record.s3.object.key}`).sort()).toEqual([
    'ObjectRemoved:Delete approved/one+way',
    'ObjectRemoved:Delete approved/two',
  ]);
});

test('an event can be delivered twice, as S3 may', async () => {
  const { cloud, put } = await bringUploadsUp();
  await put('approved/a', 'x');
  await cloud.deliverAgain('approved/a');
  await cloud.idle();
  const [one, two, ...more] = await readSeen(cloud);
  expect(more).toStrictEqual([]);
  expect(two?.record).toStrictEqual(one?.record);
  expect(two?.id).not.toBe(one?.id);
});

test('a conditional write is turned down, for it would overwrite', async () => {
  const { s3, Bucket } = await bringUploadsUp();
  const write = new PutObjectCommand({ Bucket, Key: 'a', Body: 'x', IfNoneMatch: '*' });
  await expect(s3.send(write)).rejects.toThrow('no conditional writes');
});
