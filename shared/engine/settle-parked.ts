import type { Journal, Order, Part, RefusalNote } from '../renewal/journal.ts';
import { withOutcomes, withPart, withRows } from '../renewal/journal-view.ts';
import { rungBelow } from '../renewal/ladder.ts';
import { rowOutcome } from '../renewal/outcome.ts';
import { UNCLEAR, unclearTries } from '../renewal/unclear-answer.ts';
import { reason } from '../reasons/reason.ts';
import type { OrderReading } from '../ports/provider.ts';
import { type ChunkWork, PATIENCE_MS, type Stop } from './chunk-work.ts';
import { findOrphans, ORPHAN_WINDOW_MS, type Orphan } from './find-orphans.ts';
import { lockedRows } from './prove-coverage.ts';

/**
 * Settles the parts whose renew call got no clear answer, by looking only (money rule 5). Orders
 * that came with the unclear answer are ours. Otherwise: rows that no order locks are free again; a
 * lock is followed to its order, which is adopted if it is shown to cover exactly this part, and
 * cancelled if it is shown to be ours; else a person is asked.
 */
export async function settleParked(work: ChunkWork): Promise<Stop | null> {
  const parked = work.keeper.current.parts.filter(({ renew }) => renew.kind === 'parked');
  for (const part of parked) {
    if (work.outOfTime()) return { kind: 'out of time' };
    const stop = await settlePart(work, part);
    if (stop !== null) return stop;
  }
  return null;
}

async function settlePart(work: ChunkWork, part: Part): Promise<Stop | null> {
  const { keeper, clock } = work;
  const ready = part.renew.at + patienceFor(keeper.current, part, work.settleAfter);
  if (clock() < ready) return { kind: 'later', at: ready };
  if (part.orders.length > 0) {
    await keeper.record((journal) => answered(journal, part, part.orders, UNCLEAR));
    return null;
  }
  const locked = await lockedRows(work, part.rows);
  if ('kind' in locked) return locked;
  if (locked.length === 0) {
    await keeper.record((journal) => nothingMade(journal, part));
    return null;
  }
  const orphans = await findOrphans(work, part);
  if ('kind' in orphans) return orphans;
  return await decide(work, part, locked, orphans);
}

/** Longer each time that nothing was made: a provider that is down is not called every minute. */
function patienceFor(journal: Journal, { rows }: Part, settleAfter: number): number {
  return settleAfter * 2 ** Math.min(4, unclearTries(journal, rows[0]!));
}

function answered(
  journal: Journal,
  part: Part,
  orders: readonly Order[],
  refusal: RefusalNote | null = null,
): Journal {
  return withPart(journal, part.number, (known) => ({
    ...known,
    orders,
    renew: { kind: 'answered', at: known.renew.at, refusal },
  }));
}

/** Unclear answers to calls of one size before the size is taken for the reason. */
const MOST_TRIES = 2;

/**
 * The rows are free again. A call that gets no clear answer twice goes one rung down, for one id of
 * many may be what the provider fails at; a single id that goes on like that is a person's.
 */
function nothingMade(journal: Journal, part: Part): Journal {
  const { rows, renew } = part;
  if (renew.kind === 'parked' && renew.nameOnly === true) return answered(journal, part, []);
  const noted = answered(journal, part, [], UNCLEAR);
  const tries = unclearTries(noted, rows[0]!, rows.length);
  const rung = rungBelow(rows.length);
  if (rung !== null) {
    return tries < MOST_TRIES ? noted : withRows(noted, rows, (row) => ({ ...row, rung }));
  }
  if (tries <= MOST_TRIES) return noted;
  const outcome = rowOutcome('needs review', reason('renewal-never-clear'));
  return withOutcomes(noted, new Map(rows.map((index) => [index, outcome])));
}

async function decide(
  work: ChunkWork,
  part: Part,
  locked: readonly number[],
  orphans: readonly Orphan[],
): Promise<Stop | null> {
  const { keeper, clock } = work;
  const { renew } = part;
  const named = orphans.map(({ order }) => order);
  if (renew.kind === 'parked' && renew.nameOnly === true && named.length > 0) {
    await keeper.record((journal) => needsReview(journal, part, locked, named));
    return null;
  }
  const exact = orphans.find(({ covers }) => covers === 'exactly this part');
  if (exact !== undefined) {
    const adopted: Order = { id: exact.order.id, rows: part.rows, state: { kind: 'made' } };
    await keeper.record((journal) => answered(journal, part, [adopted]));
    return null;
  }
  const ours = orphans.filter(({ covers }) => covers === 'shown ours' || covers === 'by amount');
  if (ours.length > 0) {
    const doomed = ours.map(({ order }): Order => ({
      id: order.id,
      rows: null,
      state: { kind: 'cancelling', because: 'not asked for' },
    }));
    // Rows that stay locked after the cancel have yet another order: a person must look (money rule 5).
    await keeper.record((journal) => answered(journal, part, doomed, UNCLEAR));
    return null;
  }
  if (clock() < part.renew.at + ORPHAN_WINDOW_MS) {
    return { kind: 'later', at: clock() + PATIENCE_MS };
  }
  await keeper.record((journal) => needsReview(journal, part, locked, named));
  return null;
}

function needsReview(
  journal: Journal,
  part: Part,
  locked: readonly number[],
  orders: readonly OrderReading[],
): Journal {
  const names = orders.map(({ id }) => id).join(', ');
  const outcome = rowOutcome(
    'needs review',
    names === ''
      ? reason('locked-by-unknown-order')
      : reason('locked-by-orders', { orders: names }),
    { order: names === '' ? null : names },
  );
  return withOutcomes(
    answered(journal, part, []),
    new Map(locked.map((index) => [index, outcome])),
  );
}
