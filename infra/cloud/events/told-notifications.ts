import * as z from 'zod/mini';
import { readXml } from '../servers/read-xml.ts';
import type { LocalStack } from '../template/local-stack.ts';
import type { Notification } from './notification.ts';

const rule = z.object({ Name: z.string(), Value: z.string() });
const toldSchema = z.object({
  NotificationConfiguration: z.object({
    QueueConfiguration: z._default(
      z.array(
        z.object({
          Queue: z.string(),
          Event: z.array(z.string()),
          Filter: z.optional(z.object({ S3Key: z.object({ FilterRule: z.array(rule) }) })),
        }),
      ),
      [],
    ),
  }),
});

/** Reads a bucket's notification configuration as S3 is told it. Throws for a queue that the stack does not hold. */
export function toldNotifications(
  bucket: string,
  xml: string,
  stack: LocalStack,
): readonly Notification[] {
  const queues = stack.ofType('AWS::SQS::Queue');
  const { QueueConfiguration } = toldSchema.parse(
    readXml(xml, 'QueueConfiguration', 'Event', 'FilterRule'),
  ).NotificationConfiguration;
  return QueueConfiguration.flatMap(({ Queue, Event, Filter }) => {
    const queueUrl = queues.find(({ attributes }) => attributes['Arn'] === Queue)?.ref;
    if (!queueUrl) throw new Error(`${bucket} notifies ${Queue}, which the stack does not hold.`);
    const valueOf = (kind: string): string =>
      Filter?.S3Key.FilterRule.find(({ Name }) => Name.toLowerCase() === kind)?.Value ?? '';
    const limits = { prefix: valueOf('prefix'), suffix: valueOf('suffix') };
    return Event.map((event) => ({ bucket, event, queueUrl, queueArn: Queue, ...limits }));
  });
}
