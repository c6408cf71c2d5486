import { isOrderNumber } from '../reasons/order-words.ts';
import { type Reason, reason } from '../reasons/reason.ts';
import { display, type Money } from '../values/money.ts';
import type { JournalEvent, Overdue } from '../renewal/events.ts';
import type { Journal, Order, Part } from '../renewal/journal.ts';
import { chargedFor, isForAll, openRowsOf, ordersIn } from '../renewal/journal-view.ts';
import type { Payment } from '../renewal/states/order-state.ts';
import { silentRows } from '../renewal/rules/silences.ts';
import { renewedExpiry } from '../renewal/rules/purchases.ts';
import type { ChunkWork } from './chunk-work.ts';
import { readingOf, readResources } from './read-resources.ts';
import { heard } from './triage.ts';

interface PaidOrder {
  readonly part: Part;
  readonly order: Order;
  readonly payment: Payment;
}

function paidOrders(journal: Journal): PaidOrder[] {
  return ordersIn(journal, 'paid', 'overcharged').map(({ part, order }) => ({
    part,
    order,
    payment: order.state,
  }));
}

/**
 * Gives orders that were paid before `paidBefore` (epoch milliseconds) and are still not confirmed
 * to a person, after one last look at each. One that is not shown stays for another time, the others
 * do not.
 */
export async function giveUpPaid(work: ChunkWork, paidBefore: number): Promise<void> {
  for (const paid of paidOrders(work.keeper.current)) {
    if (paid.payment.at >= paidBefore) continue;
    const overdue = await lastLook(work, paid);
    if (overdue === 'silent') continue;
    await work.keeper.record({ kind: 'given up', overdue });
  }
}

/** The same without a look, for a provider that cannot be asked any more. */
export function giveUpUnseen(journal: Journal): readonly JournalEvent[] {
  return paidOrders(journal).map((paid) => ({ kind: 'given up', overdue: unseen(paid) }));
}

/** What was compared, or seen to be charged above that, is the most, not what was: no figure stands for it. */
function unseen({ order, payment: { compared } }: PaidOrder): Overdue {
  const most = chargedFor(order) ?? compared;
  // That a task or a request was taken, or says itself that it is done, proves no payment (Alibaba contract, section 1.1).
  const why = isOrderNumber(order.id)
    ? reason('paid-not-seen-since', {
        most: display(most),
        currency: most.currency,
        order: order.id,
      })
    : reason('renewal-not-carried-out-in-time');
  return { order: order.id, charged: null, why, expiries: new Map() };
}

async function lastLook(work: ChunkWork, paid: PaidOrder): Promise<Overdue | 'silent'> {
  const { order, part } = paid;
  const look = heard(await work.provider.renewals.order(order.id));
  if (look.kind === 'silent') return 'silent';
  if (look.kind !== 'told' || look.value === null) return unseen(paid);
  const { state, charged } = look.value;
  const overdue = (amount: Money | null, why: Reason): Overdue => ({
    order: order.id,
    charged: amount,
    why,
    expiries: new Map(),
  });
  const late = isOrderNumber(order.id)
    ? reason('paid-not-renewed-in-time', { order: order.id })
    : reason('renewal-not-carried-out-in-time');
  switch (state) {
    case 'unpaid':
      return overdue(null, reason('paid-order-shown-unpaid', { order: order.id }));
    case 'cancelled':
      return overdue(null, reason('payment-undone', { order: order.id }));
    case 'other':
      // The amount of an order in passing is what it would cost, not what was taken.
      return overdue(null, late);
    case 'processing':
      return overdue(charged, late);
    case 'completed': {
      const rows = openRowsOf(work.keeper.current, part, order);
      const expiries = await readLaterExpiries(work, rows);
      if (expiries === 'silent') return 'silent';
      const why = isForAll(part, order)
        ? late
        : reason('paid-not-told-for-what', { order: order.id });
      return { ...overdue(charged, why), expiries };
    }
  }
}

async function readLaterExpiries(
  { keeper, account, provider }: ChunkWork,
  rows: readonly number[],
): Promise<ReadonlyMap<number, number> | 'silent'> {
  // Of which no answer comes, none is waited for any more.
  const silent = silentRows(keeper.current);
  const asked = rows.filter((row) => !silent.has(row));
  const ids = asked.map((row) => keeper.current.rows[row]!.resourceId);
  const look = await readResources(provider.resources, ids);
  if (look.kind === 'silent') return 'silent';
  if (look.kind === 'stopped') return new Map();
  return new Map(
    asked.flatMap((row, place) => {
      const reading = readingOf(look.value, provider.resources.traits.idKey(ids[place]!));
      const expiry = renewedExpiry(keeper.current, row, reading, account.expiryZone);
      return expiry === null ? [] : [[row, expiry] as const];
    }),
  );
}
