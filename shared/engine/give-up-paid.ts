import { afterCompletions } from '../renewal/after-completion.ts';
import type { Journal, Order, Part } from '../renewal/journal.ts';
import { coverable, openRowsOf, ordersIn, withOrder, withRows } from '../renewal/journal-view.ts';
import { display, type Money, plus } from '../values/money.ts';
import { rowOutcome } from '../renewal/outcome.ts';
import { sharesOf } from '../renewal/paid-shares.ts';
import { type Reason, reason } from '../reasons/reason.ts';
import { chargedOf, type ConfirmWork, laterExpiries } from './confirm-orders.ts';
import { readOrder } from './read-order.ts';

/** A paid order that did not complete in time, and what is known of it at last. */
interface Overdue {
  readonly part: Part;
  readonly order: Order;
  /** What was charged; null where nothing was, or where that cannot be seen. */
  readonly charged: Money | null;
  readonly why: Reason;
  /** Later expiries of its rows, where the order is completed. */
  readonly expiries: ReadonlyMap<number, number>;
}

/**
 * Gives orders that were paid before `paidBefore` (epoch milliseconds) and are still not confirmed
 * to a person. Their rows carry what was charged, so that the sheet adds up to the provider's ledger;
 * rows that show a later expiry are renewed all the same. Throws ProviderSilent when no answer comes.
 */
export async function giveUpPaid(work: ConfirmWork, paidBefore: number): Promise<void> {
  for (const { part, order } of ordersIn(work.keeper.current, 'paid')) {
    if (order.state.kind !== 'paid' || order.state.at >= paidBefore) continue;
    const overdue = await lastLook(work, part, order, order.state.compared);
    await work.keeper.record((journal) => giveUp(journal, overdue));
  }
}

/** The same without a look, for a provider that cannot be asked any more. */
export function giveUpUnseen(journal: Journal): Journal {
  return ordersIn(journal, 'paid').reduce((known, { part, order }) => {
    if (order.state.kind !== 'paid') return known;
    return giveUp(known, unseen(part, order, order.state.compared));
  }, journal);
}

/** What was compared is the most that was charged, not what was: no figure stands for it. */
function unseen(part: Part, order: Order, compared: Money): Overdue {
  const why = reason('paid-not-seen-since', {
    most: display(compared),
    currency: compared.currency,
    order: order.id,
  });
  return { part, order, charged: null, why, expiries: new Map() };
}

async function lastLook(
  work: ConfirmWork,
  part: Part,
  order: Order,
  compared: Money,
): Promise<Overdue> {
  const nothing = { part, order, expiries: new Map<number, number>() };
  const look = await readOrder(work.provider.renewals, order.id);
  if (look.kind !== 'shown') return unseen(part, order, compared);
  const { state } = look.order;
  if (state === 'unpaid')
    return {
      ...nothing,
      charged: null,
      why: reason('paid-order-shown-unpaid', { order: order.id }),
    };
  const why = reason('paid-not-renewed-in-time', { order: order.id });
  const seen = { ...nothing, charged: chargedOf(look.order), why };
  if (state !== 'completed') return seen;
  const found = await laterExpiries(work, openRowsOf(work.keeper.current, part, order));
  return 'kind' in found ? seen : { ...seen, expiries: found.found };
}

function giveUp(journal: Journal, overdue: Overdue): Journal {
  const { part, order, charged, why, expiries } = overdue;
  const open = openRowsOf(journal, part, order);
  const rows = open.length > 0 ? open : coverable(part, order);
  const moved = rows.filter((index) => expiries.has(index));
  if (charged !== null && moved.length === rows.length && moved.length > 0) {
    return afterCompletions(journal, [{ order, charged }], rows, expiries);
  }
  const shares = charged === null ? null : sharesOf(journal, rows, charged);
  const unclear = withOrder(journal, order.id, (known) => ({
    ...known,
    state: { kind: 'unclear', why, ...(charged === null ? {} : { charged }) },
  }));
  return withRows(unclear, rows, (row, index) => {
    const before = row.outcome?.paid ?? null;
    const share = shares?.get(index) ?? null;
    const paid = before !== null && share !== null ? plus(before, share) : (share ?? before);
    const more = { order: order.id, paid, newExpiry: expiries.get(index) ?? null };
    return {
      ...row,
      outcome: expiries.has(index)
        ? rowOutcome('renewed', reason('renewed'), more)
        : rowOutcome('needs review', why, more),
    };
  });
}
