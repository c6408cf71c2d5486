import type { RowsHandedBack } from '../jobs/job.ts';
import { ACTIONS } from '../phrases/action-phrases.ts';
import { inARow, tell } from '../phrases/phrase.ts';
import { SHEETS } from '../phrases/sheet-phrases.ts';
import type { Language } from '../reasons/entry.ts';
import type { Reason } from '../reasons/reason.ts';
import type { Notice } from './notice.ts';
import { countOf, fileOf, instantText, moneyText, type Voice } from './notice-words.ts';

/** Who must act and what to do, in one sentence. */
export function noticeAction(notice: Notice, voice: Voice): string {
  const { job } = notice;
  const { language, zone } = voice;
  switch (notice.kind) {
    case 'accepted':
    case 'started':
    case 'resumed': {
      const { validUntil } = notice;
      if (validUntil === null) return tell(ACTIONS.nobody, language, { job });
      const until = instantText(validUntil, zone);
      return tell(ACTIONS.nobodyUntil, language, { job, until });
    }
    case 'file changed':
      return tell(ACTIONS.fileChanged, language, { job });
    case 'waiting':
      return inARow([whoseTurn(notice, language), ACTIONS.takeBackWaiting[language]], language);
    case 'suspended':
      return inARow([suspended(notice, voice), ACTIONS.takeBack[language]], language);
    case 'approval ends': {
      const isSuspended = notice.status === 'suspended';
      return tell(isSuspended ? ACTIONS.resumeInTime : ACTIONS.lookInTime, language, { job });
    }
    case 'no progress':
      return tell(ACTIONS.lookAtProvider, language, { job });
    case 'rows unsettled':
      return tell(ACTIONS.settle, language, { job });
    case 'rejected':
      return (isOwnReport(notice.reason) ? ACTIONS.dropOther : ACTIONS.correct)[language];
    case 'finished':
      return finished(notice, language);
  }
}

/** Nothing in a report of ours is to be corrected. */
function isOwnReport({ id }: Reason): boolean {
  return id === 'own-report' || id === 'own-report-of';
}

function whoseTurn({ waitsFor }: Extract<Notice, { kind: 'waiting' }>, language: Language): string {
  const { job, key, status } = waitsFor;
  return status === 'suspended'
    ? tell(ACTIONS.suspendedFirst, language, { job, file: fileOf(key) })
    : ACTIONS.itsTurn[language];
}

function suspended(
  { job, account, short, validUntil }: Extract<Notice, { kind: 'suspended' }>,
  { language, zone }: Voice,
): string {
  const until = validUntil === null ? null : instantText(validUntil, zone);
  if (short === null) {
    return until === null
      ? tell(ACTIONS.resume, language, { job })
      : tell(ACTIONS.resumeBefore, language, { job, until });
  }
  const both = { account, job };
  if (short.missing === null) {
    return until === null
      ? tell(ACTIONS.topUp, language, both)
      : tell(ACTIONS.topUpBefore, language, { ...both, until });
  }
  const sum = moneyText([short.missing], language);
  return until === null
    ? tell(ACTIONS.topUpSum, language, { ...both, sum })
    : tell(ACTIONS.topUpSumBefore, language, { ...both, sum, until });
}

function finished(notice: Extract<Notice, { kind: 'finished' }>, language: Language): string {
  const { job, totals, ending, sheet } = notice;
  if (sheet === 'none') return tell(ACTIONS.noResults, language, { job });
  const review = countOf(totals, 'needs review');
  const again = countOf(totals, 'held: price changed', 'not renewable', 'invalid');
  const left = countOf(totals, 'not attempted');
  const acts: string[] = [];
  if (review > 0) {
    const what = tell(ACTIONS.review, language, { rows: review });
    acts.push(tell(ACTIONS.operations, language, { what }));
  }
  const what = financeText(notice.again, again, left, language);
  if (what !== '') {
    const who = acts.length > 0 ? ACTIONS.thenFinance : ACTIONS.finance;
    acts.push(tell(who, language, { what }));
  }
  if (acts.length > 0) {
    return tell(ACTIONS.end, language, { acts: inARow(acts, language, 'acts') });
  }
  return (ending === 'done' ? ACTIONS.nobodyAtAll : ACTIONS.noRowLeft)[language];
}

/** What is for finance to do: with the files beside the results, else with a new one; empty: nothing. */
function financeText(
  { retry, review }: RowsHandedBack = { retry: 0, review: 0 },
  again: number,
  left: number,
  language: Language,
): string {
  if (retry + review > 0) {
    const see = retry === 0 ? ACTIONS.reviewFileBeside : ACTIONS.reviewFile;
    const parts = [
      retry === 0 ? '' : tell(ACTIONS.retry, language, { rows: retry }),
      review === 0 ? '' : tell(see, language, { rows: review }),
    ];
    return inARow(parts, language, 'acts');
  }
  if (again + left === 0) return '';
  const rows = again + left;
  return again > 0
    ? tell(ACTIONS.dropChanged, language, { rows, sheet: SHEETS.needsAction[language] })
    : tell(ACTIONS.dropAgain, language, { rows });
}
