import type { Notice } from './notice.ts';
import { asciiText, shortened } from './ascii-text.ts';
import {
  countOf,
  fileOf,
  instantText,
  moneyText,
  PLAIN,
  renewedText,
  type Voice,
} from './notice-words.ts';
import { SUBJECTS } from '../phrases/notice-phrases.ts';
import { tell } from '../phrases/phrase.ts';
import type { Language } from '../reasons/entry.ts';

/** "UTF-8 text with no line breaks or control characters, and less than 100 characters long" (SNS, Publish). */
export const SUBJECT_LIMIT = 99;
/** What may be taken by an account's name; those of the settings are up to 40 long. */
const ACCOUNT_LIMIT = 24;

/**
 * The subject of a notice: account, what happened, file and job. Names keep their script; always fit
 * for SNS, whatever the file and its folder are called.
 */
export function noticeSubject(notice: Notice, voice: Voice): string {
  return subjectOf(notice, voice, subjectLine);
}

/** The same in English and in ASCII, for what takes no other subject; names without an ASCII form are left out. */
export function plainSubject(notice: Notice, { zone }: Voice): string {
  return subjectOf(notice, { ...PLAIN, zone }, asciiText);
}

/** A text in one line without what no mail shows; null where nothing is left of it. */
export function subjectLine(text: string): string | null {
  const plain = text
    .toWellFormed()
    .replaceAll(/[\p{C}\u2028\u2029]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return plain === '' ? null : plain;
}

function subjectOf(notice: Notice, voice: Voice, nameOf: (text: string) => string | null): string {
  const { language } = voice;
  const account = shortened(
    nameOf(notice.account) ?? SUBJECTS.unknownAccount[language],
    ACCOUNT_LIMIT,
  );
  const start = tell(SUBJECTS.whole, language, { account, headline: headline(notice, voice) });
  const file = nameOf(fileOf(notice.key));
  const end = tell(SUBJECTS.ofJob, language, { job: notice.job });
  const room = SUBJECT_LIMIT - start.length - end.length - 2;
  const named =
    file === null || room < 8
      ? start
      : tell(SUBJECTS.withFile, language, { start, file: shortened(file, room) });
  return shortened(`${named}${end}`, SUBJECT_LIMIT);
}

/** What happened, in a few words. Never "done" where an outcome is unknown. */
function headline(notice: Notice, { language, zone }: Voice): string {
  const { rows } = notice;
  switch (notice.kind) {
    case 'accepted':
      return tell(SUBJECTS.accepted, language, { renew: notice.toRenew.rows, rows });
    case 'waiting': {
      const { waitsFor, place } = notice;
      return tell(SUBJECTS.waiting, language, { job: waitsFor.job, place });
    }
    case 'started':
      return tell(SUBJECTS.started, language, { renew: notice.toRenew.rows, rows });
    case 'suspended': {
      const missing = notice.short?.missing ?? null;
      if (missing !== null) {
        return tell(SUBJECTS.short, language, { sum: moneyText([missing], language) });
      }
      return (notice.short === null ? SUBJECTS.mustAct : SUBJECTS.lowBalance)[language];
    }
    case 'resumed':
      return tell(SUBJECTS.resumed, language, { rows: notice.open.rows });
    case 'file changed':
      return (notice.standing === 'gone' ? SUBJECTS.fileGone : SUBJECTS.fileReplaced)[language];
    case 'approval ends': {
      const at = instantText(notice.validUntil, zone);
      return tell(SUBJECTS.approvalEnds, language, { at, rows: notice.open.rows });
    }
    case 'no progress':
      return tell(SUBJECTS.noProgress, language, { at: instantText(notice.wait.since, zone) });
    case 'rows unsettled':
      return tell(SUBJECTS.unsettled, language, { rows: notice.unsettled });
    case 'rejected': {
      const isUnpaid = countOf(notice.totals, 'renewed') === 0;
      return (isUnpaid ? SUBJECTS.rejectedUnpaid : SUBJECTS.rejected)[language];
    }
    case 'finished':
      return finished(notice, language);
  }
}

function finished(notice: Extract<Notice, { kind: 'finished' }>, language: Language): string {
  const { ending, totals, rows, sheet } = notice;
  if (sheet === 'none') return SUBJECTS.noResults[language];
  if (sheet === 'not begun') return SUBJECTS.notBegun[language];
  const review = countOf(totals, 'needs review');
  const done = renewedText(totals, rows, language);
  switch (ending) {
    case 'done':
      return review > 0
        ? tell(SUBJECTS.inReview, language, { review, rows })
        : tell(SUBJECTS.done, language, { done });
    case 'cancelled':
      return tell(SUBJECTS.cancelled, language, { done });
    case 'expired':
      return tell(SUBJECTS.expired, language, { done });
  }
}
