import { Duration, Stack } from 'aws-cdk-lib/core';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { CHARGED_ABOVE_APPROVAL } from '../../../shared/notices/alarms.ts';
import type { Workers } from '../functions/workers.ts';

/** Log lines that say so, of the two functions that read what a payment has cost. */
export function chargedAboveApproval(
  scope: Construct,
  { renewChunk, finishJob }: Pick<Workers, 'renewChunk' | 'finishJob'>,
): Metric {
  const metric = {
    // One a stack, or a test stage would raise the alarm of production.
    metricNamespace: `Renewsheet/${Stack.of(scope).stackName}`,
    metricName: 'ChargedAboveApproval',
  };
  for (const [id, { logGroup }] of Object.entries({ renewChunk, finishJob })) {
    new MetricFilter(scope, `ChargedAbove-${id}`, {
      ...metric,
      logGroup,
      metricValue: '1',
      // On its own the line is JSON; through the console Lambda puts it under "message".
      filterPattern: FilterPattern.any(
        FilterPattern.stringValue('$.alarm', '=', CHARGED_ABOVE_APPROVAL),
        FilterPattern.stringValue('$.message.alarm', '=', CHARGED_ABOVE_APPROVAL),
      ),
    });
  }
  return new Metric({
    namespace: metric.metricNamespace,
    metricName: metric.metricName,
    statistic: 'Sum',
    period: Duration.minutes(5),
  });
}
