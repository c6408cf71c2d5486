import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';

/**
 * Runs that failed, and events that Lambda gave up without a run, for want of capacity all the while: those
 * are no errors to its own metric (Lambda Developer Guide, "types of metrics").
 */
export function lostExports(exportQuote: IFunction): MathExpression {
  const period = Duration.minutes(5);
  return new MathExpression({
    // A metric without any failure has no figures at all, hence the zeros.
    expression: 'FILL(failures, 0) + FILL(dropped, 0)',
    label: 'exports that could not begin',
    period,
    usingMetrics: {
      failures: exportQuote.metricErrors({ period, statistic: 'Sum' }),
      dropped: exportQuote.metric('AsyncEventsDropped', { period, statistic: 'Sum' }),
    },
  });
}
