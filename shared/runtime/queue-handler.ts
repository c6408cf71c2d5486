import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import errorLogger from '@middy/error-logger';
import sqsPartialBatchFailure from '@middy/sqs-partial-batch-failure';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { MESSAGE_FAILED, PROVIDER_CALLS } from '../notices/alarms.ts';
import { logger } from './log.ts';
import { providerCalls } from './provider-calls.ts';
import { subjectOf } from './subject-of.ts';

/** Not a fault: the message is to be seen again, and its visibility is set already. */
export class SeenAgain extends Error {
  override readonly name = 'SeenAgain';

  constructor(seconds: number) {
    super(`to be seen again in ${seconds} seconds`);
  }
}

/** A handler of an SQS event source mapping with partial batch responses. */
export type QueueHandler = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;

/**
 * Wraps what is to be done with one message: log context, and one failure per message, so that a
 * message that throws comes back alone. The records of a batch are worked on one after the other.
 */
export function queueHandler(
  each: (record: SQSRecord, context: Context) => Promise<void>,
): QueueHandler {
  const handler = async (
    event: SQSEvent,
    context: Context,
  ): Promise<PromiseSettledResult<void>[]> => {
    const results: PromiseSettledResult<void>[] = [];
    for (const record of event.Records) {
      logger.resetKeys();
      logger.appendKeys(subjectOf(record));
      results.push(...(await Promise.allSettled([each(record, context)])));
      tellCalls();
    }
    return results;
  };
  // middy answers with what its last step made of the results: the response Lambda expects.
  const wrapped: unknown = middy(handler)
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use(errorLogger({ logger: ({ error }) => logger.error('handler failed', { error }) }))
    .use(sqsPartialBatchFailure({ logger: logFailure }));
  return wrapped as QueueHandler;
}

/** How often each provider was asked while a message was worked on. */
function tellCalls(): void {
  for (const counts of providerCalls.take()) logger.info(PROVIDER_CALLS, { ...counts });
}

function logFailure(reason: unknown, record: SQSRecord): void {
  if (reason instanceof SeenAgain) {
    logger.info(reason.message, { ...subjectOf(record), messageId: record.messageId });
    return;
  }
  // The answer names it as failed, which Lambda's own metric of errors takes for a success.
  logger.error('message failed', {
    alarm: MESSAGE_FAILED,
    ...subjectOf(record),
    messageId: record.messageId,
    error: reason instanceof Error ? reason : new Error(String(reason)),
  });
}
