import { expect, test } from 'vitest';
import { PROVIDER_CALLS } from '../../shared/notices/alarms.ts';
import { Synthesized } from './synthesized.ts';

const synthesized = new Synthesized();
const [dashboard] = synthesized.all('AWS::CloudWatch::Dashboard');
const body = JSON.stringify(dashboard![1].Properties['DashboardBody']);

test('the dashboard is called like the stack, so that each stage has its own', () => {
  expect(dashboard![1].Properties['DashboardName']).toBe('renewsheet-production');
});

test('it shows every alarm, every queue with its dead letters, and every function', () => {
  const shown = ['AWS::CloudWatch::Alarm', 'AWS::SQS::Queue', 'AWS::Lambda::Function'].flatMap(
    (type) => synthesized.all(type).map(([id]) => id),
  );

  expect(shown.length).toBeGreaterThan(25);
  expect(shown.filter((id) => !body.includes(`"${id}"`))).toEqual([]);
});

test('it shows how old the oldest work is, how jobs went, rows by outcome, what was paid and how often providers were asked', () => {
  for (const part of ['AgeOfWork', 'job ended', 'needs review', 'paid', PROVIDER_CALLS]) {
    expect(body).toContain(part);
  }
});

test('the saved queries search the logs of every function', () => {
  const groups = synthesized.all('AWS::Logs::LogGroup').map(([id]) => ({ Ref: id }));

  for (const [, { Properties }] of synthesized.all('AWS::Logs::QueryDefinition')) {
    expect(Properties['LogGroupNames']).toEqual(groups);
  }
});
