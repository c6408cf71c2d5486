import { describe, expect, test } from 'vitest';
import {
  type AlarmProperties,
  type Figures,
  isRaised,
  metricName,
  metricsOf,
} from '../support/alarm-state.ts';
import { Synthesized } from './synthesized.ts';

const synthesized = new Synthesized();
const alarms = synthesized.all('AWS::CloudWatch::Alarm').map(([, { Properties }]) => ({
  name: String(Properties['AlarmName']).replace('renewsheet-production: ', ''),
  properties: Properties as unknown as AlarmProperties,
}));

function idOf(type: string, start: string): string {
  return synthesized.all(type).find(([id]) => id.startsWith(start))![0];
}

/** Of a function, such as `Errors` of `Tick`. */
function ofFunction(MetricName: string, name: string): string {
  const Value = { Ref: idOf('AWS::Lambda::Function', `Workers${name}Function`) };
  const Dimensions = [{ Name: 'FunctionName', Value }];
  return metricName({ Namespace: 'AWS/Lambda', MetricName, Dimensions });
}

function ofQueue(MetricName: string, name: string): string {
  const Value = { 'Fn::GetAtt': [idOf('AWS::SQS::Queue', `Queues${name}`), 'QueueName'] };
  const Dimensions = [{ Name: 'QueueName', Value }];
  return metricName({ Namespace: 'AWS/SQS', MetricName, Dimensions });
}

/** Counted in the log lines of the functions. */
function ofLines(MetricName: string): string {
  return metricName({ Namespace: 'Renewsheet/renewsheet-production', MetricName });
}

const TICKS: Figures = new Map([[ofFunction('Invocations', 'Tick'), 3]]);

/** The alarms that are raised after a period with these figures. */
function raisedBy(figures: Figures): readonly string[] {
  return alarms
    .filter(({ properties }) => isRaised(properties, figures))
    .map(({ name }) => name)
    .toSorted();
}

const VISIBLE = 'ApproximateNumberOfMessagesVisible';

/** What is counted besides three good ticks, and what it raises. */
const CASES: readonly (readonly [metric: string, value: number, raises: string | null])[] = [
  [ofQueue(VISIBLE, 'UploadsDeadLetters'), 1, 'Uploads put aside'],
  [ofQueue(VISIBLE, 'ChecksDeadLetters'), 1, 'Dry runs put aside'],
  [ofQueue(VISIBLE, 'ChunksDeadLetters'), 1, 'Chunks put aside'],
  [ofQueue(VISIBLE, 'FinishDeadLetters'), 1, 'Results put aside'],
  [ofQueue(VISIBLE, 'ExportsDeadLetters'), 1, 'Exports put aside'],
  [ofQueue(VISIBLE, 'ChunksDeadLetters'), 0, null],
  [ofFunction('Errors', 'ExportQuote'), 1, 'Exports cannot begin'],
  [ofFunction('AsyncEventsDropped', 'ExportQuote'), 1, 'Exports cannot begin'],
  [ofFunction('Errors', 'RenewChunk'), 1, 'renew-chunk fails'],
  [ofFunction('Errors', 'Intake'), 1, 'Messages fail'],
  [ofFunction('Errors', 'FinishJob'), 1, 'Messages fail'],
  [ofFunction('Errors', 'CheckQuote'), 1, 'Messages fail'],
  [ofFunction('RecursiveInvocationsDropped', 'Intake'), 1, 'Messages fail'],
  [ofFunction('RecursiveInvocationsDropped', 'FinishJob'), 1, 'Messages fail'],
  [ofLines('MessageFailed'), 1, 'Messages fail'],
  [ofQueue('ApproximateAgeOfOldestMessage', 'ChunksQueue'), 4 * 3600, 'Chunks wait too long'],
  [ofQueue('ApproximateAgeOfOldestMessage', 'ChunksQueue'), 4 * 3600 - 1, null],
  [ofLines('AgeOfWork'), 15, 'Work stands still'],
  [ofLines('AgeOfWork'), 14, null],
  [ofLines('ChargedAboveApproval'), 1, 'Charged above approval'],
  [ofLines('ResultsNotWritten'), 1, 'Results cannot be written'],
  [ofFunction('Errors', 'Tick'), 2, null],
  [ofFunction('Errors', 'Tick'), 3, 'Ticks stopped'],
];

describe('the alarms', () => {
  test.each(CASES)('%s of %d raises: %s', (metric, value, raises) => {
    expect(raisedBy(new Map([...TICKS, [metric, value]]))).toEqual(raises === null ? [] : [raises]);
  });

  test('are quiet when nothing but ticks is counted, and one is raised when not even those are', () => {
    expect(raisedBy(TICKS)).toEqual([]);
    expect(raisedBy(new Map())).toEqual(['Ticks stopped']);
  });

  test('are each fed here by every metric that they read', () => {
    const fed = new Set([...TICKS.keys(), ...CASES.map(([metric]) => metric)]);

    expect(alarms.flatMap(({ properties }) => metricsOf(properties))).toEqual(
      expect.arrayContaining([...fed]),
    );
    expect(
      alarms.flatMap(({ properties }) => metricsOf(properties)).filter((one) => !fed.has(one)),
    ).toEqual([]);
  });
});
