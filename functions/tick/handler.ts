import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import errorLogger from '@middy/error-logger';
import { openAccountStore } from '../../shared/aws/account-store.ts';
import { openApprovals } from '../../shared/aws/approvals.ts';
import { openDispatch } from '../../shared/aws/dispatch.ts';
import { openJobStore } from '../../shared/aws/job-store.ts';
import { openJournalStore } from '../../shared/aws/journal-store.ts';
import { openNotices } from '../../shared/aws/notices.ts';
import { openTable } from '../../shared/aws/table.ts';
import { openAccountSettings } from '../../shared/runtime/accounts-file.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { logger } from '../../shared/runtime/log.ts';
import { tickEnvironment } from './env.ts';
import { tick, type TickServices } from './tick.ts';

const env = readEnvironment(tickEnvironment, process.env);
const settings = openAccountSettings();
const table = openTable(env.TABLE_NAME);
const clock = Date.now;

const services: TickServices = {
  clock,
  jobs: openJobStore(table),
  accounts: openAccountStore(table),
  journals: openJournalStore(table),
  dispatch: openDispatch({ chunks: env.CHUNKS_QUEUE_URL, finish: env.FINISH_QUEUE_URL }, clock),
  notices: openNotices(env.NOTICE_TOPIC_ARN, settings.all),
  approvals: openApprovals(),
  validityDays: (account) => settings.of(account).jobValidityDays,
  resumeEveryHours: (account) => settings.of(account).resumeEveryHours,
  accountNames: settings.all.map(({ name }) => name),
  log: logger,
};

/** Runs on a schedule and does whatever no message does. */
export const handler = middy(async () => {
  await tick(services);
})
  .use(injectLambdaContext(logger, { resetKeys: true }))
  .use(errorLogger({ logger: ({ error }) => logger.error('tick failed', { error }) }));
