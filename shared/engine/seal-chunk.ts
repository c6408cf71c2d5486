import type { Journal } from '../domain/journal.ts';
import { isClosed, ordersIn, withOrder, withOutcomes } from '../domain/journal-view.ts';
import { interimOutcome } from '../domain/interim-outcome.ts';
import { rowOutcome } from '../domain/outcome.ts';
import { cancelOrders } from './cancel-orders.ts';
import { type ChunkWork, ProviderSilent, type Stop } from './chunk-work.ts';
import { confirmOrders } from './confirm-orders.ts';
import { settleOrders } from './settle-orders.ts';
import { settleParked } from './settle-parked.ts';

/**
 * Ends a chunk whose job ends before it: nothing new is ordered or paid from here on, orders that
 * are still unpaid are cancelled and read back, unclear ones are looked up (design 6). Returns a
 * stop when the provider cannot tell yet; with `last` the rest is given to a person instead.
 */
export async function sealChunk(work: ChunkWork, last: boolean): Promise<Stop | null> {
  const { keeper } = work;
  await keeper.record((journal) =>
    journal.state === 'open' ? { ...journal, state: 'sealed' } : journal,
  );
  const stop = last ? null : await settleAll(work);
  if (stop !== null) return stop;
  await keeper.record(closeRows);
  return null;
}

async function settleAll(work: ChunkWork): Promise<Stop | null> {
  try {
    for (const settle of [settleOrders, settleParked, cancelMade, cancelOrders, confirmOrders]) {
      const stop = await settle(work);
      if (stop !== null) return stop;
    }
    return null;
  } catch (error) {
    if (!(error instanceof ProviderSilent)) throw error;
    return { kind: 'later', at: work.clock() };
  }
}

async function cancelMade(work: ChunkWork): Promise<null> {
  const made = ordersIn(work.keeper.current, 'made');
  if (made.length === 0) return null;
  await work.keeper.record((journal) =>
    made.reduce(
      (known, { order }) =>
        withOrder(known, order.id, (one) => ({
          ...one,
          state: { kind: 'cancelling', because: 'job ended' },
        })),
      journal,
    ),
  );
  return null;
}

/** Gives every row an outcome but those whose paid order may still complete. */
function closeRows(journal: Journal): Journal {
  const waiting = new Set(
    ordersIn(journal, 'paid').flatMap(({ part, order }) => order.rows ?? part.rows),
  );
  const untouched = rowOutcome(
    'not attempted',
    'The job ended before this row was paid.',
    'Nothing was paid for it; drop it again to renew it.',
  );
  const concerned = new Set(
    journal.parts.flatMap(({ rows, renew, orders }) =>
      renew.kind !== 'answered' || orders.some((order) => !isClosed(order)) ? rows : [],
    ),
  );
  const outcomes = journal.rows.flatMap((row, index) => {
    if (row.outcome !== null || waiting.has(index)) return [];
    const outcome = concerned.has(index) ? interimOutcome(journal, index, true) : untouched;
    return [[index, outcome] as const];
  });
  return withOutcomes(journal, new Map(outcomes));
}
