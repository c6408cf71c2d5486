import type { Duration } from 'aws-cdk-lib/core';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';

/** Runs of the function that did not fail, in each period. */
export function successfulTicks(tick: IFunction, period: Duration): MathExpression {
  return new MathExpression({
    // A metric without any failure has no figures at all, hence the zeros.
    expression: 'FILL(runs, 0) - FILL(failures, 0)',
    label: 'successful ticks',
    period,
    usingMetrics: {
      runs: tick.metricInvocations({ statistic: 'Sum' }),
      failures: tick.metricErrors({ statistic: 'Sum' }),
    },
  });
}
