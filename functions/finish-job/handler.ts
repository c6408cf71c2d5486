import { openApprovals } from '../../shared/aws/approvals.ts';
import { openFiles } from '../../shared/aws/files.ts';
import { openNotices } from '../../shared/aws/notices.ts';
import { openVisibility } from '../../shared/aws/visibility.ts';
import { finishMessageSchema } from '../../shared/messages/finish-message.ts';
import { traitsOf } from '../../shared/providers/traits.ts';
import { openAccountSettings } from '../../shared/runtime/accounts-file.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { openEngine } from '../../shared/runtime/open-engine.ts';
import { queueHandler, SeenAgain } from '../../shared/runtime/queue-handler.ts';
import { writeResults } from '../../shared/workbook/results/write-results.ts';
import { auditJob } from './audit-job.ts';
import { closeChunks, confirmChunks } from './close-chunks.ts';
import { finishJobEnvironment } from './env.ts';
import { finishJob } from './finish-job.ts';
import { handBack, type HandBackServices } from './hand-back.ts';
import { putAside } from './put-aside.ts';
import { writeReport } from './write-report.ts';

const env = readEnvironment(finishJobEnvironment, process.env);
const engine = openEngine(env);
const files = openFiles(env.BUCKET_NAME);
const approvals = openApprovals();
const notices = openNotices(env.NOTICE_TOPIC_ARN, openAccountSettings().all);
const seeAgain = openVisibility(env.FINISH_QUEUE_URL);

const readQuote: HandBackServices['readQuote'] = async (file, account) => {
  // Loaded when there is something to hand back: most runs end nothing.
  const { readQuote: read } = await import('../../shared/workbook/read/read-quote.ts');
  return await read(file, account, traitsOf(account));
};

/** Ends jobs and writes their results workbooks. */
export const handler = queueHandler(async (record, context) => {
  const message = finishMessageSchema.parse(JSON.parse(record.body));
  const services = engine.forInvocation(context);
  const received = Number(record.attributes.ApproximateReceiveCount);
  const end = await finishJob(message, received, {
    ...services,
    files,
    notices,
    approvals,
    closeChunks: closeChunks(services),
    confirmChunks: confirmChunks(services),
    putAside: putAside(services),
    writeReport: writeReport(
      files,
      writeResults,
      handBack({ files, log: services.log, readQuote }),
    ),
    auditJob: auditJob(services),
  });
  if (end.kind === 'again') {
    await seeAgain(record.receiptHandle, end.seconds);
    throw new SeenAgain(end.seconds);
  }
});
