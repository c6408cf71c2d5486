import type { Order, Part } from '../renewal/journal.ts';
import { ordersIn, withOrder } from '../renewal/journal-view.ts';
import { afterCancel } from '../renewal/after-cancel.ts';
import type { OrderReading } from '../ports/provider.ts';
import { type ChunkWork, PATIENCE_MS, type Stop } from './chunk-work.ts';
import { inWaves } from './in-waves.ts';
import { readOrder } from './read-order.ts';

/**
 * Settles payments without a clear answer by reading the order, never by paying again blindly. One
 * that still reads unpaid once no call can be in flight any more may be judged and paid anew: it is
 * the same order, which the provider lets be paid once (Huawei contract, section 4).
 */
export async function settleOrders(work: ChunkWork): Promise<Stop | null> {
  const unclear = ordersIn(work.keeper.current, 'paying');
  return await inWaves(work, unclear, async (wave) => {
    const stops = await Promise.all(
      wave.map(async ({ part, order }) => await settleOrder(work, part, order)),
    );
    return stops.find((stop) => stop !== null) ?? null;
  });
}

async function settleOrder(work: ChunkWork, part: Part, order: Order): Promise<Stop | null> {
  const look = await readOrder(work.provider.renewals, order.id);
  switch (look.kind) {
    case 'stopped':
      return look.stop;
    case 'hidden':
      return { kind: 'later', at: work.clock() + PATIENCE_MS };
    case 'shown':
      return await settleShown(work, part, order, look.order);
  }
}

async function settleShown(
  work: ChunkWork,
  part: Part,
  order: Order,
  reading: OrderReading,
): Promise<Stop | null> {
  const { state } = order;
  if (state.kind !== 'paying') return null;
  const { keeper, clock, settleAfter } = work;
  switch (reading.state) {
    case 'unpaid':
      if (clock() < state.at + settleAfter) return { kind: 'later', at: state.at + settleAfter };
      await keeper.record((journal) =>
        withOrder(journal, order.id, (known) => ({
          ...known,
          state: { kind: 'made', refusal: state.refusal },
        })),
      );
      return null;
    case 'processing':
    case 'completed':
      await keeper.record((journal) =>
        withOrder(journal, order.id, (known) => ({ ...known, state: { ...state, kind: 'paid' } })),
      );
      return null;
    case 'cancelled':
      await keeper.record((journal) => afterCancel(journal, part, order, 'deadline passed'));
      return null;
    case 'other':
      return { kind: 'later', at: clock() + PATIENCE_MS };
  }
}
