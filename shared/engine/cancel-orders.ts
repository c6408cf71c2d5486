import { afterCancel } from '../renewal/after-cancel.ts';
import type { CancelReason, Journal, Order, Part } from '../renewal/journal.ts';
import { ordersIn, withOrder } from '../renewal/journal-view.ts';
import { orderForReview } from '../renewal/order-for-review.ts';
import { reason } from '../reasons/reason.ts';
import type { OrderReading } from '../ports/provider.ts';
import { type ChunkWork, PATIENCE_MS, type Stop, suspension } from './chunk-work.ts';
import { inWaves } from './in-waves.ts';
import { shownRows } from './prove-coverage.ts';
import { readOrder } from './read-order.ts';
import { sideBySide } from './side-by-side.ts';

interface Doomed {
  readonly part: Part;
  readonly order: Order;
  readonly because: CancelReason;
}

/**
 * Cancels the orders that are marked for it and reads each back: only an order that reads cancelled
 * sets its rows free, whatever the call answered (money rule 4).
 */
export async function cancelOrders(work: ChunkWork): Promise<Stop | null> {
  const doomed = ordersIn(work.keeper.current, 'cancelling').flatMap(({ part, order }) =>
    order.state.kind === 'cancelling' ? [{ part, order, because: order.state.because }] : [],
  );
  return await inWaves(work, doomed, async (wave) => {
    const stops = await sideBySide(wave, async (one) => await cancelOrder(work, one));
    return stops.find((stop) => stop !== null) ?? null;
  });
}

async function cancelOrder(work: ChunkWork, doomed: Doomed): Promise<Stop | null> {
  const { renewals } = work.provider;
  const answer = await renewals.cancel(doomed.order.id);
  if (answer.kind === 'refused' && answer.refusal.remedy === 'suspend') {
    return suspension(answer.refusal);
  }
  if (answer.kind === 'refused' && answer.refusal.remedy === 'wait') {
    return { kind: 'later', at: work.clock() + PATIENCE_MS, busy: true };
  }
  const look = await readOrder(renewals, doomed.order.id);
  switch (look.kind) {
    case 'stopped':
      return look.stop;
    case 'hidden':
      return { kind: 'later', at: work.clock() + PATIENCE_MS };
    case 'shown':
      return await readBack(work, doomed, look.order, answer.kind === 'refused');
  }
}

async function readBack(
  work: ChunkWork,
  { part, order, because }: Doomed,
  reading: OrderReading,
  refused: boolean,
): Promise<Stop | null> {
  const { keeper } = work;
  switch (reading.state) {
    case 'cancelled':
      await keeper.record((journal) => afterCancel(journal, part, order, because));
      return null;
    case 'processing':
    case 'completed':
      return await paidMeanwhile(work, part, order, reading);
    case 'unpaid':
      if (!refused) return { kind: 'later', at: work.clock() + PATIENCE_MS };
      await keeper.record((journal) => giveToAPerson(journal, part, order));
      return null;
    case 'other':
      await keeper.record((journal) => giveToAPerson(journal, part, order));
      return null;
  }
}

/** Somebody has paid it meanwhile: its completion decides what becomes of the rows it covers. */
async function paidMeanwhile(
  work: ChunkWork,
  part: Part,
  order: Order,
  { amount: compared }: OrderReading,
): Promise<null> {
  const rows = order.rows ?? (await shownRows(work, part, order));
  const at = work.clock();
  await work.keeper.record((journal) =>
    withOrder(journal, order.id, (known) => ({
      ...known,
      rows,
      state: { kind: 'paid', compared, discount: null, at },
    })),
  );
  return null;
}

/** An order that can neither be paid nor cancelled: its rows need a person. */
function giveToAPerson(journal: Journal, part: Part, order: Order): Journal {
  return orderForReview(journal, part, order, reason('order-not-cancelled', { order: order.id }));
}
