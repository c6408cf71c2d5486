import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import errorLogger from '@middy/error-logger';
import type { Context, SQSEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { openAccountStore } from '../../shared/aws/account-store.ts';
import { openExportNotices } from '../../shared/aws/export-notices.ts';
import { openExports } from '../../shared/aws/exports.ts';
import { openFiles } from '../../shared/aws/files.ts';
import { openJournalStore } from '../../shared/aws/journal-store.ts';
import { openOrderMemory } from '../../shared/aws/order-memory.ts';
import { openProviderKeys } from '../../shared/aws/provider-keys.ts';
import { openTable } from '../../shared/aws/table.ts';
import { openVisibility } from '../../shared/aws/visibility.ts';
import { exportMessageSchema } from '../../shared/messages/export-message.ts';
import { openAccountSettings } from '../../shared/runtime/accounts-file.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { logger } from '../../shared/runtime/log.ts';
import { providerCalls } from '../../shared/runtime/provider-calls.ts';
import { queueHandler, SeenAgain } from '../../shared/runtime/queue-handler.ts';
import { writeExport } from '../../shared/workbook/export/write-export.ts';
import { exportQuoteEnvironment } from './env.ts';
import { exportQuote } from './export-quote.ts';
import type { ExportServices } from './export-services.ts';
import { surveyDesks } from './survey-desks.ts';

const env = readEnvironment(exportQuoteEnvironment, process.env);
const settings = openAccountSettings().all;
const table = openTable(env.TABLE_NAME);
const clock = Date.now;
const exports = openExports(env.EXPORTS_QUEUE_URL);
const seeAgain = openVisibility(env.EXPORTS_QUEUE_URL);

const services: ExportServices = {
  settings,
  bucket: env.BUCKET_NAME,
  files: openFiles(env.BUCKET_NAME),
  accounts: openAccountStore(table),
  journals: openJournalStore(table),
  memory: openOrderMemory(table),
  exports,
  notices: openExportNotices(env.NOTICE_TOPIC_ARN, settings),
  clock,
  log: logger,
  openDesk: surveyDesks(openProviderKeys(env.SECRET_PREFIX), {
    clock,
    httpTimeoutSeconds: env.HTTP_TIMEOUT_SECONDS,
    note: providerCalls.of,
  }),
  writeExport,
};

/** What EventBridge Scheduler sends; `at` is when the schedule was due, also when it fires twice. */
const scheduledSchema = z.object({ account: z.string(), at: z.string() });

const onSchedule = middy(async (event: unknown) => {
  const { account, at } = scheduledSchema.parse(event);
  await exports.send({ kind: 'ask', account, request: {}, at: Date.parse(at), by: null });
})
  .use(injectLambdaContext(logger, { resetKeys: true }))
  .use(errorLogger({ logger: ({ error }) => logger.error('no export was begun', { error }) }));

const onMessage = queueHandler(async (record) => {
  const message = exportMessageSchema.parse(JSON.parse(record.body));
  const tries = Number(record.attributes.ApproximateReceiveCount);
  const end = await exportQuote(message, tries, services);
  if (end.kind === 'again') {
    await seeAgain(record.receiptHandle, end.seconds);
    throw new SeenAgain(end.seconds);
  }
});

/** Exports quotes: begins on the clock, goes on by its queue, a piece at a time. */
export const handler = async (event: unknown, context: Context): Promise<unknown> =>
  isFromQueue(event) ? await onMessage(event, context) : await onSchedule(event, context);

function isFromQueue(event: unknown): event is SQSEvent {
  return typeof event === 'object' && event !== null && 'Records' in event;
}
