import { describe, expect, test } from 'vitest';
import { Synthesized, TLS_ONLY } from './synthesized.ts';

const synthesized = new Synthesized();

describe('the bucket', () => {
  const bucket = synthesized.one('AWS::S3::Bucket', 'QuotesBucket');

  test('is private, versioned, encrypted and outlives the stack', () => {
    expect(bucket.DeletionPolicy).toBe('Retain');
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

  expect(table.DeletionPolicy).toBe('Retain');
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
  expect(secrets.map(({ DeletionPolicy }) => DeletionPolicy)).toEqual(['Retain', 'Retain']);
});

test('what makes the placeholder of a secret never changes, or real keys would be overwritten', () => {
  for (const [, { Properties }] of synthesized.all('AWS::SecretsManager::Secret')) {
    expect(Properties['GenerateSecretString']).toEqual({
      SecretStringTemplate: '{"accessKey":"put the access key here"}',
      GenerateStringKey: 'secretKey',
    });
  }
});
