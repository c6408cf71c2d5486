import { reason } from '../../../reasons/reason.ts';
import type { Order, Part } from '../../journal.ts';
import { openRowsOf, ordersIn } from '../../journal-view.ts';
import type { OrderReading } from '../../readings.ts';
import { isPurchase } from '../../rules/purchases.ts';
import { overdueRows, silencesOf } from '../../rules/silences.ts';
import { CLOCK_MS } from '../../rules/whose-order.ts';
import type { Context } from '../context.ts';
import type { Ask, Draft } from '../decision.ts';
import { type OrderLook, sinceOrder } from '../facts.ts';
import { holdIfAbove } from './charged-above.ts';
import type { Charged } from './charged-order.ts';
import { toldOfCharge } from './charge-told.ts';
import { type Group, groupsOf, laterExpiries, renewedRows } from './renewed-rows.ts';

/** From so many orders on, the list of orders is read in place of each one. */
const LIST_FROM = 3;
const HOUR_MS = 3_600_000;

/**
 * Looks once at every paid order. A row is renewed when its order is completed and the provider
 * shows a later expiry; until then the order stays paid. An order charged above what was compared
 * holds the account, completed or not (money rule 3).
 */
export function decideConfirm(context: Context, draft: Draft): void {
  const { journal, facts } = context;
  const paid = ordersIn(journal, 'paid', 'overcharged');
  if (paid.length === 0) return;
  const looks = paid.map((one) => ({ ...one, look: lookAt(context, one.order.id) }));
  const unseen = looks.filter(({ look }) => look === null);
  if (unseen.length > 0) {
    const listed = facts.paidList;
    const askList =
      unseen.length >= LIST_FROM &&
      !isListSilent(context) &&
      !unseen.every(({ order }) => sinceOrder(facts, listed, order.id));
    if (askList) draft.ask({ kind: 'paid orders', ...window(context, unseen) });
    else for (const { order } of unseen) draft.ask({ kind: 'order', order: order.id });
  }
  const unread = looks.flatMap(({ part, order }) =>
    openRowsOf(journal, part, order).filter(
      (row) => !sinceOrder(facts, facts.rows.get(row), order.id),
    ),
  );
  // Of orders that are seen not to be completed yet, nothing need be read.
  const waiting = looks.every(({ look }) => look !== null && stateOf(look) !== 'completed');
  if (unread.length > 0 && !waiting) draft.ask({ kind: 'resources', rows: unread });
  if (!draft.idle) return;
  judge(context, draft, looks);
}

/** One order may be what the list hangs for: each is asked for by its id then (money rule 11). */
function isListSilent({ facts, journal }: Context): boolean {
  const list: Ask['kind'] = 'paid orders';
  return facts.silent.has(list) || silencesOf(journal).some(({ question }) => question === list);
}

function lookAt({ facts }: Context, id: string): OrderLook | null {
  const look = facts.orders.get(id);
  return look !== undefined && sinceOrder(facts, look, id) ? look : null;
}

function stateOf(look: OrderLook): OrderReading['state'] | null {
  return look.kind === 'shown' ? look.order.state : null;
}

/**
 * From an hour before the first call that made one of these orders; of those that are paid by their
 * very call, which may be many in an hour, from the call on.
 */
function window(
  { now }: Context,
  orders: readonly { readonly part: Part }[],
): { readonly from: number; readonly to: number } {
  const first = Math.min(
    ...orders.map(({ part }) =>
      isPurchase(part) ? part.frozen.since - CLOCK_MS : part.attempt.at - HOUR_MS,
    ),
  );
  return { from: first, to: now + HOUR_MS };
}

function judge(
  context: Context,
  draft: Draft,
  looks: readonly { readonly part: Part; readonly order: Order; readonly look: OrderLook | null }[],
): void {
  const { journal } = context;
  const charged: Charged[] = [];
  const completed: Charged[] = [];
  for (const { part, order, look } of looks) {
    if (look?.kind !== 'shown') continue;
    const { charged: known, most, tax } = look.order;
    const one = { part, order, charged: known, most, tax };
    switch (look.order.state) {
      case 'completed':
        completed.push(one);
        charged.push(one);
        break;
      case 'processing':
        charged.push(one);
        break;
      case 'cancelled':
        draft.record(paidThenUndone(part, look.order));
        break;
      case 'unpaid':
      case 'other':
        // In passing: looked at again until it settles or the time for confirming is over.
        break;
    }
  }
  // First of all: a crash, or no answer later, must not make that forgotten.
  if (holdIfAbove(context, draft, charged)) return;
  for (const group of groupsOf(journal, completed)) {
    const expiries = laterExpiries(context, group.rows);
    const rows = renewedRows(journal, group, expiries);
    if (rows === null) {
      giveUpSilentRows(context, draft, group, expiries);
      continue;
    }
    const orders = group.orders.map(({ order, charged, tax }) => ({
      order: order.id,
      charged,
      ...(tax === undefined ? {} : { tax }),
    }));
    const why = toldOfCharge(context, group.orders, rows);
    draft.record({ kind: 'completed', orders, rows, expiries, why });
  }
}

/**
 * Of an order that is completed, and shows all of its rows renewed but those of which no answer comes:
 * these are a person's, and the others are renewed (money rule 11).
 */
function giveUpSilentRows(
  { journal, now }: Context,
  draft: Draft,
  { orders, rows }: Group,
  expiries: ReadonlyMap<number, number>,
): void {
  const [one] = orders as readonly [Charged];
  const overdue = overdueRows(journal, now, 'resources');
  const left = rows.filter((row) => !expiries.has(row));
  if (one.order.rows === null || !left.every((row) => overdue.has(row))) return;
  const { id: order } = one.order;
  const why = reason('paid-row-not-shown', { order });
  draft.record({ kind: 'given up', overdue: { order, charged: one.charged, why, expiries } });
}

/**
 * Paid, and then cancelled or refunded at the provider: a person must look. Of a task, which nobody has
 * seen paid, it is said why it failed in the end.
 */
function paidThenUndone({ kind }: Part, { id: order, failure }: OrderReading) {
  const failed = kind === 'task' ? failure?.reason : undefined;
  return {
    kind: 'left to a person',
    order,
    why: failed ?? reason('payment-undone', { order }),
  } as const;
}
