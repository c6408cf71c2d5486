import { describe, expect, test } from 'vitest';
import { stages } from '../../infra/config.ts';
import { Synthesized, TLS_ONLY, accountsNamed, productionStack } from './synthesized.ts';

const synthesized = new Synthesized();

test('the template is the one that was looked at', () => {
  const text = JSON.stringify(synthesized.json, null, 2);

  expect(text.replaceAll(/[\da-f]{64}\.zip/gu, '<asset>.zip')).toMatchSnapshot();
});

test('everything bears the tags by which a bill tells stages apart', () => {
  const trial = productionStack({ stage: 'trial' });

  expect(trial.tags.tagValues()).toEqual({ application: 'renewsheet', stage: 'trial' });
});

describe('the queues', () => {
  test('each work queue has a dead-letter queue of its kind that keeps longer than it', () => {
    const queues = synthesized.all('AWS::SQS::Queue');
    const working = queues.filter(([, queue]) => queue.Properties['RedrivePolicy'] !== undefined);

    expect(queues).toHaveLength(10);
    expect(working).toHaveLength(5);
    for (const [, queue] of working) {
      const { deadLetterTargetArn } = queue.Properties['RedrivePolicy'] as {
        deadLetterTargetArn: { 'Fn::GetAtt': [string, string] };
      };
      const dead = synthesized.json.Resources[deadLetterTargetArn['Fn::GetAtt'][0]]!.Properties;
      expect(dead['FifoQueue']).toBe(queue.Properties['FifoQueue']);
      expect(dead['MessageRetentionPeriod']).toBe(14 * 86_400);
      expect(queue.Properties['MessageRetentionPeriod']).toBe(4 * 86_400);
    }
  });

  test('a message that is worked on stays hidden for six runs of its function', () => {
    const queues = synthesized.all('AWS::SQS::Queue');

    for (const [, { Properties }] of queues) {
      if (Properties['RedrivePolicy'] === undefined) continue;
      expect(Properties['VisibilityTimeout']).toBeGreaterThanOrEqual(
        6 * stages.production.timers.functionSeconds,
      );
    }
  });

  test('chunks come in order, and only by their own deduplication ids', () => {
    const chunks = synthesized.one('AWS::SQS::Queue', 'QueuesChunksQueue').Properties;

    expect(chunks).toMatchObject({ FifoQueue: true, ContentBasedDeduplication: false });
  });

  test('every queue refuses what does not come encrypted, and encrypts what it keeps', () => {
    for (const [id, { Properties }] of synthesized.all('AWS::SQS::Queue')) {
      expect(Properties).toMatchObject({ SqsManagedSseEnabled: true });
      const policy = id.replace(/.{8}$/u, 'Policy');
      expect(synthesized.policy('AWS::SQS::QueuePolicy', policy)).toContainEqual(
        expect.objectContaining(TLS_ONLY),
      );
    }
  });

  test('each function takes one message at a time and says which one failed', () => {
    const mappings = synthesized.all('AWS::Lambda::EventSourceMapping');

    expect(mappings).toHaveLength(5);
    for (const [, { Properties }] of mappings) {
      expect(Properties).toMatchObject({
        BatchSize: 1,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      });
    }
  });

  test('no more chunks run at once than there are accounts', () => {
    const five = new Synthesized(
      productionStack({ accounts: accountsNamed('a', 'b', 'c', 'd', 'e') }),
    );
    const mapping = five.one('AWS::Lambda::EventSourceMapping', 'WorkersOnChunk');

    expect(mapping.Properties['ScalingConfig']).toEqual({ MaximumConcurrency: 5 });
  });
});

describe('the functions', () => {
  const functions = synthesized.all('AWS::Lambda::Function');

  test('are seven, and none of them came from a library', () => {
    expect(functions.map(([id]) => id.replace(/Function.*/u, ''))).toEqual([
      'WorkersIntake',
      'WorkersRenewChunk',
      'WorkersFinishJob',
      'WorkersTick',
      'WorkersOperate',
      'WorkersCheckQuote',
      'WorkersExportQuote',
    ]);
  });

  test('run on the newest Node.js, on arm64, with the time that the timers give them', () => {
    for (const [, { Properties }] of functions) {
      expect(Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Timeout: 120,
        LoggingConfig: { LogFormat: 'JSON' },
      });
      expect(Properties).not.toHaveProperty('ReservedConcurrentExecutions');
    }
  });

  test('have no account and no key in their environment', () => {
    for (const [, { Properties }] of functions) {
      const environment = JSON.stringify(Properties['Environment']);
      expect(environment).not.toContain('second-account');
      expect(environment).not.toMatch(/access_?key|secret_?key|Keysmain/iu);
    }
  });

  test('may feed themselves without end only where a bound of their own holds', () => {
    const allowed = functions.filter(
      ([, { Properties }]) => Properties['RecursiveLoop'] === 'Allow',
    );

    expect(allowed.map(([id]) => id.replace(/Function.*/u, ''))).toEqual([
      'WorkersRenewChunk',
      'WorkersCheckQuote',
      'WorkersExportQuote',
    ]);
    for (const [, { Properties }] of functions) {
      expect(Properties['RecursiveLoop']).toMatch(/^(?:Allow|Terminate)$/u);
    }
  });

  test('keep their logs for a month', () => {
    const groups = synthesized.all('AWS::Logs::LogGroup');

    expect(groups).toHaveLength(functions.length);
    expect(new Set(groups.map(([, group]) => group.Properties['RetentionInDays']))).toEqual(
      new Set([30]),
    );
  });
});

test('tick runs every five minutes, is not kept for later than the next one, and not made again', () => {
  const schedule = synthesized.one('AWS::Scheduler::Schedule', 'Workers').Properties;
  const later = synthesized.one('AWS::Lambda::EventInvokeConfig', 'WorkersTick').Properties;

  expect(later).toMatchObject({ MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 300 });

  expect(schedule).toMatchObject({
    ScheduleExpression: 'rate(5 minutes)',
    Target: { RetryPolicy: { MaximumEventAgeInSeconds: 300, MaximumRetryAttempts: 2 } },
  });
});

describe('the schedules of exports', () => {
  const settled = new Synthesized(
    productionStack({
      accounts: accountsNamed('main', 'second-account').map((account) =>
        account.name === 'main'
          ? account
          : {
              ...account,
              export: {
                ...account.export,
                schedule: 'cron(0 8 ? * MON *)',
                timeZone: 'Asia/Shanghai',
              },
            },
      ),
    }),
  );

  test('are one for each account that has one, in its time zone', () => {
    expect(settled.all('AWS::Scheduler::Schedule')).toHaveLength(2);
    expect(
      settled.one('AWS::Scheduler::Schedule', 'WorkersExportsOnTheClocksecondaccount').Properties,
    ).toMatchObject({
      ScheduleExpression: 'cron(0 8 ? * MON *)',
      ScheduleExpressionTimezone: 'Asia/Shanghai',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: {
        Input: '{"account":"second-account","at":"<aws.scheduler.scheduled-time>"}',
        RetryPolicy: { MaximumEventAgeInSeconds: 21_600 },
      },
    });
  });

  test('hand over to Lambda, which keeps them as long', () => {
    expect(
      settled.one('AWS::Lambda::EventInvokeConfig', 'WorkersExportQuote').Properties,
    ).toMatchObject({ MaximumRetryAttempts: 2, MaximumEventAgeInSeconds: 21_600 });
  });

  test('may run that one function only, and nobody else may use their role', () => {
    const role = settled.one('AWS::IAM::Role', 'WorkersExportsOnTheClockRole').Properties;
    expect(JSON.stringify(role['AssumeRolePolicyDocument'])).toContain('aws:SourceAccount');
    expect(settled.statements('WorkersExportsOnTheClockRole')).toEqual([
      {
        Sid: 'BeginExport',
        Effect: 'Allow',
        Action: 'lambda:InvokeFunction',
        Resource: {
          'Fn::GetAtt': [expect.stringMatching(/^WorkersExportQuoteFunction/u), 'Arn'],
        },
      },
    ]);
  });

  test('bring nothing where no account has one', () => {
    expect(synthesized.all('AWS::IAM::Role').some(([id]) => id.includes('ExportsOnTheClock'))).toBe(
      false,
    );
  });
});

test('the outputs name what people and tools have to find', () => {
  expect(Object.keys(synthesized.json.Outputs)).toEqual([
    'BucketName',
    'ApprovedFolder',
    'CheckFolder',
    'ResultsFolder',
    'ExportsFolder',
    'TableName',
    'UploadsQueueUrl',
    'ChecksQueueUrl',
    'ChunksQueueUrl',
    'ExportsQueueUrl',
    'FinishQueueUrl',
    'NoticeTopicArn',
    'AlarmTopicArn',
    'OperateFunctionName',
    'SecretNames',
  ]);
});

test('the links to folders lead to the console of the partition', () => {
  const { Value } = synthesized.json.Outputs['ApprovedFolder'] as { readonly Value: unknown };

  expect(JSON.stringify(Value)).toContain(
    '{"Fn::FindInMap":["Consoles",{"Ref":"AWS::Partition"},"host"]}',
  );
});

test('other timers go where the production ones went', () => {
  const timers = {
    httpSeconds: 1,
    keptBackSeconds: 2,
    functionSeconds: 6,
    leaseSeconds: 8,
    visibilitySeconds: 10,
    settleSeconds: 3,
    lagSeconds: 1800,
    tickMinutes: 1,
  };
  const shrunken = new Synthesized(productionStack({ timers }));
  const worker = shrunken.one('AWS::Lambda::Function', 'WorkersRenewChunk').Properties;

  expect(worker['Timeout']).toBe(6);
  expect(worker['Environment']).toMatchObject({
    Variables: {
      HTTP_TIMEOUT_SECONDS: '1',
      KEPT_BACK_SECONDS: '2',
      LEASE_SECONDS: '8',
      SETTLE_SECONDS: '3',
    },
  });
  expect(shrunken.one('AWS::SQS::Queue', 'QueuesChunksQueue').Properties['VisibilityTimeout']).toBe(
    10,
  );
  expect(shrunken.one('AWS::Scheduler::Schedule', 'Workers').Properties['ScheduleExpression']).toBe(
    'rate(1 minute)',
  );
});
