import { interimOutcome } from '../renewal/interim-outcome.ts';
import type { Journal } from '../renewal/journal.ts';
import { coverable, ordersIn, withOrder, withOutcomes } from '../renewal/journal-view.ts';
import { rowOutcome } from '../renewal/outcome.ts';
import { type Reason, reason } from '../reasons/reason.ts';
import { cancelOrders } from './cancel-orders.ts';
import { type ChunkWork, ProviderSilent, type Stop } from './chunk-work.ts';
import { settleOrders } from './settle-orders.ts';
import { settleParked } from './settle-parked.ts';

/**
 * Ends a chunk whose job ends before it: nothing new is ordered or paid from here on, orders that
 * are still unpaid are cancelled and read back, unclear ones are looked up (design 6). Returns a
 * stop when the provider cannot tell yet; with `last` the rest is given to a person instead.
 */
export async function sealChunk(
  work: ChunkWork,
  last: boolean,
  why = JOB_ENDED,
): Promise<Stop | null> {
  const { keeper } = work;
  await keeper.record((journal) =>
    journal.state === 'open' ? { ...journal, state: 'sealed' } : journal,
  );
  const stop = await settleAll(work);
  if (stop !== null && !last) return stop;
  await keeper.record((journal) => closeRows(journal, why));
  return null;
}

/** Why rows are not attempted that nothing was done about. */
const JOB_ENDED = reason('job-ended');

/** The journal of a chunk that ends as it stands: every row but those waiting for a paid order. */
export function sealedAsItStands(journal: Journal, why = JOB_ENDED): Journal {
  return closeRows(journal.state === 'open' ? { ...journal, state: 'sealed' } : journal, why);
}

/** Every step is tried, also after one that must wait: what can be cancelled is not left behind. */
async function settleAll(work: ChunkWork): Promise<Stop | null> {
  let waiting: Stop | null = null;
  for (const settle of [settleOrders, settleParked, cancelMade, cancelOrders]) {
    const stop = await unlessSilent(work, settle);
    if (stop !== null && stop.kind !== 'later') return stop;
    waiting ??= stop;
  }
  return waiting;
}

async function unlessSilent(
  work: ChunkWork,
  settle: (work: ChunkWork) => Promise<Stop | null>,
): Promise<Stop | null> {
  try {
    return await settle(work);
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
function closeRows(journal: Journal, why: Reason): Journal {
  const waiting = new Set(
    ordersIn(journal, 'paid').flatMap(({ part, order }) => coverable(part, order)),
  );
  const untouched = rowOutcome('not attempted', why);
  const outcomes = journal.rows.flatMap((row, index) => {
    if (row.outcome !== null || waiting.has(index)) return [];
    const outcome = interimOutcome(journal, index, true);
    return [[index, outcome.outcome === 'not attempted' ? untouched : outcome] as const];
  });
  return withOrdersClosed(withOutcomes(journal, new Map(outcomes)));
}

/** Orders that nothing more is done about: their rows name them. */
function withOrdersClosed(journal: Journal): Journal {
  return ordersIn(journal, 'made', 'paying', 'cancelling').reduce(
    (known, { order }) =>
      withOrder(known, order.id, (one) => ({
        ...one,
        state: {
          kind: 'unclear',
          why:
            order.state.kind === 'paying'
              ? reason('payment-not-clear', { order: order.id })
              : reason('order-left-unpaid', { order: order.id }),
        },
      })),
    journal,
  );
}
