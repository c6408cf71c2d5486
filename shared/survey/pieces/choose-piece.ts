import { tell } from '../../phrases/phrase.ts';
import { SURVEY_DETAILS } from '../../phrases/survey-phrases.ts';
import type { Language } from '../../reasons/entry.ts';
import { languageOf } from '../../settings/account.ts';
import type { LeftOutRow, SurveyedResource } from '../survey.ts';
import { type ChoosePiece, choosePieceSchema, listPieceSchema } from '../../store/survey-items.ts';
import { pieceSize } from './piece-size.ts';
import type { PieceEnd, SurveyWork } from './survey-work.ts';

/**
 * Makes one list of all that was found, each resource once, soonest expiry first, without what an
 * open job of the account has in hand: pinned, so that every later piece means the same resources.
 */
export async function choosePiece(work: SurveyWork): Promise<PieceEnd> {
  const known = await work.pieces.read('choose', 0, choosePieceSchema);
  const piece = known ?? (await choose(work));
  if (known === null) await work.pieces.write('choose', 0, piece);
  return {
    kind: 'next',
    piece:
      piece.resources.length > 0 ? { step: 'price', number: 0 } : { step: 'assemble', number: 0 },
  };
}

async function choose(work: SurveyWork): Promise<ChoosePiece> {
  const { idKey } = work.desk.traits;
  const language = languageOf(work.account);
  const pages = await work.pieces.readAll('list', listPieceSchema);
  const found = new Map<string, SurveyedResource>();
  const leftOut = new Map<string, LeftOutRow>();
  for (const page of pages) {
    for (const resource of page.resources) found.set(idKey(resource.resourceId), resource);
    for (const row of page.leftOut) leftOut.set(idKey(row.resourceId), row);
  }
  const jobs = await openRows(work);
  for (const [id, resource] of found) {
    const job = jobs.get(id);
    if (job === undefined) continue;
    found.delete(id);
    const detail = tell(SURVEY_DETAILS.inJob, language, { job });
    leftOut.set(id, { ...resource, because: 'in an open job', detail });
  }
  for (const id of work.asked.question.filter.ids ?? []) {
    if (!found.has(idKey(id)) && !leftOut.has(idKey(id)))
      leftOut.set(idKey(id), notFound(id, language));
  }
  return {
    resources: [...found.values()].toSorted(soonestFirst),
    leftOut: [...leftOut.values()].toSorted(soonestFirst),
    size: pieceSize(work.account),
  };
}

/** The job that has a resource in hand, by the resource's id. */
async function openRows(work: SurveyWork): Promise<ReadonlyMap<string, string>> {
  const { idKey } = work.desk.traits;
  const { active, waiting } = await work.accounts.read(work.account.name);
  const jobs = [...(active === null ? [] : [active]), ...waiting];
  const rows = new Map<string, string>();
  for (const job of jobs) {
    for (const journal of await work.journals.list(job)) {
      for (const { resourceId } of journal.rows) rows.set(idKey(resourceId), job);
    }
  }
  return rows;
}

function notFound(resourceId: string, language: Language): LeftOutRow {
  return {
    resourceId,
    name: null,
    serviceCode: null,
    serviceName: null,
    region: null,
    enterpriseProject: null,
    status: null,
    expiry: null,
    mode: null,
    attached: 0,
    because: 'not found',
    detail: SURVEY_DETAILS.notFound[language],
  };
}

/** What has no expiry comes last; equal ones in the order of their ids, which never changes. */
function soonestFirst(a: SurveyedResource, b: SurveyedResource): number {
  const [first, second] = [a.expiry ?? Infinity, b.expiry ?? Infinity];
  if (first !== second) return first < second ? -1 : 1;
  return a.resourceId < b.resourceId ? -1 : 1;
}
