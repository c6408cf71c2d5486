import { SURVEY_DETAILS } from '../../phrases/survey-phrases.ts';
import type { Language } from '../../reasons/entry.ts';
import { languageOf } from '../../settings/account.ts';
import { judge } from '../survey-filter.ts';
import type { LeftOutRow, SurveyedResource } from '../survey.ts';
import { type ListPiece, listPieceSchema } from '../../store/survey-items.ts';
import type { ResourcePage } from '../../ports/provider.ts';
import { type PieceEnd, stopOf, type SurveyWork } from './survey-work.ts';

/** A list that changes while it is read is read so often at most: a record may have moved past us. */
const MOST_READINGS = 3;
/** More than anybody has: a provider that shows the same page over and over. */
const MOST_PAGES = 5000;

/** Reads one page of what falls due, and says where to go on. */
export async function listPiece(number: number, work: SurveyWork): Promise<PieceEnd> {
  const { pieces, account } = work;
  const language = languageOf(account);
  if (number >= MOST_PAGES) return endless(language);
  const known = await pieces.read('list', number, listPieceSchema);
  if (known !== null) return after(known, number);
  const before = number === 0 ? null : await pieces.read('list', number - 1, listPieceSchema);
  if (number > 0 && before === null)
    throw new Error(`page ${number - 1} of the listing is missing`);
  const answer = await work.desk.due(work.asked.question.filter, before?.next ?? null);
  if (answer.kind !== 'done') return stopOf(answer, language);
  const piece = pieceOf(answer.value, before, work);
  await pieces.write('list', number, piece);
  return after(piece, number);
}

function endless(language: Language): PieceEnd {
  const { endless: reason, askForLess: advice } = SURVEY_DETAILS;
  return { kind: 'failed', reason: reason[language], advice: advice[language] };
}

function after(piece: ListPiece, number: number): PieceEnd {
  return isLast(piece)
    ? { kind: 'next', piece: { step: 'choose', number: 0 } }
    : { kind: 'next', piece: { step: 'list', number: number + 1 } };
}

function isLast({ next, changed, reading }: ListPiece): boolean {
  return next === null && (!changed || reading + 1 >= MOST_READINGS);
}

function pieceOf(
  page: ResourcePage,
  before: ListPiece | null,
  { asked, account }: SurveyWork,
): ListPiece {
  const language = languageOf(account);
  const begins = before === null || before.next === null;
  const resources: SurveyedResource[] = [];
  const leftOut: LeftOutRow[] = [];
  for (const resource of page.resources) {
    const verdict = judge(resource, asked.question.filter, language);
    if (verdict.kind === 'wanted') resources.push(resource);
    if (verdict.kind === 'left out') {
      leftOut.push({ ...resource, because: verdict.because, detail: verdict.detail });
    }
  }
  return {
    resources,
    leftOut,
    next: page.next,
    total: page.total,
    reading: before === null ? 0 : before.reading + (begins ? 1 : 0),
    changed: !begins && (before.changed || before.total !== page.total),
  };
}
