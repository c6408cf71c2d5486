import { Duration, Stack } from 'aws-cdk-lib/core';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/** Log lines that raise an alarm. */
export interface AlarmedLinesProps {
  /** The value of a line's `alarm` field, of `shared/notices/alarms.ts`. */
  readonly alarm: string;
  readonly metricName: string;
  /** The functions that write such lines, by a name for their filters. */
  readonly functions: Readonly<Record<string, { readonly logGroup: LogGroup }>>;
}

/** Counts the lines with that `alarm` in the logs of some functions, over five minutes. */
export function alarmedLines(
  scope: Construct,
  id: string,
  { alarm, metricName, functions }: AlarmedLinesProps,
): Metric {
  // One a stack, or a test stage would raise the alarm of production.
  const metricNamespace = `Renewsheet/${Stack.of(scope).stackName}`;
  for (const [name, { logGroup }] of Object.entries(functions)) {
    new MetricFilter(scope, `${id}-${name}`, {
      metricNamespace,
      metricName,
      logGroup,
      metricValue: '1',
      // On its own the line is JSON; through the console Lambda puts it under "message".
      filterPattern: FilterPattern.any(
        FilterPattern.stringValue('$.alarm', '=', alarm),
        FilterPattern.stringValue('$.message.alarm', '=', alarm),
      ),
    });
  }
  return new Metric({
    namespace: metricNamespace,
    metricName,
    statistic: 'Sum',
    period: Duration.minutes(5),
  });
}
