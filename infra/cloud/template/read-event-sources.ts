import * as z from 'zod/mini';
import type { LocalResource, LocalStack } from './local-stack.ts';
import type { EventSourceSpec } from '../events/event-source.ts';

/** A mapping and the function it feeds. */
export interface DescribedEventSource {
  readonly functionName: string;
  readonly spec: EventSourceSpec;
  /** The queue's, in seconds. */
  readonly visibilityTimeout: number;
}

/** Batches in flight where the template sets no limit; AWS would begin with five as well. */
const USUAL_CONCURRENCY = 5;

const mappingProperties = z.strictObject({
  BatchSize: z._default(z.number(), 10),
  Enabled: z._default(z.boolean(), true),
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  FunctionResponseTypes: z._default(z.array(z.literal('ReportBatchItemFailures')), []),
  MaximumBatchingWindowInSeconds: z.optional(z.number()),
  ScalingConfig: z._default(
    z.object({ MaximumConcurrency: z._default(z.number(), USUAL_CONCURRENCY) }),
    { MaximumConcurrency: USUAL_CONCURRENCY },
  ),
  Tags: z.optional(z.unknown()),
});
const queueProperties = z.object({
  FifoQueue: z._default(z.boolean(), false),
  VisibilityTimeout: z._default(z.number(), 30),
});

function describe(
  { logicalId, properties }: LocalResource,
  queues: readonly LocalResource[],
): readonly DescribedEventSource[] {
  const mapping = mappingProperties.parse(properties);
  const queue = queues.find(({ attributes }) => attributes['Arn'] === mapping.EventSourceArn);
  if (!queue) throw new Error(`${logicalId} maps a queue that the stack does not hold.`);
  if (!mapping.Enabled) return [];
  const { FifoQueue, VisibilityTimeout } = queueProperties.parse(queue.properties);
  const spec = {
    queueUrl: queue.ref,
    queueArn: mapping.EventSourceArn,
    fifo: FifoQueue,
    batchSize: mapping.BatchSize,
    concurrency: mapping.ScalingConfig.MaximumConcurrency,
    reportsFailures: mapping.FunctionResponseTypes.length > 0,
  };
  const functionName = mapping.FunctionName.split(':').at(-1)!;
  return [{ functionName, spec, visibilityTimeout: VisibilityTimeout }];
}

/** The stack's enabled mappings from queues. Throws for a setting that would not be honoured. */
export function readEventSources(stack: LocalStack): readonly DescribedEventSource[] {
  const queues = stack.ofType('AWS::SQS::Queue');
  return stack
    .ofType('AWS::Lambda::EventSourceMapping')
    .flatMap((resource) => describe(resource, queues));
}
