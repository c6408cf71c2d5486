import type { Order } from '../journal.ts';
import { orderIds } from '../journal-view.ts';
import type { OrderReading } from '../readings.ts';
import { beginsOnTime } from '../rules/begins-too-late.ts';
import type { Context } from './context.ts';
import type { Draft } from './decision.ts';
import { LOOK_AGE_MS, sinceMade } from './facts.ts';

interface AboutToPay {
  readonly order: Order;
  /** Indexes of the rows that it covers. */
  readonly rows: readonly number[];
}

/**
 * Of the orders about to be paid, those beside which nobody else has paid for one of the rows (money
 * rules 3 and 4). An order whose periods begin when its rows expire shows that by itself. For any
 * other the orders that were paid as long ago as an expiry may lag are read, with the resources under
 * each: one that holds a row cancels ours, and one that lists nothing is waited out until the expiry
 * must show it.
 */
export function besideNobody<Ready extends AboutToPay>(
  context: Context,
  draft: Draft,
  ready: readonly Ready[],
): readonly Ready[] {
  const { facts, now, lag } = context;
  const clear = ready.filter((one) => isOnTime(context, one));
  const unsure = ready.filter((one) => !clear.includes(one));
  if (unsure.length === 0) return clear;
  const list = facts.othersPaid;
  const fresh =
    list !== null &&
    now - list.at <= LOOK_AGE_MS &&
    unsure.every(({ order }) => sinceMade(facts, list, order.id));
  if (!fresh) {
    draft.ask({ kind: 'orders paid', from: now - lag, to: now });
    return clear;
  }
  const others = unknownOrders(context, draft, list.orders);
  if (others === null) return clear;
  const silentUntil = Math.max(
    0,
    ...others.filter(({ rows }) => rows === null).map(({ at }) => at + lag),
  );
  for (const one of unsure) {
    if (isHeld(one)) {
      draft.record({
        kind: 'cancel decided',
        order: one.order.id,
        because: 'held elsewhere',
        rows: one.rows,
        refusal: null,
      });
    } else if (now < silentUntil) draft.wait(silentUntil);
  }
  return now < silentUntil ? clear : [...clear, ...unsure.filter((one) => !isHeld(one))];

  function isHeld({ rows }: AboutToPay): boolean {
    return others!.some((other) => other.rows?.some((row) => rows.includes(row)));
  }
}

function isOnTime({ journal, facts, policy }: Context, { order, rows }: AboutToPay): boolean {
  const look = facts.orders.get(order.id);
  if (look?.kind !== 'shown') return false;
  const covered = rows.map((row) => journal.rows[row]!);
  return beginsOnTime(covered, look.order, policy.expiryZone);
}

/** An order that no journal of the job knows; `rows` null: nothing is listed under it. */
interface UnknownOrder {
  readonly id: string;
  readonly rows: readonly number[] | null;
  /** When it was paid (epoch milliseconds), as far as that is shown. */
  readonly at: number;
}

/** Orders that no journal of the job knows, with the rows under each; null: more must be read first. */
export function unknownOrders(
  { journal, facts }: Context,
  draft: Draft,
  orders: readonly OrderReading[],
): readonly UnknownOrder[] | null {
  const own = orderIds(journal);
  const strange = orders.filter(({ id }) => !own.has(id));
  if (strange.length === 0) return [];
  if (facts.job === null) {
    draft.ask({ kind: 'job' });
    return null;
  }
  const { orders: known } = facts.job;
  const unknown = strange.filter(({ id }) => !known.has(id));
  const unread = unknown.filter(({ id }) => !facts.orderRows.has(id));
  for (const { id } of unread) draft.ask({ kind: 'order rows', order: id });
  if (unread.length > 0) return null;
  return unknown.map(({ id, paidAt, createdAt }) => {
    const under = facts.orderRows.get(id)!;
    const at = paidAt ?? createdAt ?? under.at;
    return { id, rows: under.listed === 0 ? null : under.rows, at };
  });
}
