import type { Shortage } from '../renewal/books/open-rows.ts';
import type { Totals } from '../renewal/books/books.ts';
import type { Notice } from './notice.ts';
import { noticeAction } from './notice-action.ts';
import {
  countText,
  fileOf,
  instantText,
  moneyText,
  outcomesText,
  renewedText,
  rowSumText,
  type Voice,
} from './notice-words.ts';
import { objectLink } from './object-link.ts';
import { waitText } from './wait-text.ts';
import { FIGURES, HAPPENED, STANDING } from '../phrases/notice-phrases.ts';
import { inARow, type Phrase, tell } from '../phrases/phrase.ts';
import type { Language } from '../reasons/entry.ts';
import { sayWhole } from '../reasons/say.ts';
import { APPROVED, readDroppedKey, retryKey, reviewKey } from '../store/keys.ts';

type Line = readonly [label: Phrase, value: string | null];

/**
 * The text of a notice: what happened, the figures and where the sheet is, who must act; a paragraph
 * each. Names and reasons from outside stand in it in one line each. `region` is the bucket's.
 */
export function noticeText(notice: Notice, region: string, voice: Voice): string {
  const { language } = voice;
  const lines: readonly Line[] = [
    [FIGURES.file, `${notice.bucket}/${notice.key}`],
    [FIGURES.droppedBy, notice.droppedBy],
    ...figures(notice, voice),
    ...results(notice, region, language),
  ];
  const facts = lines.flatMap(([label, value]) =>
    value === null || value === ''
      ? []
      : [tell(FIGURES.labelled, language, { label: label[language], value: oneLine(value) })],
  );
  const happened = oneLine(whatHappened(notice, voice));
  return `${happened}\n\n${facts.join('\n')}\n\n${oneLine(noticeAction(notice, voice))}\n`;
}

function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

function whatHappened(notice: Notice, { language, zone }: Voice): string {
  const { job: id, account } = notice;
  const job = tell(HAPPENED.job, language, { job: id, account });
  const file = fileOf(notice.key);
  switch (notice.kind) {
    case 'accepted':
      return tell(HAPPENED.accepted, language, { job, file });
    case 'waiting': {
      const { job: other, key, status } = notice.waitsFor;
      const waitsFor = { other, otherFile: fileOf(key), status: STANDING[status][language] };
      return tell(HAPPENED.waiting, language, { job, file, ...waitsFor, place: notice.place });
    }
    case 'started':
      return tell(HAPPENED.started, language, { job });
    case 'suspended':
      return tell(HAPPENED.suspended, language, { job, why: sayWhole(notice.reason, language) });
    case 'resumed':
      return tell(HAPPENED.resumed, language, { job });
    case 'file changed': {
      const isGone = notice.standing === 'gone';
      return tell(isGone ? HAPPENED.fileGone : HAPPENED.fileReplaced, language, { job, file });
    }
    case 'approval ends': {
      const at = instantText(notice.validUntil, zone);
      const status = STANDING[notice.status][language];
      return tell(HAPPENED.approvalEnds, language, { id, account, at, status });
    }
    case 'no progress': {
      const at = instantText(notice.wait.since, zone);
      const what = waitText(notice.wait, language);
      return tell(HAPPENED.noProgress, language, { id, account, at, what });
    }
    case 'rows unsettled':
      return tell(HAPPENED.unsettled, language, { job, rows: notice.unsettled });
    case 'rejected': {
      const why = sayWhole(notice.reason, language);
      return tell(HAPPENED.rejected, language, { file, account, why });
    }
    case 'finished':
      return finished(job, notice, language);
  }
}

function finished(
  job: string,
  notice: Extract<Notice, { kind: 'finished' }>,
  language: Language,
): string {
  const { ending, totals, rows, reason } = notice;
  const before = beforeThat(notice, language);
  const why = reason === null ? '' : sayWhole(reason, language);
  switch (ending) {
    case 'done':
      return totals === null
        ? tell(HAPPENED.endedUnknown, language, { job })
        : tell(HAPPENED.ended, language, { job, done: renewedText(totals, rows, language) });
    case 'cancelled':
      return inARow([tell(HAPPENED.cancelled, language, { job, before }), why], language);
    case 'expired':
      return inARow([tell(HAPPENED.expired, language, { job, before }), why], language);
  }
}

function beforeThat(
  { totals, rows, sheet }: Extract<Notice, { kind: 'finished' }>,
  language: Language,
): string {
  if (sheet === 'not begun') return HAPPENED.notRead[language];
  if (totals === null) return HAPPENED.noFigures[language];
  return tell(HAPPENED.beforeThat, language, { done: renewedText(totals, rows, language) });
}

function figures(notice: Notice, { language, zone }: Voice): readonly Line[] {
  switch (notice.kind) {
    case 'accepted':
    case 'waiting':
    case 'started':
      return [
        [FIGURES.rowsLabel, countText(notice.rows)],
        [FIGURES.toRenew, rowSumText(notice.toRenew, language)],
        [FIGURES.decidedByFile, decided(notice.rows - notice.toRenew.rows, language)],
      ];
    case 'suspended':
      return [
        ...outcomes(notice.totals, language),
        [FIGURES.stillOpen, rowSumText(notice.open, language)],
        [FIGURES.missing, missingText(notice.short, language)],
      ];
    case 'resumed':
      return [
        ...outcomes(notice.totals, language),
        [FIGURES.stillOpen, rowSumText(notice.open, language)],
      ];
    case 'file changed':
      return [[FIGURES.rowsLabel, countText(notice.rows)]];
    case 'approval ends':
      return [[FIGURES.stillOpen, rowSumText(notice.open, language)]];
    case 'no progress': {
      const { said, until } = notice.wait;
      return [
        [FIGURES.stillOpen, rowSumText(notice.open, language)],
        [FIGURES.lastAnswer, said],
        [FIGURES.lookedAtNext, until === null ? null : instantText(until, zone)],
      ];
    }
    case 'rows unsettled':
      return [[FIGURES.inReview, countText(notice.unsettled)]];
    case 'rejected':
    case 'finished':
      return outcomes(notice.totals, language);
  }
}

function missingText(short: Shortage | null, language: Language): string | null {
  if (short === null || short.missing === null) return null;
  const sum = moneyText([short.missing], language);
  switch (short.basis) {
    case 'suspension':
      return tell(FIGURES.missingAtSuspension, language, { sum });
    case 'start':
      return tell(FIGURES.missingSinceStart, language, { sum });
  }
}

function decided(rows: number, language: Language): string | null {
  return rows > 0 ? tell(FIGURES.seeResults, language, { rows }) : null;
}

function outcomes(totals: Totals | null, language: Language): readonly Line[] {
  if (totals === null) return [];
  const { rows: all, approved, approvedInIt, paid } = totals;
  const parts = outcomesText(totals, language);
  return [
    [
      FIGURES.rowsLabel,
      parts === '' ? countText(all) : tell(FIGURES.ofAll, language, { all, parts }),
    ],
    [FIGURES.inTheFile, moneyText(approved, language)],
    [FIGURES.approvedInIt, approvedInIt === undefined ? null : moneyText(approvedInIt, language)],
    [FIGURES.paid, moneyText(paid, language)],
  ];
}

function results(notice: Notice, region: string, language: Language): readonly Line[] {
  if (!('sheet' in notice)) return [];
  const { resultsKey: key, sheet } = notice;
  if (sheet === 'none') return [[FIGURES.results, FIGURES.noResults[language]]];
  if (key === null) return [];
  const where = `s3://${notice.bucket}/${key}`;
  return [
    [
      FIGURES.results,
      sheet === 'rows only' ? tell(FIGURES.rowsOnly, language, { key: where }) : where,
    ],
    [FIGURES.open, objectLink(region, notice.bucket, key)],
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
    [FIGURES.anotherTry, link(retryKey(account, dropped.name, job), again.retry)],
    [FIGURES.forReview, link(reviewKey(account, dropped.name, job), again.review)],
  ];
}
