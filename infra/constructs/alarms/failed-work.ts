import { type IMetric, MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { MESSAGE_FAILED } from '../../../shared/notices/alarms.ts';
import type { Workers } from '../functions/workers.ts';
import { alarmedLines } from './alarmed-lines.ts';

/**
 * Messages that failed, of every function that a queue feeds. An answer that names the failed ones
 * of a batch is a success to Lambda's own metric of errors, so that is not enough; it counts the
 * runs that ended in the middle, for want of memory or time, which log nothing themselves. Nor does
 * it count runs that Lambda drops for a chain that is too long (Lambda Developer Guide, "types of
 * metrics"), which only the functions can meet that may not feed themselves.
 */
export function failedWork(
  scope: Construct,
  { intake, renewChunk, finishJob, checkQuote, exportQuote }: Workers,
): IMetric {
  const functions = { intake, renewChunk, finishJob, checkQuote, exportQuote };
  const period = Duration.minutes(5);
  const broken = Object.entries({ intake, finishJob, checkQuote }).map(
    ([name, worker]) => [name, worker.function.metricErrors({ period, statistic: 'Sum' })] as const,
  );
  const dropped = Object.entries({ intake, finishJob }).map(
    ([name, worker]) =>
      [
        `${name}Dropped`,
        worker.function.metric('RecursiveInvocationsDropped', { period, statistic: 'Sum' }),
      ] as const,
  );
  const failed = alarmedLines(scope, 'MessageFailed', {
    alarm: MESSAGE_FAILED,
    metricName: 'MessageFailed',
    functions,
  });
  const metrics = [['failed', failed] as const, ...broken, ...dropped];
  return new MathExpression({
    // A metric without any failure has no figures at all, hence the zeros.
    expression: metrics.map(([name]) => `FILL(${name}, 0)`).join(' + '),
    label: 'failed messages and broken runs',
    period,
    usingMetrics: Object.fromEntries(metrics),
  });
}
