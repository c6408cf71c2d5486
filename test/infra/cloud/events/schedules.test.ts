import { Duration, TimeZone } from 'aws-cdk-lib';
import { Rule, Schedule as Rate } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { EventInvokeConfigOptions } from 'aws-cdk-lib/aws-lambda';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  type Schedule as LocalSchedule,
  startTimers,
} from '../../../../infra/cloud/events/schedules.ts';
import { bringUp } from '../small-stack.ts';

const HOUR = Duration.hours(1);
const ECHO = 'export const handler = async (event) => event;';

test('a rule and a schedule run their functions on request', async () => {
  const { cloud } = await bringUp((stack) => {
    const tick = stack.function('TickFunction', ECHO);
    const schedule = Rate.rate(Duration.minutes(5));
    const rule = new Rule(stack, 'Tick', { schedule });
    rule.addTarget(new LambdaFunction(tick));
    return new Schedule(stack, 'Export', {
      schedule: ScheduleExpression.expression('cron(0 8 ? * MON *)', TimeZone.ASIA_SHANGHAI),
      target: new LambdaInvoke(tick, { input: ScheduleTargetInput.fromObject({ account: 'a' }) }),
    });
  });
  expect(await cloud.runSchedule('Export')).toStrictEqual([
    { kind: 'returned', value: { account: 'a' } },
  ]);
  expect(await cloud.runSchedule('Tick')).toMatchObject([
    { kind: 'returned', value: { source: 'aws.events', 'detail-type': 'Scheduled Event' } },
  ]);
});

/** Fails until it has run as often as it is told; each instance counts for itself. */
const FAILS = `let runs = 0;
export const handler = async ({ needed }) => {
  runs += 1;
  if (runs < needed) throw new Error('not yet');
  return runs;
};`;

async function fires(needed: number, changes: EventInvokeConfigOptions = {}) {
  let runs = 0;
  const { cloud } = await bringUp(
    (stack) => {
      const fails = stack.function('Fails', FAILS);
      fails.configureAsyncInvoke(changes);
      const input = ScheduleTargetInput.fromObject({ needed });
      const target = new LambdaInvoke(fails, { input, retryAttempts: 20 });
      return new Schedule(stack, 'OnTime', { schedule: ScheduleExpression.rate(HOUR), target });
    },
    {
      retryPauses: [1, 1],
      // Not by what they have written, which may come later than their answer.
      onInvocation: () => {
        runs += 1;
      },
    },
  );
  const [ended] = await cloud.runSchedule('OnTime');
  return { ended, runs };
}

describe('a scheduled run that fails', () => {
  test('is made again until one succeeds', async () => {
    expect(await fires(2)).toEqual({ ended: { kind: 'returned', value: 2 }, runs: 2 });
  });

  test('is made twice more and no oftener, whatever the schedule would retry', async () => {
    expect(await fires(9)).toMatchObject({ ended: { kind: 'failed' }, runs: 3 });
  });

  test('is not made again where the function wants no retries', async () => {
    expect(await fires(9, { retryAttempts: 0 })).toMatchObject({ runs: 1 });
  });
});

afterEach(() => {
  vi.useRealTimers();
});

const every = (expression: string): LocalSchedule => ({
  logicalId: expression,
  enabled: true,
  expression,
  zone: 'Asia/Shanghai',
  targets: [],
});

test('the clock runs a schedule at its minute where it lives, and nothing once ended', () => {
  vi.useFakeTimers({ now: new Date('2026-03-02T00:29:30Z') });
  const ran: string[] = [];
  const end = startTimers(
    [every('cron(30 8 ? * MON *)'), every('rate(5 minutes)'), every('cron(30 0 ? * MON *)')],
    ({ logicalId }) => ran.push(`${new Date().toISOString()} ${logicalId}`),
  );
  vi.advanceTimersByTime(6 * 60_000);
  end();
  vi.advanceTimersByTime(8 * 86_400_000);

  expect(ran).toEqual([
    '2026-03-02T00:30:00.000Z cron(30 8 ? * MON *)',
    '2026-03-02T00:34:30.000Z rate(5 minutes)',
  ]);
});
