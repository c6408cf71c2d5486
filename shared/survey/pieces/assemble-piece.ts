import type { Money } from '../../values/money.ts';
import type { Survey } from '../survey.ts';
import {
  assemblePieceSchema,
  choosePieceSchema,
  pricePieceSchema,
} from '../../store/survey-items.ts';
import { readLastRenewals } from './read-last-renewals.ts';
import type { PieceEnd, SurveyWork } from './survey-work.ts';

/** The most that one file is to have, as the provider's own exports have it (Huawei contract, section 10). */
const MOST_ROWS_PER_FILE = 10_000;

const WRITE: PieceEnd = { kind: 'next', piece: { step: 'write', number: 0 } };

/** Puts all pieces together, pinned as one object that the files are written from. */
export async function assemblePiece(work: SurveyWork): Promise<PieceEnd> {
  const { pieces } = work;
  if ((await pieces.read('assemble', 0, assemblePieceSchema)) !== null) return WRITE;
  await pieces.write('assemble', 0, await assemble(work));
  return WRITE;
}

async function assemble(work: SurveyWork): Promise<Survey> {
  const { account, asked, pieces } = work;
  const chosen = await pieces.read('choose', 0, choosePieceSchema);
  if (chosen === null) throw new Error('the list of what was to be priced is missing');
  const priced = await pieces.readAll('price', pricePieceSchema);
  const rows = priced.flatMap((piece) => piece.rows);
  const locked = priced.flatMap((piece) => piece.leftOut);
  if (rows.length + locked.length !== chosen.resources.length) {
    throw new Error(
      `of ${chosen.resources.length} resources ${rows.length + locked.length} are in the pieces`,
    );
  }
  const last = await readLastRenewals(rows, work);
  return {
    id: asked.survey,
    question: asked.question,
    askedAt: asked.at,
    pricedAt: priced.at(-1)?.at ?? work.clock(),
    currency: account.currency,
    zone: account.expiryZone,
    rows: rows.map((row) => ({ ...row, last: last.of(row) })),
    lastRenewals: last.read,
    leftOut: [...chosen.leftOut, ...locked],
    balance: await balanceOf(work),
    rowsPerFile: Math.min(MOST_ROWS_PER_FILE, account.maxRows),
  };
}

/** A quote is worth having without the balance. */
async function balanceOf({ desk, asked, log }: SurveyWork): Promise<Money | null> {
  const answer = await desk.balance();
  if (answer.kind === 'done') return answer.value?.available ?? null;
  const why = answer.kind === 'refused' ? answer.refusal.code : answer.detail;
  log.warn('the export has no balance', {
    survey: asked.survey,
    account: asked.question.account,
    why,
  });
  return null;
}
