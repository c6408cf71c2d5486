import { Duration, TimeZone } from 'aws-cdk-lib';
import { Rule, Schedule as Rate } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { expect, test } from 'vitest';
import { bringUp } from './small-stack.ts';

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
