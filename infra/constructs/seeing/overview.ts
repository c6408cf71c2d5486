import { Duration, Stack } from 'aws-cdk-lib/core';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IAlarm,
  type IMetric,
  type IWidget,
  LogQueryVisualizationType,
  LogQueryWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { PROVIDER_CALLS } from '../../../shared/notices/alarms.ts';
import { ACCOUNT, SAID } from './saved-queries.ts';
import type { WorkQueue } from '../queues/work-queue.ts';
import type { WorkQueues } from '../queues/work-queues.ts';
import type { Workers } from '../functions/workers.ts';

/** What is shown. */
export interface OverviewProps {
  readonly alarms: readonly IAlarm[];
  /** Minutes for which the oldest work has not come on. */
  readonly ageOfWork: IMetric;
  readonly queues: WorkQueues;
  readonly workers: Workers;
}

const period = Duration.minutes(5);
const FULL = 24;
const HALF = FULL / 2;
const THIRD = FULL / 3;

/** One page of CloudWatch, called like the stack: what is wrong, what goes on, how jobs went. */
export class Overview extends Construct {
  readonly #props: OverviewProps;

  constructor(scope: Construct, id: string, props: OverviewProps) {
    super(scope, id);
    this.#props = props;
    new Dashboard(this, 'Dashboard', {
      dashboardName: Stack.of(this).stackName,
      defaultInterval: Duration.days(1),
      widgets: [
        [new AlarmStatusWidget({ title: 'Alarms', alarms: [...props.alarms], width: FULL })],
        this.#work(),
        this.#functions(),
        this.#jobs(),
        this.#providers(),
      ],
    });
  }

  #work(): IWidget[] {
    const { queues, ageOfWork } = this.#props;
    const all: readonly (readonly [label: string, queue: WorkQueue])[] = [
      ['uploads', queues.uploads],
      ['checks', queues.checks],
      ['chunks', queues.chunks],
      ['finish', queues.finish],
      ['exports', queues.exports],
    ];
    const waiting = all.map(([label, { queue }]) =>
      queue.metricApproximateNumberOfMessagesVisible({ period, label, statistic: 'Maximum' }),
    );
    const aside = all.map(([label, { deadLetters }]) =>
      deadLetters.metricApproximateNumberOfMessagesVisible({ period, label, statistic: 'Maximum' }),
    );
    return [
      graph('Oldest work that has not come on, minutes', THIRD, [ageOfWork]),
      graph('Messages that wait', THIRD, waiting),
      graph('Messages put aside', THIRD, aside),
    ];
  }

  #functions(): IWidget[] {
    const all = this.#props.workers.all.map(({ name, function: one }) => ({ label: name, one }));
    return [
      graph(
        'Runs that failed',
        THIRD,
        all.map(({ label, one }) => one.metricErrors({ period, label, statistic: 'Sum' })),
      ),
      graph(
        'Longest run, milliseconds',
        THIRD,
        all.map(({ label, one }) => one.metricDuration({ period, label, statistic: 'Maximum' })),
      ),
      graph(
        'Runs that found no room',
        THIRD,
        all.map(({ label, one }) => one.metricThrottles({ period, label, statistic: 'Sum' })),
      ),
    ];
  }

  /** Calls of all that ask a provider; export and dry run keep to a share of the account's rate. */
  #providers(): IWidget[] {
    const { finishJob, renewChunk, checkQuote, exportQuote } = this.#props.workers;
    const groups = [renewChunk, finishJob, checkQuote, exportQuote];
    const counted = ['calls', 'throttled', 'unanswered'];
    const fields = counted.map((name) => `coalesce(${name}, message.${name}) as ${name}Here`);
    const sums = counted.map((name) => `sum(${name}Here) as ${name}Now`);
    return [
      new LogQueryWidget({
        title: 'Calls to providers, refused for being too many, without a clear answer',
        width: FULL,
        view: LogQueryVisualizationType.LINE,
        logGroupNames: groups.map(({ logGroup }) => logGroup.logGroupName),
        queryLines: [
          `fields ${SAID}, ${fields.join(', ')}`,
          `filter said = "${PROVIDER_CALLS}"`,
          `stats ${sums.join(', ')} by bin(5m)`,
        ],
      }),
    ];
  }

  #jobs(): IWidget[] {
    const { finishJob, renewChunk, intake } = this.#props.workers;
    const groups = [intake, renewChunk, finishJob].map(({ logGroup }) => logGroup.logGroupName);
    return [
      new LogQueryWidget({
        title: 'Jobs by what became of them',
        width: HALF,
        height: 8,
        view: LogQueryVisualizationType.TABLE,
        logGroupNames: groups,
        queryLines: [
          `fields ${SAID}, ${ACCOUNT}, coalesce(ending, message.ending, reason, message.reason) as how`,
          'filter said in ["job planned", "job suspended", "job ended"]',
          'stats count(*) as jobs by said, ofAccount, how',
          'sort jobs desc',
        ],
      }),
      new LogQueryWidget({
        title: 'Rows by outcome, and what was paid',
        width: HALF,
        height: 8,
        view: LogQueryVisualizationType.TABLE,
        logGroupNames: groups,
        queryLines: [
          `fields ${SAID}`,
          'filter said = "results written"',
          'display @timestamp, job, account, paid, renewed, `already renewed`, `held: price changed`, `not renewable`, invalid, `not approved`, `not attempted`, `needs review`',
          'sort @timestamp desc',
        ],
      }),
    ];
  }
}

function graph(title: string, width: number, left: readonly IMetric[]): GraphWidget {
  return new GraphWidget({ title, width, left: [...left], leftYAxis: { min: 0 } });
}
