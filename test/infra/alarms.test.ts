import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { AGE_OF_WORK, CHARGED_ABOVE_APPROVAL } from '../../shared/notices/alarms.ts';
import { Synthesized, productionStack } from './synthesized.ts';

const synthesized = new Synthesized(productionStack({ alarmEmails: ['ops@example.com'] }));
const alarms = synthesized.all('AWS::CloudWatch::Alarm').map(([, alarm]) => alarm.Properties);
const runbook = readFileSync(new URL('../../.github/RUNBOOK.md', import.meta.url), 'utf8');

test('each alarm says what it means and where the runbook goes on', () => {
  for (const { AlarmDescription, AlarmName } of alarms) {
    const [, section] = String(AlarmDescription).split('Runbook (.github/RUNBOOK.md): ');
    expect(AlarmName).toBe(`renewsheet-production: ${section}`);
    expect(runbook).toContain(`\n## ${section}\n`);
  }
});

test('each section of the runbook is one of an alarm, and complete', () => {
  const sections = runbook.split('\n## ').slice(1);

  expect(sections).toHaveLength(alarms.length);
  for (const section of sections) {
    for (const part of ['Meaning', 'Look here', 'Do this', 'Beware']) {
      expect(section).toContain(`**${part}.**`);
    }
  }
});

test('each section of the runbook names a saved query, and each saved query is one of a section', () => {
  const named = runbook.matchAll(/\*\*Look here\.\*\*.* Saved query: "([^"]+)"\./gu);
  const made = synthesized
    .all('AWS::Logs::QueryDefinition')
    .map(([, { Properties }]) => String(Properties['Name']));
  const names = [...named].map(([, name]) => `renewsheet-production/${name}`);

  expect(names).toHaveLength(alarms.length);
  expect([...new Set(names)].toSorted()).toEqual(made.toSorted());
});

test('each alarm reaches the topic', () => {
  for (const { AlarmActions } of alarms) {
    expect(AlarmActions).toEqual([{ Ref: expect.stringMatching(/^AlarmTopic/u) }]);
  }
});

test('CloudWatch may publish to the topic and use its key', () => {
  const admitted = { Effect: 'Allow', Principal: { Service: 'cloudwatch.amazonaws.com' } };

  expect(synthesized.policy('AWS::SNS::TopicPolicy', 'AlarmTopic')).toContainEqual(
    expect.objectContaining({ ...admitted, Action: 'sns:Publish' }),
  );
  expect(synthesized.policy('AWS::KMS::Key', 'AlarmTopic')).toContainEqual(
    expect.objectContaining({ ...admitted, Action: ['kms:Decrypt', 'kms:GenerateDataKey*'] }),
  );
});

test('the addresses of the stage get the alarms by mail', () => {
  expect(synthesized.one('AWS::SNS::Subscription', 'AlarmTopic').Properties).toMatchObject({
    Protocol: 'email',
    Endpoint: 'ops@example.com',
  });
});

test('each dead-letter queue is watched from its first message on', () => {
  const watched = alarms.filter(
    ({ MetricName }) => MetricName === 'ApproximateNumberOfMessagesVisible',
  );

  expect(watched.map(({ Dimensions }) => JSON.stringify(Dimensions))).toEqual([
    expect.stringContaining('QueuesUploadsDeadLetters'),
    expect.stringContaining('QueuesChecksDeadLetters'),
    expect.stringContaining('QueuesChunksDeadLetters'),
    expect.stringContaining('QueuesFinishDeadLetters'),
    expect.stringContaining('QueuesExportsDeadLetters'),
  ]);
  expect(watched.map(({ Threshold }) => Threshold)).toEqual([1, 1, 1, 1, 1]);
});

test('a log line about a charge above approval raises its alarm, from both functions that look', () => {
  const filters = synthesized
    .all('AWS::Logs::MetricFilter')
    .map(([, filter]) => filter.Properties)
    .filter(({ FilterPattern }) => String(FilterPattern).includes(CHARGED_ABOVE_APPROVAL));

  expect(filters.map(({ LogGroupName }) => LogGroupName)).toEqual([
    { Ref: expect.stringMatching(/^WorkersRenewChunkLogs/u) },
    { Ref: expect.stringMatching(/^WorkersFinishJobLogs/u) },
  ]);
  for (const filter of filters) {
    expect(filter).toMatchObject({
      FilterPattern: `{ ($.alarm = "${CHARGED_ABOVE_APPROVAL}") || ($.message.alarm = "${CHARGED_ABOVE_APPROVAL}") }`,
      MetricTransformations: [
        { MetricName: 'ChargedAboveApproval', MetricNamespace: 'Renewsheet/renewsheet-production' },
      ],
    });
  }
  expect(alarms).toContainEqual(
    expect.objectContaining({
      MetricName: 'ChargedAboveApproval',
      Namespace: 'Renewsheet/renewsheet-production',
      Threshold: 1,
    }),
  );
});

test('silence of tick is an alarm, silence of anything else is none', () => {
  const onSilence = alarms.filter(({ TreatMissingData }) => TreatMissingData === 'breaching');

  expect(onSilence.map(({ AlarmName }) => AlarmName)).toEqual([
    'renewsheet-production: Ticks stopped',
  ]);
});

test('the age of the oldest work that each tick logs raises an alarm from a quarter of an hour on', () => {
  const filters = synthesized
    .all('AWS::Logs::MetricFilter')
    .map(([, filter]) => filter.Properties)
    .filter(({ FilterPattern }) => String(FilterPattern).includes(AGE_OF_WORK));

  expect(filters).toMatchObject(
    ['$', '$.message'].map((at) => ({
      FilterPattern: `{ ${at}.metric = "${AGE_OF_WORK}" }`,
      LogGroupName: { Ref: expect.stringMatching(/^WorkersTickLogs/u) },
      MetricTransformations: [{ MetricName: 'AgeOfWork', MetricValue: `${at}.minutes` }],
    })),
  );
  expect(alarms).toContainEqual(
    expect.objectContaining({ MetricName: 'AgeOfWork', Statistic: 'Maximum', Threshold: 15 }),
  );
});
