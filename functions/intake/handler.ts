import { createHash } from 'node:crypto';
import { openAccountStore } from '../../shared/aws/account-store.ts';
import { openApprovals } from '../../shared/aws/approvals.ts';
import { openDispatch } from '../../shared/aws/dispatch.ts';
import { openFiles } from '../../shared/aws/files.ts';
import { openJobStore } from '../../shared/aws/job-store.ts';
import { openJournalStore } from '../../shared/aws/journal-store.ts';
import { openNotices } from '../../shared/aws/notices.ts';
import { openTable } from '../../shared/aws/table.ts';
import { eachToItsEnd } from '../../shared/engine/each-to-its-end.ts';
import { readRemovals, readUploads } from '../../shared/messages/upload-event.ts';
import { traitsOf } from '../../shared/providers/traits.ts';
import { openAccountSettings } from '../../shared/runtime/accounts-file.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { logger } from '../../shared/runtime/log.ts';
import { queueHandler } from '../../shared/runtime/queue-handler.ts';
import { readQuote } from '../../shared/workbook/read/read-quote.ts';
import { writeResults } from '../../shared/workbook/results/write-results.ts';
import { answerChange } from './answer-change.ts';
import { intakeEnvironment } from './env.ts';
import { intake } from './intake.ts';
import type { IntakeServices } from './intake-services.ts';
import { writeRejection } from './write-rejection.ts';

const env = readEnvironment(intakeEnvironment, process.env);
const settings = openAccountSettings();
const table = openTable(env.TABLE_NAME);
const clock = Date.now;
const jobs = openJobStore(table);
const files = openFiles(env.BUCKET_NAME);

const services: IntakeServices = {
  jobs,
  files,
  clock,
  readQuote: async (file, account) => await readQuote(file, account, traitsOf(account)),
  accounts: openAccountStore(table),
  journals: openJournalStore(table),
  dispatch: openDispatch({ chunks: env.CHUNKS_QUEUE_URL, finish: env.FINISH_QUEUE_URL }, clock),
  notices: openNotices(env.NOTICE_TOPIC_ARN, settings.all),
  settings: settings.all,
  approvals: openApprovals(),
  validityDays: (account) => settings.of(account).jobValidityDays,
  log: logger,
  hash: (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 32),
  reject: writeRejection({
    jobs,
    files,
    clock,
    settings: settings.all,
    log: logger,
    write: writeResults,
  }),
};

/** Turns dropped files into jobs, and answers those that are taken back. */
export const handler = queueHandler(async (record) => {
  const received = Number(record.attributes.ApproximateReceiveCount);
  await eachToItsEnd(readUploads(record.body), async (upload) => {
    await intake(upload, received, services);
  });
  await eachToItsEnd(readRemovals(record.body), async ({ key }) => {
    await answerChange(key, null, services);
  });
});
