import { afterCompletion } from '../domain/after-completion.ts';
import type { Journal, Order, Part } from '../domain/journal.ts';
import { coverable, ordersIn, withOrder, withOutcomes } from '../domain/journal-view.ts';
import { display, exceeds, type Money } from '../domain/money.ts';
import { rowOutcome } from '../domain/outcome.ts';
import { daysBetween, wallTime } from '../domain/wall-time.ts';
import { CHARGED_ABOVE_APPROVAL } from '../messages/alarms.ts';
import type { OrderReading } from '../ports/provider.ts';
import { type ChunkWork, idKey, rowsAt, type Stop } from './chunk-work.ts';
import { readOrder } from './read-order.ts';
import { readResources } from './read-resources.ts';

/** What confirming needs of {@link ChunkWork}. */
export type ConfirmWork = Pick<
  ChunkWork,
  'job' | 'account' | 'keeper' | 'provider' | 'clock' | 'log'
>;

interface Completed {
  readonly part: Part;
  readonly order: Order;
  readonly charged: Money;
}

/**
 * Looks once at every paid order. A row is renewed when its order is completed and the provider
 * shows a later expiry; until then the order stays "paid, waiting". An order charged above what was
 * compared suspends the account and raises an alarm (money rule 3).
 */
export async function confirmOrders(work: ConfirmWork): Promise<Stop | null> {
  const paid = ordersIn(work.keeper.current, 'paid');
  if (paid.length === 0) return null;
  const looks = await Promise.all(
    paid.map(async (one) => ({
      ...one,
      look: await readOrder(work.provider.renewals, one.order.id),
    })),
  );
  const completed: Completed[] = [];
  for (const { part, order, look } of looks) {
    if (look.kind === 'stopped') return look.stop;
    if (look.kind === 'hidden') continue;
    const { order: reading } = look;
    if (reading.state === 'completed') completed.push({ part, order, charged: chargedOf(reading) });
    if (reading.state === 'cancelled' || reading.state === 'other') {
      await work.keeper.record((journal) => paidThenUndone(journal, part, order));
    }
  }
  return await confirmCompleted(work, completed);
}

/** Order amounts are the figures of record; money really taken where the provider tells it apart. */
function chargedOf(reading: OrderReading): Money {
  return reading.charged ?? reading.amount;
}

async function confirmCompleted(
  work: ConfirmWork,
  completed: readonly Completed[],
): Promise<Stop | null> {
  const { keeper, account } = work;
  const ids = completed.flatMap(({ part, order }) =>
    rowsAt(keeper.current, coverable(part, order)).map(({ resourceId }) => resourceId),
  );
  const look = await readResources(work.provider.resources, ids);
  if ('kind' in look) return look;
  const confirmed = completed.flatMap((one) => {
    const expiries = new Map<number, number>();
    for (const index of coverable(one.part, one.order)) {
      const row = keeper.current.rows[index]!;
      const expiry = look.found.get(idKey(row.resourceId))?.expiry ?? null;
      if (expiry !== null && isLater(row.expiry.day, expiry, account.expiryZone)) {
        expiries.set(index, expiry);
      }
    }
    return expiries.size === coverable(one.part, one.order).length ? [{ ...one, expiries }] : [];
  });
  if (confirmed.length === 0) return null;
  await keeper.record((journal) =>
    confirmed.reduce(
      (known, { part, order, charged, expiries }) =>
        afterCompletion(known, order, coverable(part, order), charged, expiries),
      journal,
    ),
  );
  return chargedAboveCompared(work, confirmed);
}

function isLater(approvedDay: string, expiry: number, zone: string): boolean {
  return daysBetween(approvedDay, wallTime(expiry, zone).day) > 0;
}

function chargedAboveCompared(work: ConfirmWork, confirmed: readonly Completed[]): Stop | null {
  for (const { order, charged } of confirmed) {
    if (order.state.kind !== 'paid' || !exceeds(charged, order.state.compared)) continue;
    const { compared } = order.state;
    work.log.warn('charged above approval', {
      alarm: CHARGED_ABOVE_APPROVAL,
      job: work.job.id,
      account: work.account.name,
      order: order.id,
      charged: display(charged),
      compared: display(compared),
    });
    return {
      kind: 'suspend',
      reason:
        `Order ${order.id} was charged ${display(charged)} ${charged.currency} although it was ` +
        `compared at ${display(compared)}: look at this order before anything more is paid.`,
    };
  }
  return null;
}

/** Paid, and then cancelled or refunded at the provider: a person must look. */
function paidThenUndone(journal: Journal, part: Part, order: Order): Journal {
  const why = 'The order was paid, and the provider shows it neither processing nor completed.';
  const outcome = rowOutcome(
    'needs review',
    why,
    `Look at order ${order.id} in the console: was it refunded?`,
    { order: order.id },
  );
  const unclear = withOrder(journal, order.id, (known) => ({
    ...known,
    state: { kind: 'unclear', why },
  }));
  return withOutcomes(unclear, new Map(coverable(part, order).map((index) => [index, outcome])));
}
