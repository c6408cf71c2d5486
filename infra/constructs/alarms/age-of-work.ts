import { Duration, Stack } from 'aws-cdk-lib/core';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { AGE_OF_WORK } from '../../../shared/notices/alarms.ts';

const metricName = 'AgeOfWork';

/**
 * For how many minutes the oldest unfinished work has not come a step on, as each tick measures it. The
 * age of messages does not tell: work that waits has none.
 */
export function ageOfWork(scope: Construct, tick: { readonly logGroup: LogGroup }): Metric {
  const metricNamespace = `Renewsheet/${Stack.of(scope).stackName}`;
  // On its own the line is JSON; through the console Lambda puts it under "message".
  for (const [name, at] of [
    ['line', '$'],
    ['message', '$.message'],
  ] as const) {
    new MetricFilter(scope, `AgeOfWork-${name}`, {
      metricNamespace,
      metricName,
      logGroup: tick.logGroup,
      metricValue: `${at}.minutes`,
      filterPattern: FilterPattern.stringValue(`${at}.metric`, '=', AGE_OF_WORK),
    });
  }
  return new Metric({
    namespace: metricNamespace,
    metricName,
    statistic: 'Maximum',
    period: Duration.minutes(5),
  });
}
