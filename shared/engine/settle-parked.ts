import type { Journal, Order, Part } from '../domain/journal.ts';
import { withOutcomes, withPart } from '../domain/journal-view.ts';
import { rowOutcome } from '../domain/outcome.ts';
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
  const ready = part.renew.at + work.settleAfter;
  if (clock() < ready) return { kind: 'later', at: ready };
  const locked = await lockedRows(work, part.rows);
  if (locked.length === 0 && part.orders.length === 0) {
    await keeper.record((journal) => answered(journal, part, part.orders));
    return null;
  }
  if (part.orders.length > 0) {
    await keeper.record((journal) => answered(journal, part, part.orders, PARTLY));
    return null;
  }
  const orphans = await findOrphans(work, part);
  if ('kind' in orphans) return orphans;
  return await decide(work, part, locked, orphans);
}

/** Marks coverage as to be proven: the answer that named these orders was not a clear one. */
const PARTLY = {
  code: 'unclear',
  reason: 'The provider did not answer clearly.',
  advice: 'Look at the order in the console.',
};

function answered(
  journal: Journal,
  part: Part,
  orders: readonly Order[],
  refusal: typeof PARTLY | null = null,
): Journal {
  return withPart(journal, part.number, (known) => ({
    ...known,
    orders,
    renew: { kind: 'answered', at: known.renew.at, refusal },
  }));
}

async function decide(
  work: ChunkWork,
  part: Part,
  locked: readonly number[],
  orphans: readonly Orphan[],
): Promise<Stop | null> {
  const { keeper, clock } = work;
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
    await keeper.record((journal) => answered(journal, part, doomed));
    return null;
  }
  if (clock() < part.renew.at + ORPHAN_WINDOW_MS) {
    return { kind: 'later', at: clock() + PATIENCE_MS };
  }
  const named = orphans.map(({ order }) => order);
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
    'An unpaid order locks this resource since a renewal call that got no clear answer.',
    names === ''
      ? 'Look for an unpaid order of this resource in the console; cancel it, then drop the row again.'
      : `Look at these unpaid orders in the console: ${names}. Cancel the one of this resource, then drop the row again.`,
    { order: orders[0]?.id ?? null },
  );
  return withOutcomes(
    answered(journal, part, []),
    new Map(locked.map((index) => [index, outcome])),
  );
}
