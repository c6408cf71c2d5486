import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Cloud } from '../../../../infra/cloud/cloud.ts';
import { startCloud } from '../../../../infra/cloud/start-cloud.ts';
import { moduleUrl, stackFolder } from '../small-stack.ts';

const Bucket = 'files';
const FOREIGN_KEY = 'arn:aws:kms:us-east-1:111111111111:key/foreign';
const OWN_KEY = 'arn:aws:kms:us-east-1:000000000000:key/own';

/** Reads one object and answers with its text, or with what the refusal is called. */
const READ = `
import { GetObjectCommand, HeadObjectCommand, S3Client } from '${moduleUrl('@aws-sdk/client-s3')}';
const s3 = new S3Client();
export const handler = async ({ Key, head = false }) => {
  const Bucket = '${Bucket}';
  try {
    if (head) return String((await s3.send(new HeadObjectCommand({ Bucket, Key }))).ContentLength);
    return await (await s3.send(new GetObjectCommand({ Bucket, Key }))).Body.transformToString();
  } catch ({ name }) {
    return name;
  }
};`;

let cloud: Cloud;
let removeFolder: () => void;
let s3: S3Client;
let sqs: SQSClient;

beforeAll(async () => {
  const { directory, remove } = stackFolder((stack) => {
    const told = new Queue(stack, 'Told');
    told.grantSendMessages(new ServicePrincipal('s3.amazonaws.com'));
    new CfnBucket(stack, 'Files', {
      bucketName: Bucket,
      versioningConfiguration: { status: 'Enabled' },
      notificationConfiguration: {
        queueConfigurations: ['s3:ObjectCreated:*', 's3:ObjectRemoved:*'].map((event) => ({
          event,
          queue: told.queueArn,
        })),
      },
    });
    stack.function('Read', READ).addToRolePolicy(
      new PolicyStatement({
        actions: ['s3:GetObject', 's3:ListBucket', 'kms:Decrypt'],
        resources: [`arn:aws:s3:::${Bucket}`, `arn:aws:s3:::${Bucket}/*`, OWN_KEY],
      }),
    );
  });
  removeFolder = remove;
  cloud = await startCloud({ assembly: { directory } });
  s3 = new S3Client({ ...cloud.clientConfig('s3'), forcePathStyle: true });
  sqs = new SQSClient(cloud.clientConfig('sqs'));
  await told();
}, 60_000);

afterAll(async () => {
  s3.destroy();
  sqs.destroy();
  await cloud.stop();
  removeFolder();
});

async function put(Key: string, Body: string): Promise<string> {
  return (await s3.send(new PutObjectCommand({ Bucket, Key, Body }))).VersionId ?? '';
}

async function read(Key: string, VersionId?: string): Promise<string> {
  const version = VersionId === undefined ? {} : { VersionId };
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key, ...version }));
  return await Body!.transformToString();
}

/** The events since the last look: what happened, and to which version. */
async function told(): Promise<readonly string[]> {
  const events: string[] = [];
  for (;;) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: cloud.lookup('Told'), MaxNumberOfMessages: 10 }),
    );
    if (Messages.length === 0) return events;
    for (const { Body = '' } of Messages) {
      const { Records = [] } = JSON.parse(Body) as {
        readonly Records?: readonly {
          readonly eventName: string;
          readonly s3: { readonly object: { readonly versionId?: string } };
        }[];
      };
      events.push(
        ...Records.map(({ eventName, s3 }) => `${eventName} ${s3.object.versionId ?? '-'}`),
      );
    }
  }
}

describe('in a bucket with versions', () => {
  test('what is written over can be read by its version, which its event named', async () => {
    const first = await put('a', 'one');
    const second = await put('a', 'two');

    expect(await told()).toEqual([`ObjectCreated:Put ${first}`, `ObjectCreated:Put ${second}`]);
    expect([await read('a'), await read('a', first), await read('a', second)]).toEqual([
      'two',
      'one',
      'two',
    ]);
    expect((await s3.send(new HeadObjectCommand({ Bucket, Key: 'a' }))).VersionId).toBe(second);
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
    expect(Contents.map(({ Key }) => Key)).toEqual(['a']);
  });

  test('a deletion leaves a marker, under which the object is gone and its version stands', async () => {
    const version = await put('b', 'kept');
    const { DeleteMarker, VersionId } = await s3.send(
      new DeleteObjectCommand({ Bucket, Key: 'b' }),
    );

    expect(DeleteMarker).toBe(true);
    expect(await told()).toEqual([
      `ObjectCreated:Put ${version}`,
      `ObjectRemoved:DeleteMarkerCreated ${VersionId}`,
    ]);
    await expect(read('b')).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(read('b', VersionId)).rejects.toMatchObject({ name: 'MethodNotAllowed' });
    expect(await read('b', version)).toBe('kept');

    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'b', VersionId }));
    expect(await read('b')).toBe('kept');
    expect(await told()).toEqual([`ObjectRemoved:Delete ${VersionId}`]);
  });

  test('an old version that is deleted takes nothing from the object, the newest one gives way to it', async () => {
    const [first, second, third] = [await put('c', '1'), await put('c', '2'), await put('c', '3')];
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'c', VersionId: first }));
    expect(await read('c')).toBe('3');
    await expect(read('c', first)).rejects.toMatchObject({ name: 'NoSuchVersion' });

    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'c', VersionId: third }));
    expect(await read('c', second)).toBe('2');
    expect(await read('c')).toBe('2');
    expect((await told()).slice(3)).toEqual([
      `ObjectRemoved:Delete ${first}`,
      `ObjectRemoved:Delete ${third}`,
    ]);
  });

  test('several that are deleted at once get a marker each', async () => {
    const versions = [await put('d', '1'), await put('e', '2')];
    const Objects = [{ Key: 'd' }, { Key: 'e' }];
    await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));

    expect([await read('d', versions[0]), await read('e', versions[1])]).toEqual(['1', '2']);
    expect((await told()).slice(2)).toEqual(
      [0, 0].map(() => expect.stringMatching(/^ObjectRemoved:DeleteMarkerCreated \w+marker$/u)),
    );
  });
});

async function putUnder(Key: string, SSEKMSKeyId: string): Promise<void> {
  const encryption = { ServerSideEncryption: 'aws:kms', SSEKMSKeyId } as const;
  await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'secret', ...encryption }));
}

describe('an object under a key of KMS', () => {
  test('is read by a function that may use the key', async () => {
    await putUnder('own', OWN_KEY);

    expect(await cloud.invoke('Read', { Key: 'own' })).toEqual({
      kind: 'returned',
      value: 'secret',
    });
  });

  test('is refused to a function that may read the object but not use the key, and is seen to be there', async () => {
    await putUnder('foreign', FOREIGN_KEY);

    expect(await cloud.invoke('Read', { Key: 'foreign' })).toEqual({
      kind: 'returned',
      value: 'AccessDenied',
    });
    expect(await cloud.invoke('Read', { Key: 'foreign', head: true })).toEqual({
      kind: 'returned',
      value: '6',
    });
    expect(cloud.violations()).toMatchObject([{ action: 'kms:Decrypt', resource: FOREIGN_KEY }]);
  });
});
