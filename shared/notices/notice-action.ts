import type { RowsHandedBack } from '../jobs/job.ts';
import type { Notice } from './notice.ts';
import { countOf, fileOf, instantText, moneyText, rowsText } from './notice-words.ts';

/** Who must act and what to do, in one sentence. */
export function noticeAction(notice: Notice): string {
  switch (notice.kind) {
    case 'accepted':
    case 'started':
    case 'resumed':
      return `Nobody needs to act: you are told when the job ends or cannot go on${by(notice.validUntil)}. To stop it, operations: cancel job ${notice.job}; removing the file does not.`;
    case 'file changed':
      return `If it is to stop, operations: cancel job ${notice.job}, which cancels what is not paid; what is paid stays paid. Otherwise nobody needs to act.`;
    case 'waiting':
      return waiting(notice);
    case 'suspended':
      return suspended(notice);
    case 'approval ends':
      return notice.status === 'suspended'
        ? `Operations: remove the cause and resume job ${notice.job} before then, or have its open rows approved again in a new file.`
        : `Operations: look whether job ${notice.job} moves; what it has not done by then has to be approved again in a new file.`;
    case 'no progress':
      return `Operations: look whether the provider answers (its status page and console), and at npm run jobs -- status ${notice.job}; it is asked on by itself, and you are told when it is suspended or ends.`;
    case 'rows unsettled':
      return `Operations: look at each order, then settle its rows: npm run jobs -- rows ${notice.job} --outcome "needs review" says every step.`;
    case 'rejected':
      return `Whoever dropped the file: correct what is named above and drop it again.`;
    case 'finished':
      return finished(notice);
  }
}

function by(validUntil: number | null): string {
  return validUntil === null ? '' : `, at the latest after ${instantText(validUntil)}`;
}

function waiting({ waitsFor }: Extract<Notice, { kind: 'waiting' }>): string {
  const turn = whoseTurn(waitsFor);
  return `${turn} To take it back, remove or replace the file before its turn comes.`;
}

function whoseTurn(waitsFor: Extract<Notice, { kind: 'waiting' }>['waitsFor']): string {
  return waitsFor.status === 'suspended'
    ? `Operations: resume or cancel the suspended job ${waitsFor.job} (${fileOf(waitsFor.key)}); this one starts by itself after it.`
    : `Nobody needs to act: the job starts by itself when it is its turn.`;
}

/** What is not paid of a suspended job. */
const TAKE_BACK = 'To take it back instead, remove the file or have the job cancelled.';

function suspended(notice: Extract<Notice, { kind: 'suspended' }>): string {
  const { job, account, short, validUntil } = notice;
  const until = validUntil === null ? '' : ` before ${instantText(validUntil)}, when it expires`;
  if (short === null) {
    return `Operations: remove the cause named above, then resume job ${job}${until}. ${TAKE_BACK}`;
  }
  const sum = short.missing === null ? '' : ` (at most ${moneyText([short.missing])} is missing)`;
  return `Finance: top up account ${account}${sum}; operations: then resume job ${job}${until}. ${TAKE_BACK}`;
}

function finished(notice: Extract<Notice, { kind: 'finished' }>): string {
  const { job, totals, ending, sheet } = notice;
  if (sheet === 'none') {
    return `Operations: see what kept the results from being written (runbook, "Results cannot be written"), then send job ${job} again with redrive; nobody should renew its rows by other ways before.`;
  }
  const review = countOf(totals, 'needs review');
  const again = countOf(totals, 'held: price changed', 'not renewable', 'invalid');
  const left = countOf(totals, 'not attempted');
  const acts: string[] = [];
  if (review > 0) {
    acts.push(
      review === 1
        ? 'Operations: look at the row that needs review at the provider before anything else is done with it'
        : `Operations: look at the ${rowsText(review)} that need review at the provider before anything else is done with them`,
    );
  }
  const files = filesText(notice.again);
  if (files !== '') {
    acts.push(`${acts.length > 0 ? 'finance' : 'Finance'}: ${files}`);
  } else if (again + left > 0) {
    const sheet = again > 0 ? ' (the sheet Needs action says what to change)' : '';
    acts.push(
      `${acts.length > 0 ? 'finance' : 'Finance'}: drop those of the ${rowsText(again + left)} not renewed that are still wanted in a new file${sheet}`,
    );
  }
  if (acts.length > 0) return `${acts.join('; ')}.`;
  return ending === 'done' ? 'Nobody needs to act.' : 'Nobody needs to act: no row is left over.';
}

/** What to do with the files beside the results; empty where there are none. */
function filesText({ retry, review }: RowsHandedBack = { retry: 0, review: 0 }): string {
  return [
    retry === 0
      ? ''
      : `say yes to what is wanted of the ${rowsText(retry)} in the retry file beside the results, and drop it`,
    review === 0
      ? ''
      : `see to the ${rowsText(review)} in the review file${retry === 0 ? ' beside the results' : ''}`,
  ]
    .filter((part) => part !== '')
    .join('; ');
}
