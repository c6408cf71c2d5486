import { openAccountStore } from '../../shared/aws/account-store.ts';
import { openFiles } from '../../shared/aws/files.ts';
import { openJournalStore } from '../../shared/aws/journal-store.ts';
import { openOrderMemory } from '../../shared/aws/order-memory.ts';
import { openProviderKeys } from '../../shared/aws/provider-keys.ts';
import { openRepeat } from '../../shared/aws/repeat.ts';
import { openTable } from '../../shared/aws/table.ts';
import { openVisibility } from '../../shared/aws/visibility.ts';
import { readUploads } from '../../shared/messages/upload-event.ts';
import { openDesk } from '../../shared/providers/open-desk.ts';
import { traitsOf } from '../../shared/providers/traits.ts';
import { openAccountSettings } from '../../shared/runtime/accounts-file.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { logger } from '../../shared/runtime/log.ts';
import { providerCalls } from '../../shared/runtime/provider-calls.ts';
import { queueHandler, SeenAgain } from '../../shared/runtime/queue-handler.ts';
import { readQuote } from '../../shared/workbook/read/read-quote.ts';
import { writeCheck } from '../../shared/workbook/check/write-check.ts';
import { writeRepriced } from '../../shared/workbook/again/write-repriced.ts';
import { checkQuote, type CheckQuoteServices } from './check-quote.ts';
import { checkQuoteEnvironment } from './env.ts';

const env = readEnvironment(checkQuoteEnvironment, process.env);
const settings = openAccountSettings();
const clock = Date.now;
const table = openTable(env.TABLE_NAME);
const keysOf = openProviderKeys(env.SECRET_PREFIX);
const seeAgain = openVisibility(env.CHECKS_QUEUE_URL);
const repeat = openRepeat(env.CHECKS_QUEUE_URL);

const readFor: CheckQuoteServices['readQuote'] = async (file, account) =>
  await readQuote(file, account, traitsOf(account));

const services: Omit<CheckQuoteServices, 'outOfTime'> = {
  clock,
  readQuote: readFor,
  writeCheck,
  writeRepriced: async (fresh, account) =>
    await writeRepriced(
      fresh,
      async (bytes) => await readFor({ name: 'repriced.xlsx', bytes }, account),
    ),
  settings: settings.all,
  files: openFiles(env.BUCKET_NAME),
  accounts: openAccountStore(table),
  journals: openJournalStore(table),
  memory: openOrderMemory(table),
  log: logger,
  desk: async (account) =>
    openDesk(account, await keysOf(account.name), {
      clock,
      httpTimeoutSeconds: env.HTTP_TIMEOUT_SECONDS,
      note: providerCalls.of(account.name),
    }),
};

/** One less than the queue allows: the last delivery must still tell people something. */
const LAST_TRY = 4;

/** Says what would become of files, without ordering or paying anything. */
export const handler = queueHandler(async (record, context) => {
  const lastTry = Number(record.attributes.ApproximateReceiveCount) >= LAST_TRY;
  const outOfTime = (): boolean =>
    context.getRemainingTimeInMillis() < env.KEPT_BACK_SECONDS * 1000;
  for (const upload of readUploads(record.body)) {
    const end = await checkQuote(upload, { ...services, outOfTime }, lastTry);
    if (end.kind === 'continue') {
      await repeat(record.body);
      return;
    }
    if (end.kind === 'again') {
      await seeAgain(record.receiptHandle, end.seconds);
      throw new SeenAgain(end.seconds);
    }
  }
});
