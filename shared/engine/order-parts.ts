import type { Journal, JournalRow, Order, Part } from '../renewal/journal.ts';
import { withOutcomes, withPart, withRows } from '../renewal/journal-view.ts';
import { formParts, rungBelow, showsTenIds } from '../renewal/ladder.ts';
import { type RowOutcome, rowOutcome } from '../renewal/outcome.ts';
import type { Refusal, Remedy } from '../ports/answer.ts';
import type { RenewAnswer } from '../ports/provider.ts';
import {
  type ChunkWork,
  idKey,
  PATIENCE_MS,
  refusalNote,
  rowsAt,
  type Stop,
  suspension,
} from './chunk-work.ts';
import { inWaves } from './in-waves.ts';
import { sideBySide } from './side-by-side.ts';

type NewPart = Pick<Part, 'number' | 'rows' | 'expected'>;

/**
 * Makes unpaid orders for priced rows: the intents of a wave of parts in one durable write, then
 * the calls side by side, then each answer's order ids before anything is judged (money rule 1).
 */
export async function orderParts(
  work: ChunkWork,
  indexes: readonly number[],
): Promise<Stop | null> {
  const state = await work.accounts.read(work.account.name);
  const parts = formParts(work.keeper.current, indexes, state.rung);
  const stop = await inWaves(work, parts, async (wave) => {
    await writeIntents(work, wave);
    const stops = await sideBySide(wave, async (part) => await orderPart(work, part));
    return stops.find((one) => one !== null) ?? null;
  });
  if (state.rung > 10 && showsTenIds(work.keeper.current)) {
    await work.accounts.learnRung(work.account.name, 10);
  }
  return stop;
}

async function writeIntents(work: ChunkWork, wave: readonly NewPart[]): Promise<void> {
  const { keeper, clock } = work;
  const at = clock();
  const intended = wave.map((part): Part => ({
    ...part,
    renew: { kind: 'intended', at, attempt: keeper.owner },
    orders: [],
  }));
  await keeper.record((journal) => ({
    ...journal,
    claims: 0,
    parts: [...journal.parts, ...intended],
  }));
}

async function orderPart(work: ChunkWork, part: NewPart): Promise<Stop | null> {
  const { keeper, provider } = work;
  const ids = rowsAt(keeper.current, part.rows).map(({ resourceId }) => resourceId);
  const given = await provider.renewals.renew(ids, keeper.current.term);
  const answer = withoutOrderIsUnknown(given);
  const at = work.clock();
  await keeper.record((journal) => noteAnswer(journal, part, answer, at));
  const account = answer.failed.find(({ refusal }) => refusal.remedy === 'suspend');
  if (account !== undefined) return suspension(account.refusal);
  if (answer.answer.kind !== 'refused') return null;
  return await climbDown(work, part, answer, answer.answer.refusal);
}

/** Accepted, but no order named and nothing refused: what happened is not known. */
function withoutOrderIsUnknown(given: RenewAnswer): RenewAnswer {
  if (given.answer.kind !== 'done' || given.orders.length > 0 || given.failed.length > 0) {
    return given;
  }
  return { ...given, answer: { kind: 'unknown', detail: 'accepted without an order id' } };
}

function noteAnswer(journal: Journal, part: NewPart, given: RenewAnswer, at: number): Journal {
  const orders = [...new Set(given.orders)].map((id): Order => ({
    id,
    rows: null,
    state: { kind: 'made' },
  }));
  const noted = withPart(journal, part.number, (known) => ({
    ...known,
    orders,
    renew: renewState(given, at),
  }));
  return withOutcomes(noteBusy(noted, part, given), failures(journal, part, given));
}

function renewState(given: RenewAnswer, at: number): Part['renew'] {
  switch (given.answer.kind) {
    case 'done':
      return { kind: 'answered', at, refusal: null };
    case 'unknown':
      // Settled so long after the call's end, not after its begin: it may have waited for its turn.
      return { kind: 'parked', at, why: given.answer.detail };
    case 'refused':
      return { kind: 'answered', at, refusal: refusalNote(given.answer.refusal) };
  }
}

/** Rows that the provider itself named as not renewed. The others of the part go on without them. */
function failures(
  journal: Journal,
  part: NewPart,
  { failed, answer }: RenewAnswer,
): Map<number, RowOutcome> {
  if (answer.kind === 'unknown') return new Map();
  const named = new Map(failed.map(({ resourceId, refusal }) => [idKey(resourceId), refusal]));
  return new Map(
    part.rows.flatMap((index) => {
      const refusal = named.get(idKey(journal.rows[index]!.resourceId));
      return refusal === undefined || LEFT_OPEN.has(refusal.remedy)
        ? []
        : [[index, notRenewable(refusal)] as const];
    }),
  );
}

/** Named with these, a row is not given up: the account is to blame, or it is to be tried alone. */
const LEFT_OPEN: ReadonlySet<Remedy> = new Set<Remedy>(['suspend', 'later']);

/** Rows named as busy are tried alone next, and once more later. */
function noteBusy(journal: Journal, part: NewPart, { failed, answer }: RenewAnswer): Journal {
  if (answer.kind === 'unknown') return journal;
  return failed.reduce((known, { resourceId, refusal }) => {
    if (refusal.remedy !== 'later') return known;
    if (part.rows.length === 1) return noteRefusal(known, part, refusal);
    const busy = part.rows.filter(
      (index) => idKey(known.rows[index]!.resourceId) === idKey(resourceId),
    );
    return withRows(known, busy, (row) => ({ ...row, rung: 1 }));
  }, journal);
}

function noteRefusal(journal: Journal, part: NewPart, refusal: Refusal): Journal {
  const next = refusal.remedy === 'later' ? 'later' : 'give up';
  return withPart(journal, part.number, (known) => ({
    ...known,
    renew: {
      kind: 'answered',
      at: known.renew.at,
      refusal: { ...refusalNote(refusal), next },
    },
  }));
}

function notRenewable(refusal: Refusal): RowOutcome {
  return rowOutcome('not renewable', refusal.reason, { code: refusal.code });
}

/**
 * After a clear refusal: an account problem suspends, named ids are already out, and otherwise the
 * rows go one rung down, to be looked at and priced again first. A single id is then given up.
 */
async function climbDown(
  work: ChunkWork,
  part: NewPart,
  { orders, failed }: RenewAnswer,
  refusal: Refusal,
): Promise<Stop | null> {
  if (refusal.remedy === 'suspend') return suspension(refusal);
  if (refusal.remedy === 'wait' && orders.length === 0) {
    // Turned away before anything was done: as if it had never been called.
    await work.keeper.record((journal) => withoutPart(journal, part.number));
    return { kind: 'later', at: work.clock() + PATIENCE_MS, busy: true };
  }
  if (orders.length > 0 || failed.length > 0) return null;
  const rung = rungBelow(part.rows.length);
  if (rung === null) {
    // Its row is looked at and priced once more before it is given up: an order may lock it.
    await work.keeper.record((journal) => noteRefusal(journal, part, refusal));
    return null;
  }
  const lower = (row: JournalRow): JournalRow => ({ ...row, rung });
  await work.keeper.record((journal) => withRows(journal, part.rows, lower));
  return null;
}

function withoutPart(journal: Journal, number: number): Journal {
  return { ...journal, parts: journal.parts.filter((part) => part.number !== number) };
}
