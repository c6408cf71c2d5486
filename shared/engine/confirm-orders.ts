import { afterCompletions } from '../renewal/after-completion.ts';
import type { Journal, Order, Part } from '../renewal/journal.ts';
import { isClosed, openRowsOf, ordersIn, withOrder } from '../renewal/journal-view.ts';
import { compare, display, exceeds, type Money, sum } from '../values/money.ts';
import { orderForReview } from '../renewal/order-for-review.ts';
import { reason } from '../reasons/reason.ts';
import { daysBetween, wallTime } from '../values/wall-time.ts';
import { CHARGED_ABOVE_APPROVAL } from '../notices/alarms.ts';
import type { OrderReading } from '../ports/provider.ts';
import { type ChunkWork, idKey, rowsAt, type Stop, type Suspension } from './chunk-work.ts';
import { readOrder } from './read-order.ts';
import { readResources } from './read-resources.ts';

/** What confirming needs of {@link ChunkWork}. */
export type ConfirmWork = Pick<
  ChunkWork,
  'job' | 'account' | 'accounts' | 'keeper' | 'provider' | 'clock' | 'log'
>;

/** A paid order with what its provider says was charged. */
interface Charged {
  readonly part: Part;
  readonly order: Order;
  readonly charged: Money;
}

/** Completed orders that are confirmed together: one, or those whose rows nothing tells apart. */
interface Group {
  readonly orders: readonly Charged[];
  /** All rows that they may cover. */
  readonly rows: readonly number[];
}

/**
 * Looks once at every paid order. A row is renewed when its order is completed and the provider
 * shows a later expiry; until then the order stays "paid, waiting". An order charged above what was
 * compared suspends the job, holds the account and raises an alarm (money rule 3), completed or not.
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
  const charged: Charged[] = [];
  const completed: Charged[] = [];
  for (const { part, order, look } of looks) {
    if (look.kind === 'stopped') return look.stop;
    if (look.kind === 'hidden') continue;
    const { order: reading } = look;
    const one = { part, order, charged: chargedOf(reading) };
    if (reading.state === 'completed') completed.push(one);
    if (reading.state === 'completed' || reading.state === 'processing') charged.push(one);
    if (reading.state === 'cancelled' || reading.state === 'other') {
      await work.keeper.record((journal) => paidThenUndone(journal, part, order));
    }
  }
  // First of all: a crash, or no answer below, must not make that forgotten.
  const above = await holdIfAbove(work, charged);
  const stop = completed.length === 0 ? null : await confirmCompleted(work, completed);
  return above ?? stop;
}

/** Order amounts are the figures of record; money really taken where the provider tells it apart. */
export function chargedOf(reading: OrderReading): Money {
  return reading.charged ?? reading.amount;
}

async function confirmCompleted(
  work: ConfirmWork,
  completed: readonly Charged[],
): Promise<Stop | null> {
  const { keeper } = work;
  const groups = groupsOf(keeper.current, completed);
  const rows = groups.flatMap((group) => group.rows);
  const expiries = await laterExpiries(work, rows);
  if ('kind' in expiries) return expiries;
  const confirmed = groups.flatMap((group) => {
    const renewed = renewedRows(keeper.current, group, expiries.found);
    return renewed === null ? [] : [{ orders: group.orders, rows: renewed }];
  });
  if (confirmed.length === 0) return null;
  await keeper.record((journal) =>
    confirmed.reduce(
      (known, group) => afterCompletions(known, group.orders, group.rows, expiries.found),
      journal,
    ),
  );
  return null;
}

/** Expiries later than the approved day, by row index. */
export async function laterExpiries(
  { keeper, account, provider }: ConfirmWork,
  rows: readonly number[],
): Promise<{ readonly found: ReadonlyMap<number, number> } | Stop> {
  const ids = rowsAt(keeper.current, rows).map(({ resourceId }) => resourceId);
  const look = await readResources(provider.resources, ids);
  if ('kind' in look) return look;
  const found = new Map<number, number>();
  for (const index of rows) {
    const row = keeper.current.rows[index]!;
    const expiry = look.found.get(idKey(row.resourceId))?.expiry ?? null;
    if (expiry === null) continue;
    const day = wallTime(expiry, account.expiryZone).day;
    if (daysBetween(row.expiry.day, day) > 0) found.set(index, expiry);
  }
  return { found };
}

/**
 * Orders of proven coverage by themselves, the others of a part together, and not before every
 * other order of their part that may cover the same rows is closed or completed.
 */
function groupsOf(journal: Journal, completed: readonly Charged[]): Group[] {
  const proven = completed.filter(({ order }) => order.rows !== null);
  const groups = proven.map((one): Group => ({ orders: [one], rows: one.order.rows! }));
  const parts = new Set(completed.filter((one) => !proven.includes(one)).map(({ part }) => part));
  for (const part of parts) {
    const orders = completed.filter((one) => one.part === part && !proven.includes(one));
    const live = part.orders.filter((order) => order.rows === null && !isClosed(order));
    if (live.length > orders.length) continue;
    groups.push({ orders, rows: openRowsOf(journal, part, orders[0]!.order) });
  }
  return groups;
}

/**
 * The rows that a group has renewed, null while that is not clear: all that it may cover; or, of a
 * call with several orders, those that moved, if they cost what was charged.
 */
function renewedRows(
  journal: Journal,
  { orders, rows }: Group,
  expiries: ReadonlyMap<number, number>,
): readonly number[] | null {
  const moved = rows.filter((index) => expiries.has(index));
  if (moved.length === 0) return null;
  if (moved.length === rows.length) return rows;
  const [{ part, order, charged }] = orders as readonly [Charged];
  if (order.rows !== null || part.orders.length === 1) return null;
  const prices = rowsAt(journal, moved).map(({ price }) => price);
  if (prices.includes(null)) return null;
  const { currency } = charged;
  const cost = sum(prices as readonly Money[], currency);
  const total = sum(
    orders.map((one) => one.charged),
    currency,
  );
  return compare(cost, total) === 0 ? moved : null;
}

/** Holds the account once for each such order, then notes what it has cost. */
async function holdIfAbove(
  work: ConfirmWork,
  paid: readonly Charged[],
): Promise<Suspension | null> {
  const above = chargedAboveCompared(work, paid);
  if (above === null) return null;
  await work.accounts.hold(work.account.name, above.reason);
  await work.keeper.record((journal) =>
    paid.reduce((known, { order: { id }, charged }) => withCharge(known, id, charged), journal),
  );
  return above;
}

function withCharge(journal: Journal, id: string, charged: Money): Journal {
  return withOrder(journal, id, (order) =>
    order.state.kind === 'paid' && exceeds(charged, order.state.compared)
      ? { ...order, state: { ...order.state, charged } }
      : order,
  );
}

function chargedAboveCompared(work: ConfirmWork, paid: readonly Charged[]): Suspension | null {
  for (const { order, charged } of paid) {
    if (order.state.kind !== 'paid') continue;
    const { compared, charged: told = compared } = order.state;
    if (!exceeds(charged, told)) continue;
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
      reason: reason('charged-above-compared', {
        order: order.id,
        charged: display(charged),
        currency: charged.currency,
        compared: display(compared),
      }),
    };
  }
  return null;
}

/** Paid, and then cancelled or refunded at the provider: a person must look. */
function paidThenUndone(journal: Journal, part: Part, order: Order): Journal {
  return orderForReview(journal, part, order, reason('payment-undone', { order: order.id }));
}
