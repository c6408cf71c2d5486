import { randomUUID } from 'node:crypto';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import errorLogger from '@middy/error-logger';
import { openAccountStore } from '../../shared/aws/account-store.ts';
import { openApprovals } from '../../shared/aws/approvals.ts';
import { openDispatch } from '../../shared/aws/dispatch.ts';
import { openExports } from '../../shared/aws/exports.ts';
import { openJobStore } from '../../shared/aws/job-store.ts';
import { openJournalStore } from '../../shared/aws/journal-store.ts';
import { openNotices } from '../../shared/aws/notices.ts';
import { openQueueGauge } from '../../shared/aws/queue-gauge.ts';
import { openTable } from '../../shared/aws/table.ts';
import { openAccountSettings } from '../../shared/runtime/accounts-file.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { logger } from '../../shared/runtime/log.ts';
import { operateEnvironment } from './env.ts';
import { operate } from './operate.ts';
import type { OperateServices } from './operate-services.ts';

const env = readEnvironment(operateEnvironment, process.env);
const settings = openAccountSettings();
const table = openTable(env.TABLE_NAME);
const clock = Date.now;

const services: OperateServices = {
  clock,
  newId: randomUUID,
  jobs: openJobStore(table),
  accounts: openAccountStore(table),
  journals: openJournalStore(table),
  dispatch: openDispatch({ chunks: env.CHUNKS_QUEUE_URL, finish: env.FINISH_QUEUE_URL }, clock),
  approvals: openApprovals(),
  notices: openNotices(env.NOTICE_TOPIC_ARN, settings.all),
  exports: openExports(env.EXPORTS_QUEUE_URL),
  gauge: openQueueGauge([
    { queue: 'uploads', url: env.UPLOADS_QUEUE_URL, deadLettersUrl: env.UPLOADS_DEAD_LETTERS_URL },
    { queue: 'checks', url: env.CHECKS_QUEUE_URL, deadLettersUrl: env.CHECKS_DEAD_LETTERS_URL },
    { queue: 'chunks', url: env.CHUNKS_QUEUE_URL, deadLettersUrl: env.CHUNKS_DEAD_LETTERS_URL },
    { queue: 'finish', url: env.FINISH_QUEUE_URL, deadLettersUrl: env.FINISH_DEAD_LETTERS_URL },
    { queue: 'exports', url: env.EXPORTS_QUEUE_URL, deadLettersUrl: env.EXPORTS_DEAD_LETTERS_URL },
  ]),
  settings: settings.all,
};

/** What people ask of jobs: by the command line, or as a test event in the Lambda console. */
export const handler = middy(async (event: unknown) => {
  const answer = await operate(event, services);
  logger.info('operated', { ok: answer.ok, line: answer.line });
  return answer;
})
  .use(injectLambdaContext(logger, { resetKeys: true }))
  .use(errorLogger({ logger: ({ error }) => logger.error('operate failed', { error }) }));
