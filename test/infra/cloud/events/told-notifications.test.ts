import {
  PutBucketNotificationConfigurationCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { expect, test } from 'vitest';
import type { Cloud } from '../../../../infra/cloud/cloud.ts';
import { bringUp } from '../small-stack.ts';

async function cloudWith(admits: boolean): Promise<Cloud> {
  const { cloud } = await bringUp((stack) => {
    const queue = new Queue(stack, 'Uploads');
    if (admits) queue.grantSendMessages(new ServicePrincipal('s3.amazonaws.com'));
    new CfnBucket(stack, 'Files');
  });
  return cloud;
}

/** Has the bucket tell the queue of what is written under `approved/`. */
async function tell(cloud: Cloud): Promise<S3Client> {
  const s3 = new S3Client(cloud.clientConfig('s3'));
  const QueueArn = `arn:aws:sqs:us-east-1:000000000000:${cloud.lookup('Uploads').split('/').at(-1)}`;
  const Filter = { Key: { FilterRules: [{ Name: 'prefix' as const, Value: 'approved/' }] } };
  await s3.send(
    new PutBucketNotificationConfigurationCommand({
      Bucket: cloud.lookup('Files'),
      NotificationConfiguration: {
        QueueConfigurations: [{ QueueArn, Events: ['s3:ObjectCreated:*'], Filter }],
      },
    }),
  );
  return s3;
}

test('a bucket tells of what it was told by hand to tell of', async () => {
  const cloud = await cloudWith(true);
  const s3 = await tell(cloud);
  for (const Key of ['approved/a', 'other/b']) {
    await s3.send(new PutObjectCommand({ Bucket: cloud.lookup('Files'), Key, Body: 'text' }));
  }
  await cloud.idle();
  const sqs = new SQSClient(cloud.clientConfig('sqs'));
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({ QueueUrl: cloud.lookup('Uploads'), MaxNumberOfMessages: 10 }),
  );

  expect(Messages.map(({ Body = '' }) => /"key":"([^"]+)"|s3:TestEvent/u.exec(Body)?.[0])).toEqual([
    's3:TestEvent',
    '"key":"approved/a"',
  ]);
});

test('it refuses to tell a queue that does not admit it', async () => {
  const cloud = await cloudWith(false);

  await expect(tell(cloud)).rejects.toThrow(/No queue policy lets S3 send notifications/u);
});
