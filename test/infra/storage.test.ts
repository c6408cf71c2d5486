import { describe, expect, test } from 'vitest';
import { productionStack, Synthesized, TLS_ONLY } from './synthesized.ts';

const synthesized = new Synthesized();

describe('the bucket', () => {
  const bucket = synthesized.one('AWS::S3::Bucket', 'QuotesBucket');

  test('is private, versioned, encrypted and outlives the stack', () => {
    expect(bucket.DeletionPolicy).toBe('RetainExceptOnCreate');
    expect(bucket.Properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      VersioningConfiguration: { Status: 'Enabled' },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    });
    expect(bucket.Properties['BucketEncryption']).toBeDefined();
  });

  test('answers over TLS only', () => {
    const statements = synthesized.policy('AWS::S3::BucketPolicy', 'QuotesBucketPolicy');

    expect(statements).toContainEqual(expect.objectContaining(TLS_ONLY));
  });

  test('forgets nothing but the plans of old jobs', () => {
    const { Rules } = bucket.Properties['LifecycleConfiguration'] as {
      Rules: readonly Record<string, unknown>[];
    };
    const forgetting = Rules.filter((rule) => Object.keys(rule).some((key) => /Expir/u.test(key)));

    expect(forgetting.map((rule) => rule['Prefix'])).toEqual(['jobs/', 'jobs/']);
    expect(Rules.filter((rule) => rule['Prefix'] === undefined)).toEqual([
      expect.objectContaining({ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } }),
    ]);
  });

  test('tells one queue of files put under approved/ and taken from it, another of files under check/, and of nothing else', () => {
    expect(bucket.Properties['NotificationConfiguration']).toEqual({
      QueueConfigurations: [
        {
          Event: 's3:ObjectCreated:*',
          Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'approved/' }] } },
          Queue: { 'Fn::GetAtt': [expect.stringMatching(/^QueuesUploadsQueue/u), 'Arn'] },
        },
        {
          Event: 's3:ObjectRemoved:*',
          Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'approved/' }] } },
          Queue: { 'Fn::GetAtt': [expect.stringMatching(/^QueuesUploadsQueue/u), 'Arn'] },
        },
        {
          Event: 's3:ObjectCreated:*',
          Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'check/' }] } },
          Queue: { 'Fn::GetAtt': [expect.stringMatching(/^QueuesChecksQueue/u), 'Arn'] },
        },
      ],
    });
  });

  test('is made after both queues admit it, and only buckets of this account are admitted', () => {
    const policies = ['QueuesChecksQueuePolicy', 'QueuesUploadsQueuePolicy'];

    expect(bucket.DependsOn).toEqual(policies.map((id) => expect.stringMatching(`^${id}`)));
    for (const policy of policies) {
      expect(synthesized.policy('AWS::SQS::QueuePolicy', policy)).toContainEqual(
        expect.objectContaining({
          Effect: 'Allow',
          Principal: { Service: 's3.amazonaws.com' },
          Condition: expect.objectContaining({
            StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
          }),
        }),
      );
    }
  });
});

test('the table is protected, can be set back in time and outlives the stack', () => {
  const table = synthesized.one('AWS::DynamoDB::Table', 'Jobs');

  expect(table.DeletionPolicy).toBe('RetainExceptOnCreate');
  expect(table.Properties).toMatchObject({
    DeletionProtectionEnabled: true,
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    BillingMode: 'PAY_PER_REQUEST',
    TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: false },
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
  });
});

test('the keys of each account stand in a secret of its name that outlives the stack', () => {
  const secrets = synthesized.all('AWS::SecretsManager::Secret').map(([, secret]) => secret);

  expect(secrets.map(({ Properties }) => Properties['Name'])).toEqual([
    'renewsheet/main',
    'renewsheet/second-account',
  ]);
  expect(secrets.map(({ DeletionPolicy }) => DeletionPolicy)).toEqual([
    'RetainExceptOnCreate',
    'RetainExceptOnCreate',
  ]);
});

test('what makes the placeholder of a secret never changes, or real keys would be overwritten', () => {
  for (const [, { Properties }] of synthesized.all('AWS::SecretsManager::Secret')) {
    expect(Properties['GenerateSecretString']).toEqual({
      SecretStringTemplate: '{"accessKey":"put the access key here"}',
      GenerateStringKey: 'secretKey',
    });
  }
});

function protectionOf(one: Synthesized): unknown {
  return one.one('AWS::DynamoDB::Table', 'Jobs').Properties['DeletionProtectionEnabled'];
}

function unprotected(one: Synthesized): unknown {
  const { DeletionProtectionEnabled: _, ...others } = one.one(
    'AWS::DynamoDB::Table',
    'Jobs',
  ).Properties;
  return others;
}

describe('a deployment that fails', () => {
  const first = new Synthesized(productionStack({ firstDeployment: true }));

  test('leaves nothing of its own behind that the next one would meet', () => {
    const kept = Object.entries(first.json.Resources).filter(
      ([, { DeletionPolicy, UpdateReplacePolicy }]) =>
        DeletionPolicy === 'Retain' ||
        (DeletionPolicy === 'RetainExceptOnCreate' && UpdateReplacePolicy !== 'Retain'),
    );

    expect(kept).toEqual([]);
  });

  test('is kept from deleting the table only where one has succeeded before', () => {
    expect([protectionOf(first), protectionOf(synthesized)]).toEqual([false, true]);
  });

  test('changes nothing else: the deployment after it protects what is there', () => {
    expect(Object.keys(first.json.Resources)).toEqual(Object.keys(synthesized.json.Resources));
    expect(unprotected(first)).toEqual(unprotected(synthesized));
    expect(productionStack({ firstDeployment: true }).terminationProtection).toBe(false);
    expect(productionStack().terminationProtection).toBe(true);
  });
});

test('a table that is there already is taken up by its name, with its index, and never made or changed', () => {
  const again = new Synthesized(productionStack({ existingTable: 'kept-jobs' }));
  const named = { 'Fn::Join': ['', expect.arrayContaining([':table/kept-jobs'])] };

  expect(again.all('AWS::DynamoDB::Table')).toEqual([]);
  expect(again.json.Outputs['TableName']).toMatchObject({ Value: 'kept-jobs' });
  expect(again.statements('WorkersRenewChunkRole')).toContainEqual(
    expect.objectContaining({ Sid: 'UseTable', Resource: named }),
  );
  expect(
    again.one('AWS::Lambda::Function', 'WorkersRenewChunk').Properties['Environment'],
  ).toMatchObject({ Variables: { TABLE_NAME: 'kept-jobs' } });
});

test('a bucket that is there already is taken up by its name, and never made or changed', () => {
  const again = new Synthesized(productionStack({ existingBucket: 'kept-quotes' }));
  const admitted = again
    .all('AWS::SQS::QueuePolicy')
    .map(([, { Properties }]) => JSON.stringify(Properties))
    .filter((policy) => policy.includes('s3.amazonaws.com'));

  expect(again.all('AWS::S3::Bucket')).toEqual([]);
  expect(again.json.Outputs['BucketName']).toMatchObject({ Value: 'kept-quotes' });
  expect(admitted).toHaveLength(2);
  for (const policy of admitted) expect(policy).toContain(':s3:::kept-quotes');
  const told = JSON.stringify(again.json.Outputs['BucketNotifications']);
  for (const part of ['approved/', 'check/', 's3:ObjectRemoved:*', 'QueuesUploadsQueue']) {
    expect(told).toContain(part);
  }
  expect(synthesized.json.Outputs).not.toHaveProperty('BucketNotifications');
});
