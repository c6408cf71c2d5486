import type { Shortage } from '../renewal/books/open-rows.ts';
import type { Totals } from '../renewal/books/books.ts';
import type { Notice } from './notice.ts';
import { noticeAction } from './notice-action.ts';
import {
  fileOf,
  instantText,
  moneyText,
  outcomesText,
  renewedText,
  rowsText,
  rowSumText,
} from './notice-words.ts';
import { objectLink } from './object-link.ts';
import { waitText } from './wait-text.ts';
import { sayWhole } from '../reasons/say.ts';
import { APPROVED, readDroppedKey, retryKey, reviewKey } from '../store/keys.ts';

type Line = readonly [label: string, value: string | null];

/**
 * The text of a notice: what happened, the figures and where the sheet is, who must act; a paragraph
 * each. Names and reasons from outside stand in it in one line each. `region` is the bucket's.
 */
export function noticeText(notice: Notice, region: string): string {
  const lines: readonly Line[] = [
    ['File', `${notice.bucket}/${notice.key}`],
    ['Dropped by', notice.droppedBy],
    ...figures(notice),
    ...results(notice, region),
  ];
  const facts = lines.flatMap(([label, value]) =>
    value === null || value === '' ? [] : [`${label}: ${oneLine(value)}`],
  );
  return `${oneLine(whatHappened(notice))}\n\n${facts.join('\n')}\n\n${oneLine(noticeAction(notice))}\n`;
}

function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

function whatHappened(notice: Notice): string {
  const job = `Job ${notice.job} of account ${notice.account}`;
  const file = fileOf(notice.key);
  switch (notice.kind) {
    case 'accepted':
      return `${job} was made of ${file} and is being carried out.`;
    case 'waiting':
      return `${job} was made of ${file} and waits for job ${notice.waitsFor.job} (${fileOf(notice.waitsFor.key)}), which is ${notice.waitsFor.status}; it is number ${notice.place} in the line.`;
    case 'started':
      return `${job}, which had waited, is being carried out now.`;
    case 'suspended':
      return `${job} is suspended, and nothing more is ordered or paid until it is resumed: ${sayWhole(notice.reason, 'en')}`;
    case 'resumed':
      return `${job} was resumed and goes on where it stopped.`;
    case 'file changed':
      return notice.standing === 'gone'
        ? `${file} was removed from its folder, but ${job} made of it is being carried out and goes on as it was approved.`
        : `${file} was replaced by another file, but ${job} made of the former one is being carried out and goes on as it was approved; the newer one is a job of its own.`;
    case 'approval ends':
      return `The approval of job ${notice.job} of account ${notice.account} ends at ${instantText(notice.validUntil)}, and it is ${notice.status}: nothing of it is paid after that.`;
    case 'no progress':
      return `Nothing of job ${notice.job} of account ${notice.account} has come on since ${instantText(notice.wait.since)}: it waits for ${waitText(notice.wait)}.`;
    case 'rows unsettled':
      return `${job} has ended, and nobody has said yet what became of ${notice.unsettled === 1 ? 'the row that needs' : `the ${rowsText(notice.unsettled)} that need`} review; until then other jobs pass over ${notice.unsettled === 1 ? 'it' : 'them'}.`;
    case 'rejected':
      return `${file} cannot be carried out for account ${notice.account}: ${sayWhole(notice.reason, 'en')}`;
    case 'finished':
      return finished(job, notice);
  }
}

function finished(job: string, notice: Extract<Notice, { kind: 'finished' }>): string {
  const { ending, totals, rows } = notice;
  const reason = notice.reason === null ? '' : ` ${sayWhole(notice.reason, 'en')}`;
  const before = beforeThat(notice);
  switch (ending) {
    case 'done':
      return totals === null
        ? `${job} has ended, but its figures could not be put together here.`
        : `${job} has ended: ${renewedText(totals, rows)}.`;
    case 'cancelled':
      return `${job} was cancelled: ${before}.${reason}`;
    case 'expired':
      return `${job} has expired: ${before}.${reason}`;
  }
}

function beforeThat({ totals, rows, sheet }: Extract<Notice, { kind: 'finished' }>): string {
  if (sheet === 'not begun') return 'its file was not read yet, and nothing was ordered or paid';
  return totals === null
    ? 'its figures could not be put together here'
    : `${renewedText(totals, rows)} before that`;
}

function figures(notice: Notice): readonly Line[] {
  switch (notice.kind) {
    case 'accepted':
    case 'waiting':
    case 'started':
      return [
        ['Rows', String(notice.rows)],
        ['To be renewed', rowSumText(notice.toRenew)],
        ['Decided by the file itself', decided(notice.rows - notice.toRenew.rows)],
      ];
    case 'suspended':
      return [
        ...outcomes(notice.totals),
        ['Still open', rowSumText(notice.open)],
        ['Missing', missingText(notice.short)],
      ];
    case 'resumed':
      return [...outcomes(notice.totals), ['Still open', rowSumText(notice.open)]];
    case 'file changed':
      return [['Rows', String(notice.rows)]];
    case 'approval ends':
      return [['Still open', rowSumText(notice.open)]];
    case 'no progress':
      return [
        ['Still open', rowSumText(notice.open)],
        ['Last answer of the provider', notice.wait.said],
        ['Looked at next', notice.wait.until === null ? null : instantText(notice.wait.until)],
      ];
    case 'rows unsettled':
      return [['Rows that need review', String(notice.unsettled)]];
    case 'rejected':
    case 'finished':
      return outcomes(notice.totals);
  }
}

function missingText(short: Shortage | null): string | null {
  if (short === null || short.missing === null) return null;
  switch (short.basis) {
    case 'suspension':
      return `at most ${moneyText([short.missing])}, going by the approved prices and the balance when the job was suspended`;
    case 'start':
      return `at most ${moneyText([short.missing])}, going by the approved prices, the balance when the job began and what it has paid since`;
  }
}

function decided(rows: number): string | null {
  return rows > 0 ? `${rowsText(rows)}, see the results` : null;
}

function outcomes(totals: Totals | null): readonly Line[] {
  if (totals === null) return [];
  const words = outcomesText(totals);
  return [
    ['Rows', words === '' ? String(totals.rows) : `${totals.rows}: ${words}`],
    ['In the file', moneyText(totals.approved)],
    ['Approved in it', totals.approvedInIt === undefined ? null : moneyText(totals.approvedInIt)],
    ['Paid', moneyText(totals.paid)],
  ];
}

function results(notice: Notice, region: string): readonly Line[] {
  if (!('sheet' in notice)) return [];
  const { resultsKey: key, sheet } = notice;
  if (sheet === 'none')
    return [['Results', 'could not be written; nothing of what is known is lost']];
  if (key === null) return [];
  const only = sheet === 'rows only' ? ' (the rows only: the workbook could not be written)' : '';
  return [
    ['Results', `s3://${notice.bucket}/${key}${only}`],
    ['Open', objectLink(region, notice.bucket, key)],
    ...beside(notice, region),
  ];
}

/** The files beside the results, as links. */
function beside(notice: Notice, region: string): readonly Line[] {
  const dropped = readDroppedKey(notice.key, APPROVED);
  if (notice.kind !== 'finished' || notice.again === undefined || dropped === null) return [];
  const { account, job, bucket, again } = notice;
  const link = (key: string, rows: number): string | null =>
    rows === 0 ? null : objectLink(region, bucket, key);
  return [
    ['Another try', link(retryKey(account, dropped.name, job), again.retry)],
    ['For review', link(reviewKey(account, dropped.name, job), again.review)],
  ];
}
