import type { Account } from '../../shared/settings/account.ts';
import type { Money } from '../../shared/values/money.ts';
import type { QuoteReading } from '../../shared/jobs/quote.ts';
import { writeCheckAnswer } from '../../shared/messages/check-answer.ts';
import { jobIdentity } from '../../shared/jobs/job-identity.ts';
import {
  CHECK,
  checkAnswerKey,
  checkKey,
  readDroppedKey,
  repricedKey,
} from '../../shared/store/keys.ts';
import { nameAccount } from '../../shared/settings/name-account.ts';
import { passedOver } from '../../shared/messages/passed-over.ts';
import type { Upload } from '../../shared/messages/upload-event.ts';
import { LIMITS } from '../../shared/workbook/read/limits.ts';
import { REJECTIONS } from '../../shared/workbook/read/rejections.ts';
import type { Files } from '../../shared/ports/files.ts';
import type { Log } from '../../shared/ports/log.ts';
import type { ResourceDesk } from '../../shared/ports/provider.ts';
import type { AccountStore } from '../../shared/ports/stores.ts';
import { compoundReason, type Reason, reason } from '../../shared/reasons/reason.ts';
import type { CheckReport } from '../../shared/workbook/check/check-report.ts';
import type { FreshQuote } from '../../shared/workbook/again/write-repriced.ts';
import { XLSX } from '../../shared/workbook/media-type.ts';
import { checkRows, type CheckRowsServices } from './check-rows.ts';
import { freshQuote } from './fresh-quote.ts';
import { checkAnswer, type CheckedFile, type CheckOutcome, checkReport } from './report-check.ts';

/** What a dry run needs. It has no way to order, pay or cancel, and writes nothing but files. */
export interface CheckQuoteServices extends CheckRowsServices {
  readonly settings: readonly Account[];
  readonly files: Files;
  readonly accounts: Pick<AccountStore, 'read' | 'unproved'>;
  readonly log: Log;
  readonly desk: (account: Account) => Promise<ResourceDesk>;
  readonly readQuote: (
    file: { readonly name: string; readonly bytes: Uint8Array },
    account: Account,
  ) => Promise<QuoteReading>;
  readonly writeCheck: (report: CheckReport) => Promise<Uint8Array>;
  readonly writeRepriced: (fresh: FreshQuote, account: Account) => Promise<Uint8Array>;
}

/** `continue`: time was over, go on at once; `again`: the provider did not answer, try later. */
export type CheckEnd =
  | { readonly kind: 'done' }
  | { readonly kind: 'continue' }
  | { readonly kind: 'again'; readonly seconds: number };

const DONE: CheckEnd = { kind: 'done' };
const NOTHING: CheckOutcome = {
  state: 'would run',
  reason: null,
  checked: new Map(),
  balance: null,
  remarks: [],
  reprice: null,
};

/**
 * Says what would become of a file dropped under `check/`, were it dropped under `approved/` now:
 * read as intake reads it, looked at and priced as a job would. Writes a workbook and, where prices
 * have changed, a fresh quote. May be made again; `lastTry` ends the wait for a silent provider.
 */
export async function checkQuote(
  upload: Upload,
  services: CheckQuoteServices,
  lastTry: boolean,
): Promise<CheckEnd> {
  const key = readDroppedKey(upload.source.key, CHECK);
  if (key === null) return DONE;
  const none = passedOver(upload.source.key, upload.size ?? null);
  if (none !== null) {
    services.log.info('file passed over', { key: upload.source.key, why: none });
    return DONE;
  }
  const named = nameAccount(key, services.settings, CHECK);
  const { file, name } = key;
  const id = jobIdentity(named.name, upload.source);
  const { account } = named;
  const about = {
    id,
    file,
    name,
    upload,
    account,
    accountName: named.name,
    quote: null,
    told: [],
  };
  if (named.account === null) return await reject(about, named.problem, services);
  const source = await services.files.readSource(upload.source, LIMITS.packed);
  switch (source.kind) {
    case 'gone':
      // Replaced or removed meanwhile: the newer one is a dry run of its own.
      return DONE;
    case 'too large':
      return await reject(about, REJECTIONS.tooLarge, services);
    case 'unreadable': {
      if (!lastTry) return { kind: 'again', seconds: SILENT_SECONDS };
      const unreadable = reason('file-unreadable', { refusal: source.code });
      return await reject(about, unreadable, services);
    }
    case 'read':
      break;
  }
  const reading = await services.readQuote({ name: file, bytes: source.bytes }, named.account);
  const { quote, told = [] } = reading;
  if (reading.kind === 'rejected') {
    const { sight } = reading;
    return await reject({ ...about, quote, told, sight }, reading.reason, services);
  }
  return await lookAndTell({ ...about, quote, told }, named.account, services, lastTry);
}

async function reject(
  about: CheckedFile,
  why: Reason,
  services: CheckQuoteServices,
): Promise<CheckEnd> {
  return await tell(about, { ...NOTHING, state: 'would be rejected', reason: why }, services);
}

const SILENT_SECONDS = 30;

async function lookAndTell(
  about: CheckedFile,
  account: Account,
  services: CheckQuoteServices,
  lastTry: boolean,
): Promise<CheckEnd> {
  const desk = await services.desk(account);
  const rows = about.quote?.rows ?? [];
  const end = await checkRows(about.id, rows, account, desk, services);
  switch (end.kind) {
    case 'silent': {
      services.log.warn('provider silent', { account: account.name, error: end.detail });
      if (!lastTry) return { kind: 'again', seconds: SILENT_SECONDS };
      const silent = reason('huawei-did-not-answer');
      return await tell(about, { ...NOTHING, state: 'not known', reason: silent }, services);
    }
    case 'continue':
      return end;
    case 'reject':
      return await reject(about, end.reason, services);
    case 'suspend':
      return await tell(
        about,
        { ...NOTHING, state: 'would be suspended', reason: end.reason, checked: end.rows },
        services,
      );
    case 'checked':
      return await tellChecked(about, account, end.rows, desk, services);
  }
}

async function tellChecked(
  about: CheckedFile,
  account: Account,
  checked: CheckOutcome['checked'],
  desk: ResourceDesk,
  services: CheckQuoteServices,
): Promise<CheckEnd> {
  const balance = await readBalance(desk);
  const { quote } = about;
  const fresh =
    quote === null
      ? null
      : freshQuote({
          id: about.id,
          file: about.file,
          account,
          quote,
          checked,
          askedAt: about.upload.droppedAt,
          pricedAt: services.clock(),
          balance,
        });
  const reprice = fresh === null ? null : repricedKey(account.name, about.name);
  if (fresh !== null && reprice !== null) {
    await services.files.write(reprice, await services.writeRepriced(fresh, account), XLSX);
  }
  const remarks = await remarksOn(account, services);
  return await tell(about, { ...NOTHING, checked, balance, remarks, reprice }, services);
}

/** Only to be told: without an answer the workbook says nothing of a balance. */
async function readBalance(desk: ResourceDesk): Promise<Money | null> {
  const answer = await desk.balance();
  return answer.kind === 'done' ? (answer.value?.available ?? null) : null;
}

async function remarksOn(
  { name }: Account,
  { accounts }: CheckQuoteServices,
): Promise<readonly Reason[]> {
  const { active, held } = await accounts.read(name);
  return [
    active === null ? null : reason('job-not-over', { job: active }),
    held === undefined ? null : compoundReason('account-held', {}, [held]),
  ].filter((remark) => remark !== null);
}

async function tell(
  about: CheckedFile,
  outcome: CheckOutcome,
  { files, clock, log, writeCheck }: CheckQuoteServices,
): Promise<CheckEnd> {
  const { id, accountName: account, name, quote } = about;
  const report = checkReport(about, outcome, clock());
  const key = checkKey(account, name, id);
  const answer = checkAnswer(report, quote?.rows.length ?? 0, key);
  const workbook = await writeCheck(report);
  // First the answer, so that it is there for whoever sees the workbook appear.
  await files.write(checkAnswerKey(id), writeCheckAnswer(answer), 'application/json');
  await files.write(key, workbook, XLSX);
  log.info('dry run', { check: id, account, state: answer.state, rows: answer.rows });
  return DONE;
}
