import { DynamoDBClient, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { AttributeType, BillingMode, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Cloud } from '../../../../infra/cloud/cloud.ts';
import { startCloud } from '../../../../infra/cloud/start-cloud.ts';
import { stackFolder } from '../small-stack.ts';

let cloud: Cloud;
let removeFolder: () => void;
let s3: S3Client;
let sqs: SQSClient;
let sns: SNSClient;
let tables: DynamoDBClient;

beforeAll(async () => {
  const { directory, remove } = stackFolder((stack) => {
    new Bucket(stack, 'Files', { bucketName: 'files' });
    new Queue(stack, 'Work', { maxMessageSizeBytes: 262_144 });
    new Topic(stack, 'News');
    const table = new Table(stack, 'Rows', {
      tableName: 'rows',
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
    });
    table.addGlobalSecondaryIndex({
      indexName: 'listed',
      partitionKey: { name: 'listed', type: AttributeType.STRING },
    });
  });
  removeFolder = remove;
  cloud = await startCloud({ assembly: { directory } });
  s3 = new S3Client({ ...cloud.clientConfig('s3'), forcePathStyle: true });
  sqs = new SQSClient(cloud.clientConfig('sqs'));
  sns = new SNSClient(cloud.clientConfig('sns'));
  tables = new DynamoDBClient(cloud.clientConfig('dynamodb'));
}, 60_000);

afterAll(async () => {
  for (const client of [s3, sqs, sns, tables]) client.destroy();
  await cloud.stop();
  removeFolder();
});

async function write(Key: string): Promise<unknown> {
  return await s3.send(new PutObjectCommand({ Bucket: 'files', Key, Body: 'x' }));
}

async function put(Item: Record<string, { S: string }>): Promise<unknown> {
  return await tables.send(new PutItemCommand({ TableName: 'rows', Item }));
}

async function set(pk: string, attribute: string, text: string): Promise<unknown> {
  return await tables.send(
    new UpdateItemCommand({
      TableName: 'rows',
      Key: { pk: { S: pk } },
      UpdateExpression: 'SET #name = :text',
      ExpressionAttributeNames: { '#name': attribute },
      ExpressionAttributeValues: { ':text': { S: text } },
    }),
  );
}

async function send(bytes: number): Promise<unknown> {
  const input = { QueueUrl: cloud.lookup('Work'), MessageBody: 'x'.repeat(bytes) };
  return await sqs.send(new SendMessageCommand(input));
}

describe('a key of S3', () => {
  test('may have 1,024 bytes', async () => {
    await expect(write('a'.repeat(1024))).resolves.toBeDefined();
  });

  test('of more bytes is refused, whatever its count of characters', async () => {
    const wide = '名'.repeat(342);

    await expect(write('a'.repeat(1025))).rejects.toMatchObject({ name: 'KeyTooLongError' });
    await expect(write(wide)).rejects.toMatchObject({ name: 'KeyTooLongError' });
    await expect(
      s3.send(new GetObjectCommand({ Bucket: 'files', Key: wide })),
    ).rejects.toMatchObject({ name: 'KeyTooLongError', $metadata: { httpStatusCode: 400 } });
  });
});

describe('an item of DynamoDB', () => {
  test('may have nearly 400 KB', async () => {
    await expect(put({ pk: { S: 'a' }, text: { S: 'x'.repeat(409_000) } })).resolves.toBeDefined();
  });

  test('of more than 400 KB is refused, put or grown', async () => {
    const tooLarge = { name: 'ValidationException', message: /maximum allowed size/u };
    await expect(put({ pk: { S: 'b' }, text: { S: 'x'.repeat(409_700) } })).rejects.toMatchObject({
      name: tooLarge.name,
      message: expect.stringMatching(tooLarge.message),
    });
    await expect(set('a', 'more', 'x'.repeat(1000))).rejects.toMatchObject({
      name: tooLarge.name,
      message: expect.stringMatching(tooLarge.message),
    });
  });

  test('has no empty text for its key', async () => {
    await expect(put({ pk: { S: '' } })).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining('Key: pk'),
    });
  });

  test('has no empty text for the key of an index, put or set later', async () => {
    const refused = {
      name: 'ValidationException',
      message: expect.stringContaining('IndexKey: listed'),
    };
    await expect(put({ pk: { S: 'c' }, listed: { S: '' } })).rejects.toMatchObject(refused);
    await expect(set('c', 'listed', '')).rejects.toMatchObject(refused);
  });

  test('may have empty texts elsewhere, and leave the index out', async () => {
    await expect(put({ pk: { S: 'd' }, note: { S: '' } })).resolves.toBeDefined();
  });
});

describe('a message', () => {
  test('may have 256 KB', async () => {
    await expect(send(262_144)).resolves.toBeDefined();
  });

  test('of more than 256 KB is refused by its queue', async () => {
    await expect(send(262_145)).rejects.toMatchObject({
      message: expect.stringContaining('262144 bytes'),
    });
  });

  test('of more than 256 KB is refused by a topic', async () => {
    const Message = 'x'.repeat(262_145);

    await expect(
      sns.send(new PublishCommand({ TopicArn: cloud.lookup('News'), Message })),
    ).rejects.toMatchObject({ $metadata: { httpStatusCode: 400 } });
  });
});
