import { type Reason, reason } from '../../reasons/reason.ts';
import { compare, display, exceeds, type Money, roundUpToMinor, sum } from '../../values/money.ts';
import { orderCeiling } from '../rules/price-verdict.ts';
import { chargedTogether } from '../books/paid-shares.ts';
import { overdueRows, silencesOf } from '../rules/silences.ts';
import { isPurchase, notPriced, renewedExpiry } from '../rules/purchases.ts';
import { CLOCK_MS } from '../rules/whose-order.ts';
import type { Journal, Order, Part } from '../journal.ts';
import {
  chargedFor,
  coverable,
  isClosed,
  isForAll,
  isTurnedDown,
  openRowsOf,
  ordersIn,
} from '../journal-view.ts';
import type { OrderReading } from '../readings.ts';
import type { Context } from './context.ts';
import type { Ask, Draft } from './decision.ts';
import { type OrderLook, sinceOrder } from './facts.ts';

/** A paid order with what its provider says was charged. */
interface Charged {
  readonly part: Part;
  readonly order: Order;
  /** Null: the provider's figures differ. */
  readonly charged: Money | null;
  /** The highest of them. */
  readonly most: Money;
  readonly tax: Money | undefined;
}

/** Completed orders that are confirmed together: one, or those whose rows nothing tells apart. */
interface Group {
  readonly orders: readonly Charged[];
  /** All rows that they may cover. */
  readonly rows: readonly number[];
}

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
    const why = saidOf(context, group.orders, rows);
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

/** What people are told of the rows that orders have renewed (money rule 12). */
function saidOf(
  { journal, policy, facts }: Context,
  orders: readonly Charged[],
  rows: readonly number[],
): Reason {
  const order = orders.map((one) => one.order.id).join(', ');
  const charged = chargedTogether(orders);
  if (charged === null) {
    const bought = orders.some(({ part }) => isPurchase(part));
    return bought ? notPriced(order) : reason('renewed-charge-not-known', { order });
  }
  const { currency } = charged;
  const covered = rows.map((row) => journal.rows[row]!);
  // Of ours no order is: somebody else has paid it.
  if (!exceeds(charged, roundUpToMinor(orderCeiling(covered, policy)))) {
    const ends = rows.some((row) => {
      const look = facts.rows.get(row);
      return look?.kind === 'shown' && look.resource.ends === true;
    });
    return reason(ends ? 'renewed-though-ending' : 'renewed');
  }
  const approved = sum(
    covered.map((row) => row.approved),
    currency,
  );
  return reason('renewed-above-approval', {
    order,
    charged: display(charged),
    currency,
    approved: display(approved),
  });
}

/** Expiries later than the approved day, by row index. */
function laterExpiries(
  { journal, facts, policy }: Context,
  rows: readonly number[],
): Map<number, number> {
  return new Map(
    rows.flatMap((index) => {
      const expiry = renewedExpiry(journal, index, facts.rows.get(index), policy.expiryZone);
      return expiry === null ? [] : [[index, expiry] as const];
    }),
  );
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
 * The rows that a group has renewed, null while that is not clear: all that it may cover, where these
 * are for sure its own; else those that moved, or those of them that the call did not turn down, if
 * they cost what was charged.
 */
function renewedRows(
  journal: Journal,
  { orders, rows }: Group,
  expiries: ReadonlyMap<number, number>,
): readonly number[] | null {
  const moved = rows.filter((index) => expiries.has(index));
  if (moved.length === 0) return null;
  const [{ part, order }] = orders as readonly [Charged];
  // A row of another order, or of none, may have been renewed by somebody else.
  const known = isForAll(part, order, orders.length);
  if (known && moved.length === rows.length) return rows;
  if (isForAll(part, order)) return null;
  const charged = chargedTogether(orders);
  if (charged === null) return null;
  const ordered = moved.filter((index) => !isTurnedDown(part, index));
  return [moved, ordered].find((some) => isPriceOf(journal, some, charged)) ?? null;
}

/** Whether the rows cost exactly that, by the prices that they were ordered at. */
function isPriceOf({ rows }: Journal, some: readonly number[], charged: Money): boolean {
  const prices = some.map((index) => rows[index]!.price);
  if (prices.length === 0 || prices.includes(null)) return false;
  return compare(sum(prices as readonly Money[], charged.currency), charged) === 0;
}

/** Holds the account once for each order that was charged above what was compared or told before. */
function holdIfAbove(context: Context, draft: Draft, paid: readonly Charged[]): boolean {
  const above = paid.filter((one) => exceeds(one.most, roundUpToMinor(bound(context, one))));
  const [first] = above;
  if (first === undefined) return false;
  const { order, most: charged } = first;
  const compared = 'compared' in order.state ? order.state.compared! : charged;
  const why = reason('charged-above-compared', {
    order: order.id,
    charged: display(charged),
    currency: charged.currency,
    compared: display(compared),
  });
  draft.call({
    kind: 'hold account',
    reason: why,
    orders: above.map((one) => ({ order: one.order.id, charged: one.most })),
    told: { order: order.id, charged, compared },
  });
  return true;
}

/**
 * What may have been charged. What pays at once has no order whose amount was compared: its price was
 * only asked for right before, so that what was approved bounds it.
 */
function bound({ journal, policy }: Context, { part, order }: Charged): Money {
  const known = chargedFor(order)!;
  if (!isPurchase(part) || order.state.kind === 'overcharged') return known;
  const ceiling = orderCeiling(
    coverable(part, order).map((row) => journal.rows[row]!),
    policy,
  );
  return exceeds(known, ceiling) ? known : ceiling;
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
