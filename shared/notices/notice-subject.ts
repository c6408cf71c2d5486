import type { Notice } from './notice.ts';
import { asciiText, shortened } from './ascii-text.ts';
import { countOf, fileOf, instantText, moneyText, renewedText, rowsText } from './notice-words.ts';

/** SNS takes subjects of printable ASCII in one line, "less than 100 characters long". */
export const SUBJECT_LIMIT = 99;
/** What may be taken by an account's name; those of the settings are up to 40 long. */
const ACCOUNT_LIMIT = 24;

/**
 * The subject of a notice: account, what happened, file and job. Always fit for SNS, whatever the
 * file and its folder are called.
 */
export function noticeSubject(notice: Notice): string {
  const account = asciiText(notice.account) ?? 'unknown account';
  const start = `[${shortened(account, ACCOUNT_LIMIT)}] ${headline(notice)}`;
  const file = asciiText(fileOf(notice.key));
  const end = ` (job ${notice.job})`;
  const room = SUBJECT_LIMIT - start.length - end.length - 2;
  const named = file === null || room < 8 ? start : `${start}: ${shortened(file, room)}`;
  return shortened(`${named}${end}`, SUBJECT_LIMIT);
}

/** What happened, in a few words. Never "done" where an outcome is unknown. */
function headline(notice: Notice): string {
  const { rows } = notice;
  switch (notice.kind) {
    case 'accepted':
      return `Accepted, ${notice.toRenew.rows} of ${rowsText(rows)} to renew`;
    case 'waiting':
      return `Waiting for job ${notice.waitsFor.job}, place ${notice.place} in line`;
    case 'started':
      return `Started, ${notice.toRenew.rows} of ${rowsText(rows)} to renew`;
    case 'suspended': {
      const missing = notice.short?.missing ?? null;
      if (missing !== null) return `Suspended, at most ${moneyText([missing])} missing`;
      return notice.short === null ? 'Suspended, somebody must act' : 'Suspended, balance too low';
    }
    case 'resumed':
      return `Resumed, ${rowsText(notice.open.rows)} to go`;
    case 'file changed':
      return notice.standing === 'gone'
        ? 'File removed, the job goes on'
        : 'File replaced, the job goes on';
    case 'approval ends':
      return `Approval ends ${instantText(notice.validUntil)}, ${rowsText(notice.open.rows)} open`;
    case 'no progress':
      return `Nothing moves since ${instantText(notice.wait.since)}`;
    case 'rows unsettled':
      return notice.unsettled === 1
        ? '1 row still needs review'
        : `${rowsText(notice.unsettled)} still need review`;
    case 'rejected':
      return countOf(notice.totals, 'renewed') === 0 ? 'Rejected, nothing was paid' : 'Rejected';
    case 'finished':
      return finished(notice);
  }
}

function finished(notice: Extract<Notice, { kind: 'finished' }>): string {
  const { ending, totals, rows, sheet } = notice;
  if (sheet === 'none') return 'Ended, but its results could not be written';
  if (sheet === 'not begun') return 'Cancelled, nothing was paid';
  const review = countOf(totals, 'needs review');
  switch (ending) {
    case 'done':
      return review > 0
        ? `Ended, ${review} of ${rowsText(rows)} need review`
        : `Done, ${renewedText(totals, rows)}`;
    case 'cancelled':
      return `Cancelled, ${renewedText(totals, rows)}`;
    case 'expired':
      return `Expired, ${renewedText(totals, rows)}`;
  }
}
