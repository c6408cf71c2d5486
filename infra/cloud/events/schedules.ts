import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { LocalResource, LocalStack } from '../template/local-stack.ts';
import { arn, LOCAL_ACCOUNT, LOCAL_REGION } from '../template/resource-types.ts';
import { parseScheduleExpression } from './schedule-expression.ts';

/** A schedule, or a rule with one, and the functions it runs. */
export interface Schedule {
  readonly logicalId: string;
  readonly enabled: boolean;
  readonly expression: string;
  /** An IANA time zone. */
  readonly zone: string;
  readonly targets: readonly ScheduleTarget[];
}

/** A function that a schedule runs. */
export interface ScheduleTarget {
  readonly functionArn: string;
  /** The role with which EventBridge calls it, where the template names one. */
  readonly roleArn?: string | undefined;
  /** JSON; without it the usual event of the service is sent. */
  readonly input?: string | undefined;
  readonly source: 'aws.scheduler' | 'aws.events';
}

const target = z.object({
  Arn: z.string(),
  RoleArn: z.optional(z.string()),
  Input: z.optional(z.string()),
  InputTransformer: z.optional(z.never()),
  InputPath: z.optional(z.never()),
});
const scheduleProperties = z.object({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z._default(z.string(), 'UTC'),
  State: z._default(z.string(), 'ENABLED'),
  Target: target,
});
const ruleProperties = z.object({
  ScheduleExpression: z.string(),
  State: z._default(z.string(), 'ENABLED'),
  Targets: z._default(z.array(target), []),
});

function toTarget(read: z.output<typeof target>, source: ScheduleTarget['source']): ScheduleTarget {
  return { functionArn: read.Arn, roleArn: read.RoleArn, input: read.Input, source };
}

function readSchedule({ logicalId, properties }: LocalResource): Schedule {
  const read = scheduleProperties.parse(properties);
  return {
    logicalId,
    enabled: read.State === 'ENABLED',
    expression: read.ScheduleExpression,
    zone: read.ScheduleExpressionTimezone,
    targets: [toTarget(read.Target, 'aws.scheduler')],
  };
}

function readRule({ logicalId, properties }: LocalResource): Schedule {
  const read = ruleProperties.parse(properties);
  return {
    logicalId,
    enabled: read.State === 'ENABLED',
    expression: read.ScheduleExpression,
    zone: 'UTC',
    targets: read.Targets.map((one) => toTarget(one, 'aws.events')),
  };
}

/** The stack's schedules. Throws for event patterns and transformed inputs. */
export function readSchedules(stack: LocalStack): readonly Schedule[] {
  return [
    ...stack.ofType('AWS::Scheduler::Schedule').map(readSchedule),
    ...stack.ofType('AWS::Events::Rule').map(readRule),
  ];
}

/** The event a target gets. */
export function scheduledEvent(
  { logicalId }: Schedule,
  { input, source }: ScheduleTarget,
): unknown {
  const time = new Date().toISOString();
  if (input !== undefined)
    return JSON.parse(input.replaceAll('<aws.scheduler.scheduled-time>', time));
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source,
    account: LOCAL_ACCOUNT,
    time,
    region: LOCAL_REGION,
    resources: [arn(source.slice('aws.'.length), logicalId)],
    detail: source === 'aws.scheduler' ? '{}' : {},
  };
}

/** Milliseconds; a timer asked for more goes off at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Runs a schedule at its times; the function returned ends that. */
function startTimer(schedule: Schedule, run: (schedule: Schedule) => void): () => void {
  const timetable = parseScheduleExpression(schedule.expression, schedule.zone);
  if (timetable.kind === 'rate') {
    const every = Math.min(timetable.milliseconds, LONGEST_TIMER);
    const timer = setInterval(run, every, schedule);
    return () => {
      clearInterval(timer);
    };
  }
  const { cron } = timetable;
  cron.schedule(() => {
    run(schedule);
  });
  cron.resume();
  return () => {
    cron.stop();
  };
}

/** Runs the enabled schedules at their times; the function returned ends that. */
export function startTimers(
  schedules: readonly Schedule[],
  run: (schedule: Schedule) => void,
): () => void {
  const ends = schedules
    .filter(({ enabled }) => enabled)
    .map((schedule) => startTimer(schedule, run));
  return () => {
    for (const end of ends) end();
  };
}
