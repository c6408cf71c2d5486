import type { Context, SQSEvent } from 'aws-lambda';
import { describe, expect, test, vi } from 'vitest';
import { MESSAGE_FAILED } from '../../shared/notices/alarms.ts';
import { queueHandler, SeenAgain } from '../../shared/runtime/queue-handler.ts';
import { isFound } from '../support/filter-pattern.ts';
import { productionStack, Synthesized } from './synthesized.ts';

const synthesized = new Synthesized(productionStack());

interface Counter {
  readonly logGroup: string;
  readonly pattern: string;
  /** Namespace and name. */
  readonly metric: string;
}

/** What the stack counts in which log. */
const counters: readonly Counter[] = synthesized
  .all('AWS::Logs::MetricFilter')
  .flatMap(([, { Properties }]) =>
    (Properties['MetricTransformations'] as Record<string, string>[]).map((metric) => ({
      logGroup: (Properties['LogGroupName'] as { Ref: string }).Ref,
      pattern: Properties['FilterPattern'] as string,
      metric: `${metric['MetricNamespace']} ${metric['MetricName']}`,
    })),
  );

/** The metrics that raise an alarm when they count one, alone or as part of a sum. */
const raising = new Set(
  synthesized
    .all('AWS::CloudWatch::Alarm')
    .filter(([, { Properties }]) => Properties['Threshold'] === 1 && isUpwards(Properties))
    .flatMap(([, { Properties }]) => metricsOf(Properties)),
);

function isUpwards(properties: Readonly<Record<string, unknown>>): boolean {
  return properties['ComparisonOperator'] === 'GreaterThanOrEqualToThreshold';
}

function metricsOf(properties: Readonly<Record<string, unknown>>): string[] {
  if (typeof properties['MetricName'] === 'string') {
    return [`${String(properties['Namespace'])} ${properties['MetricName']}`];
  }
  const all = properties['Metrics'] as {
    Id: string;
    Expression?: string;
    MetricStat?: { Metric: { Namespace: string; MetricName: string } };
  }[];
  const sum = all.find(({ Expression }) => Expression !== undefined)?.Expression ?? '';
  return all.flatMap(({ Id, MetricStat }) =>
    // What is in no sum, or taken from it, would raise nothing.
    MetricStat !== undefined && sum.split(' + ').includes(`FILL(${Id}, 0)`)
      ? [`${MetricStat.Metric.Namespace} ${MetricStat.Metric.MetricName}`]
      : [],
  );
}

/** The log groups of every function that a queue feeds. */
const fed = synthesized.all('AWS::Lambda::EventSourceMapping').map(([, { Properties }]) => {
  const { Ref } = Properties['FunctionName'] as { Ref: string };
  const logging = synthesized.one('AWS::Lambda::Function', Ref).Properties['LoggingConfig'];
  return (logging as { LogGroup: { Ref: string } }).LogGroup.Ref;
});

/** Feeds a handler one message and returns its answer with the lines it has logged. */
async function fedWith(fault: Error | null): Promise<{ failures: number; lines: string[] }> {
  const lines: string[] = [];
  const keep = (chunk: unknown): boolean => {
    lines.push(...String(chunk).split('\n').filter(Boolean));
    return true;
  };
  const streams = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation(keep as typeof stream.write),
  );
  const handler = queueHandler(async () => {
    if (fault !== null) throw fault;
    await Promise.resolve();
  });
  const event = { Records: [{ messageId: 'm1', body: '{}' }] } as unknown as SQSEvent;
  const context = { functionName: 'f', getRemainingTimeInMillis: () => 1000 } as unknown as Context;
  const { batchItemFailures } = await handler(event, context);
  for (const stream of streams) stream.mockRestore();
  return { failures: batchItemFailures.length, lines };
}

/** The metrics that count these lines in a log group. */
function countedIn(logGroup: string, lines: readonly string[]): string[] {
  return counters
    .filter((counter) => counter.logGroup === logGroup)
    .filter(({ pattern }) => lines.some((line) => isFound(pattern, line)))
    .map(({ metric }) => metric);
}

describe('a message that fails', () => {
  test('is answered as failed, counted and alarmed, whichever queue it came from', async () => {
    const { failures, lines } = await fedWith(new Error('the table does not answer'));

    expect(failures).toBe(1);
    expect(fed).toHaveLength(5);
    for (const logGroup of fed) {
      const counted = countedIn(logGroup, lines);
      expect([logGroup, counted.length]).toEqual([logGroup, 1]);
      expect([...raising]).toContain(counted[0]);
    }
  });

  test('is counted also where Lambda puts the line under "message"', () => {
    const line = JSON.stringify({ message: { alarm: MESSAGE_FAILED } });

    for (const logGroup of fed) expect(countedIn(logGroup, [line])).toHaveLength(1);
  });

  test.each([
    ['that is done', null],
    ['that only comes back later', new SeenAgain(30)],
  ])('is not one %s', async (_, fault) => {
    const { lines } = await fedWith(fault);

    for (const logGroup of fed) expect(countedIn(logGroup, lines)).toEqual([]);
  });
});

test('runs that Lambda drops for a chain that is too long raise the same alarm', () => {
  const dropping = synthesized
    .all('AWS::CloudWatch::Alarm')
    .filter(([, alarm]) => JSON.stringify(alarm).includes('RecursiveInvocationsDropped'));

  expect(dropping.map(([id]) => id.replace(/Alarm[\dA-F]*$/u, ''))).toEqual(['AlarmsMessagesFail']);
  expect(JSON.stringify(dropping[0]![1].Properties['Metrics'])).toMatch(
    /WorkersIntakeFunction.*WorkersFinishJobFunction/u,
  );
});

describe('the reading of patterns', () => {
  test.each([
    ['{ $.alarm = "a" }', '{"alarm":"a"}', true],
    ['{ $.alarm = "a" }', '{"alarm":"b"}', false],
    ['{ ($.alarm = "a") || ($.message.alarm = "a") }', '{"message":{"alarm":"a"}}', true],
    ['{ $.alarm = "a" }', 'alarm a', false],
  ])('%s in %s: %s', (pattern, line, found) => {
    expect(isFound(pattern, line)).toBe(found);
  });

  test('is refused for what it does not know', () => {
    expect(() => isFound('{ $.alarm > 1 }', '{}')).toThrow('unknown');
    expect(() => isFound('alarm', '{}')).toThrow('no pattern');
  });
});
