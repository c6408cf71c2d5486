import { PolicyStatement, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { expect, test } from 'vitest';
import type { Cloud } from '../../../../infra/cloud/cloud.ts';
import type { AwsCall } from '../../../../infra/cloud/permissions/gate.ts';
import type { Publication } from '../../../../infra/cloud/events/publication.ts';
import { bringUp, moduleUrl, type SmallStack } from '../small-stack.ts';

/** Makes one call and answers with what came of it. */
const CALL_ONCE = `
const modules = {
  s3: '${moduleUrl('@aws-sdk/client-s3')}',
  sqs: '${moduleUrl('@aws-sdk/client-sqs')}',
  dynamodb: '${moduleUrl('@aws-sdk/client-dynamodb')}',
  secrets: '${moduleUrl('@aws-sdk/client-secrets-manager')}',
  sns: '${moduleUrl('@aws-sdk/client-sns')}',
};
export const handler = async ({ service, command, input }) => {
  const sdk = await import(modules[service]);
  const Client = Object.values(sdk).find(({ name }) => /^(S3|SQS|DynamoDB|SecretsManager|SNS)Client$/.test(name));
  try {
    const answer = await new Client().send(new sdk[command + 'Command'](input));
    return { ok: answer.SecretString ?? true };
  } catch (error) {
    return { refused: error.name, status: error.$metadata?.httpStatusCode };
  }
};`;

type Grant = (to: IGrantable) => unknown;

function everything(stack: SmallStack, allow: boolean): void {
  const caller = stack.function('Caller', CALL_ONCE);
  const files = new Bucket(stack, 'Files', { bucketName: 'files' });
  const work = new Queue(stack, 'Work');
  const rows = new Table(stack, 'Rows', {
    tableName: 'rows',
    partitionKey: { name: 'id', type: AttributeType.STRING },
  });
  const keys = new Secret(stack, 'Keys', { secretName: 'keys/main' });
  const alarms = new Topic(stack, 'Alarms', { topicName: 'alarms' });
  const grants: readonly Grant[] = [
    (to) => files.grantReadWrite(to),
    (to) => work.grantSendMessages(to),
    (to) => rows.grantReadWriteData(to),
    (to) => keys.grantRead(to),
    (to) => alarms.grantPublish(to),
  ];
  if (allow) for (const grant of grants) grant(caller);
}

const TOPIC = 'arn:aws:sns:us-east-1:000000000000:alarms';

const CALLS = [
  ['s3', 'PutObject', { Bucket: 'files', Key: 'a/b', Body: 'x' }, 's3:PutObject', 403],
  ['s3', 'GetObject', { Bucket: 'files', Key: 'a/b' }, 's3:GetObject', 403],
  ['s3', 'HeadObject', { Bucket: 'files', Key: 'a/b' }, 's3:GetObject', 403],
  ['s3', 'ListObjectsV2', { Bucket: 'files' }, 's3:ListBucket', 403],
  ['sqs', 'SendMessage', { MessageBody: 'x' }, 'sqs:SendMessage', 403],
  ['dynamodb', 'PutItem', { TableName: 'rows', Item: { id: { S: 'a' } } }, 'dynamodb:PutItem', 400],
  ['secrets', 'GetSecretValue', { SecretId: 'keys/main' }, 'secretsmanager:GetSecretValue', 400],
  ['sns', 'Publish', { TopicArn: TOPIC, Message: 'x' }, 'sns:Publish', 403],
] as const;

/** A queue's address is also where the SDK sends its calls, so it must be the true one. */
function inputFor(cloud: Cloud, service: string, input: object): object {
  return service === 'sqs' ? { ...input, QueueUrl: cloud.lookup('Work') } : input;
}

test('calls that the role allows are carried out, and what is published is heard', async () => {
  const published: Publication[] = [];
  const { cloud } = await bringUp(
    (stack) => {
      everything(stack, true);
    },
    {
      secrets: { 'keys/main': { accessKey: 'AK' } },
      onPublished: (publication) => published.push(publication),
    },
  );
  for (const [service, command, input] of CALLS) {
    const ok = service === 'secrets' ? '{"accessKey":"AK"}' : true;
    const answer = await cloud.invoke('Caller', {
      service,
      command,
      input: inputFor(cloud, service, input),
    });
    expect(answer).toStrictEqual({ kind: 'returned', value: { ok } });
  }
  expect(cloud.violations()).toStrictEqual([]);
  expect(published).toStrictEqual([{ topicArn: TOPIC, subject: '', text: 'x' }]);
});

test('calls that the role does not allow are refused in the words of the service, and named', async () => {
  const heard: AwsCall[] = [];
  const published: Publication[] = [];
  const { cloud } = await bringUp(
    (stack) => {
      everything(stack, false);
    },
    {
      secrets: { 'keys/main': 'x' },
      onViolation: (call) => heard.push(call),
      onPublished: (publication) => published.push(publication),
    },
  );
  for (const [service, command, input, , status] of CALLS) {
    const event = { service, command, input: inputFor(cloud, service, input) };
    expect(await cloud.invoke('Caller', event)).toMatchObject({
      kind: 'returned',
      value: {
        refused: expect.stringMatching(/^(AccessDenied|AuthorizationError|Unknown)/u),
        status,
      },
    });
  }
  const actions = CALLS.map(([, , , action]) => action);
  expect(cloud.violations().map(({ action }) => action)).toStrictEqual(actions);
  expect(heard).toStrictEqual(cloud.violations());
  expect(published).toStrictEqual([]);
  expect(heard[0]).toStrictEqual({
    function: cloud.functions[0]?.name,
    service: 's3',
    action: 's3:PutObject',
    resource: 'arn:aws:s3:::files/a/b',
    allowed: false,
    at: expect.any(Number),
  });
});

test('to a role that may not list the bucket a missing object is a refusal, as on AWS', async () => {
  const { cloud } = await bringUp((stack) => {
    const files = new Bucket(stack, 'Files', { bucketName: 'files' });
    const caller = stack.function('Caller', CALL_ONCE);
    caller.addToRolePolicy(
      new PolicyStatement({ actions: ['s3:GetObject'], resources: [files.arnForObjects('*')] }),
    );
  });
  const input = { Bucket: 'files', Key: 'nowhere' };
  const answer = await cloud.invoke('Caller', { service: 's3', command: 'GetObject', input });
  expect(answer).toMatchObject({ value: { refused: 'AccessDenied', status: 403 } });
  expect(cloud.violations()).toMatchObject([{ action: 's3:ListBucket' }]);
});
