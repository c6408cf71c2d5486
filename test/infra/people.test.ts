import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, test } from 'vitest';
import { resolveIntrinsics } from '../../infra/cloud/template/intrinsics.ts';
import {
  identifyIgnored,
  LOCAL_ACCOUNT,
  LOCAL_REGION,
  supportedTypes,
} from '../../infra/cloud/template/resource-types.ts';
import { permits, type PolicyJson } from '../support/iam-simulator.ts';
import { productionStack, Synthesized } from './synthesized.ts';

const stack = productionStack({ peoplePolicies: 'made' });
const synthesized = new Synthesized(stack);
/** Characters of a managed policy, white space left out (quotas of the IAM User Guide). */
const MOST_CHARACTERS = 6144;

function attribute(logicalId: string, name: string): string {
  const { Type } = synthesized.json.Resources[logicalId]!;
  if (Type === 'AWS::Logs::LogGroup') return logGroupArn(logicalId);
  const identify = supportedTypes[Type]?.identify ?? identifyIgnored;
  return identify(logicalId, '').attributes[name]!;
}

function logGroupArn(name: string): string {
  return `arn:aws:logs:${LOCAL_REGION}:${LOCAL_ACCOUNT}:log-group:${name}:*`;
}

function idOf(type: string, start: string): string {
  return synthesized.all(type).find(([id]) => id.startsWith(start))![0];
}

function policyOf(who: 'Finance' | 'Operations'): PolicyJson {
  const { Properties } = synthesized.one('AWS::IAM::ManagedPolicy', `People${who}`);
  const resolved = resolveIntrinsics(Properties['PolicyDocument'], {
    ref: (name) => (name === 'AWS::Partition' ? 'aws' : name),
    attribute,
    mapped: () => undefined,
  });
  return resolved as PolicyJson;
}

const BUCKET = attribute(idOf('AWS::S3::Bucket', 'QuotesBucket'), 'Arn');
const TABLE = attribute(idOf('AWS::DynamoDB::Table', 'Jobs'), 'Arn');
const OPERATE = attribute(idOf('AWS::Lambda::Function', 'WorkersOperate'), 'Arn');
const RENEW = attribute(idOf('AWS::Lambda::Function', 'WorkersRenewChunk'), 'Arn');
const CHUNKS = attribute(idOf('AWS::SQS::Queue', 'QueuesChunksQueue'), 'Arn');
const ASIDE = attribute(idOf('AWS::SQS::Queue', 'QueuesChunksDeadLetters'), 'Arn');
const LOGS = logGroupArn(idOf('AWS::Logs::LogGroup', 'WorkersTick'));
const KEYS = `arn:aws:secretsmanager:${LOCAL_REGION}:${LOCAL_ACCOUNT}:secret:renewsheet/main-a1b2c3`;

type Who = Parameters<typeof policyOf>[0];

/** Action, resource and who may. */
const CALLS: readonly (readonly [action: string, resource: string, who: readonly Who[]])[] = [
  ['s3:PutObject', `${BUCKET}/approved/main/q.xlsx`, ['Finance']],
  ['s3:PutObject', `${BUCKET}/check/main/q.xlsx`, ['Finance', 'Operations']],
  ['s3:DeleteObject', `${BUCKET}/approved/main/q.xlsx`, ['Finance']],
  ['s3:DeleteObjectVersion', `${BUCKET}/approved/main/q.xlsx`, []],
  ['s3:GetObject', `${BUCKET}/results/main/q.xlsx`, ['Finance', 'Operations']],
  ['s3:GetObject', `${BUCKET}/exports/main/q.xlsx`, ['Finance', 'Operations']],
  ['s3:GetObject', `${BUCKET}/approved/main/q.xlsx`, ['Finance']],
  ['s3:GetObject', `${BUCKET}/jobs/checks/abc/answer.json`, ['Operations']],
  ['s3:GetObject', `${BUCKET}/jobs/abc/plan.json`, []],
  ['s3:PutObject', `${BUCKET}/results/main/q.xlsx`, []],
  ['s3:PutObject', `${BUCKET}/jobs/abc/plan.json`, []],
  ['lambda:InvokeFunction', OPERATE, ['Operations']],
  ['lambda:InvokeFunction', RENEW, []],
  ['dynamodb:GetItem', TABLE, ['Operations']],
  ['dynamodb:PutItem', TABLE, []],
  ['sqs:StartMessageMoveTask', ASIDE, ['Operations']],
  ['sqs:PurgeQueue', ASIDE, ['Operations']],
  ['sqs:SendMessage', CHUNKS, ['Operations']],
  ['sqs:PurgeQueue', CHUNKS, []],
  ['logs:FilterLogEvents', LOGS, ['Operations']],
  ['secretsmanager:GetSecretValue', KEYS, []],
];

describe('people with the policies of the stack', () => {
  test.each(CALLS)('%s on %s: %j', async (action, resource, who) => {
    const may: Who[] = [];
    for (const one of ['Finance', 'Operations'] as const) {
      if (await permits(policyOf(one), { action, resource })) may.push(one);
    }
    expect(may).toEqual(who);
  });

  test.each([
    ['', true, true],
    ['approved/', true, false],
    ['results/main/', true, true],
    ['jobs/', false, false],
  ])('see what is under "%s": finance %s, operations %s', async (prefix, finance, operations) => {
    const call = { action: 's3:ListBucket', resource: BUCKET };
    const context = { 's3:prefix': prefix };

    expect(await permits(policyOf('Finance'), call, context)).toBe(finance);
    expect(await permits(policyOf('Operations'), call, context)).toBe(operations);
  });

  test('are found by the names of the policies, which fit into what IAM takes', () => {
    for (const who of ['Finance', 'Operations'] as const) {
      expect(JSON.stringify(policyOf(who)).length).toBeLessThan(MOST_CHARACTERS);
      expect(
        synthesized.one('AWS::IAM::ManagedPolicy', `People${who}`).Properties['ManagedPolicyName'],
      ).toBe(`renewsheet-production-${who.toLowerCase()}`);
      expect(synthesized.json.Outputs).toHaveProperty(`${who}PolicyName`);
    }
  });
});

test('the rule pack finds nothing in them that is not acknowledged', () => {
  expect(new AwsSolutionsChecks(stack).validateScope(stack).violations).toEqual([]);
});

test('a stack makes no policy for people unless it is asked to', () => {
  expect(new Synthesized().all('AWS::IAM::ManagedPolicy')).toEqual([]);
});

describe('keys for looking alone', () => {
  const apart = new Synthesized(productionStack({ readingSecretPrefix: 'renewsheet-looking' }));

  function secretsOf(role: string): string {
    return JSON.stringify(
      apart.statements(`Workers${role}Role`).find(({ Sid }) => Sid === 'ReadProviderKeys'),
    );
  }

  test('are read by those that only look, and those that pay are not', () => {
    for (const role of ['CheckQuote', 'ExportQuote']) {
      expect(secretsOf(role)).toContain(':secret:renewsheet-looking/*');
      expect(
        apart.one('AWS::Lambda::Function', `Workers${role}`).Properties['Environment'],
      ).toMatchObject({ Variables: { SECRET_PREFIX: 'renewsheet-looking' } });
    }
    for (const role of ['RenewChunk', 'FinishJob']) {
      expect(secretsOf(role)).toContain(':secret:renewsheet/*');
    }
  });

  test('stand in secrets of their own, which the outputs name', () => {
    const names = apart
      .all('AWS::SecretsManager::Secret')
      .map(([, { Properties }]) => Properties['Name']);

    expect(names).toEqual([
      'renewsheet/main',
      'renewsheet/second-account',
      'renewsheet-looking/main',
      'renewsheet-looking/second-account',
    ]);
    expect(apart.json.Outputs['ReadingSecretNames']).toMatchObject({
      Value: 'renewsheet-looking/<account>',
    });
  });
});
