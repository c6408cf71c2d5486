import type { Part } from '../journal.ts';
import { orderIds } from '../journal-view.ts';
import type { OrderReading } from '../readings.ts';
import { isOfOthers } from '../rules/whose-order.ts';
import type { Context } from './context.ts';
import type { Ask } from './decision.ts';
import { isOfOurCall, isOfTerm } from './own-call.ts';

/** An unpaid order of nobody's journal, made around an unclear renew call, that may be of it. */
export interface Orphan {
  readonly order: OrderReading;
  /** Indexes of the chunk's rows that are listed under it. */
  readonly rows: readonly number[];
  /** Rows of the call and nothing else are listed under it, and it is for its term. */
  readonly fits: boolean;
  /** Made by our own user within a call's time for rows of that call: it may be cancelled. */
  readonly ours: boolean;
}

/** What must be read first. */
export interface Need {
  readonly asks: readonly Ask[];
}

/** Whether something must be read first. */
export function isNeed(found: readonly Orphan[] | Need): found is Need {
  return 'asks' in found;
}

/**
 * Unpaid renewal orders made around the call, as far as reads may lag, that are in no journal of the
 * job and not the provider's own (money rule 5); or what must be read to tell. `since`: the tick of
 * the look at the locks, after which they are read.
 */
export function orphansOf(context: Context, part: Part, since: number): readonly Orphan[] | Need {
  const { facts, lag } = context;
  const { at } = part.attempt;
  const around = facts.around.get(part.number);
  if (around === undefined || around.tick <= since) {
    return {
      asks: [{ kind: 'orders around', part: part.number, from: at - lag, to: at + lag }],
    };
  }
  if (facts.job === null || facts.job.tick <= since) return { asks: [{ kind: 'job' }] };
  const { orders: known } = facts.job;
  const own = orderIds(context.journal);
  const candidates = around.orders.filter(
    ({ id, state, automatic }) =>
      state === 'unpaid' && !automatic && !known.has(id) && !own.has(id),
  );
  const orphans: Orphan[] = [];
  const asks: Ask[] = [];
  for (const order of candidates) {
    const found = judge(context, part, order, around.tick);
    if (found === null) continue;
    if ('kind' in found) asks.push(found);
    else orphans.push(found);
  }
  return asks.length > 0 ? { asks } : orphans;
}

/** Null: it is nothing of the call's. */
function judge(
  context: Context,
  part: Part,
  { id }: OrderReading,
  since: number,
): Orphan | Ask | null {
  const { facts, policy } = context;
  const under = facts.orderRows.get(id);
  if (under === undefined || under.tick <= since) return { kind: 'order rows', order: id };
  const own = part.rows.filter((row) => under.rows.includes(row)).length;
  if (under.listed > 0 && own === 0) return null;
  // Its term and who made it are shown by the order itself.
  const look = facts.orders.get(id);
  if (look === undefined || look.tick <= since) return { kind: 'order', order: id };
  const { rows } = under;
  if (look.kind !== 'shown' || look.order.state !== 'unpaid') {
    return { order: orderIn(context, part, id), rows, fits: false, ours: false };
  }
  const { order } = look;
  const foreign = isOfOthers(order, policy);
  if (foreign && under.listed === 0) return null;
  return {
    order,
    rows,
    fits: !foreign && own > 0 && own === under.listed && isOfTerm(context, order),
    ours: !foreign && isOfOurCall(context, order, under),
  };
}

function orderIn({ facts }: Context, part: Part, id: string): OrderReading {
  return facts.around.get(part.number)!.orders.find((order) => order.id === id)!;
}

/**
 * The orders that together are the call's: rows of it and nothing else are listed under each, none
 * under two, and all of them under one (money rule 5). Null: they are not told apart, or not all there,
 * or another order holds one of the rows, as a combined one beside its parts does.
 */
export function ordersOfCall(part: Part, orphans: readonly Orphan[]): readonly string[] | null {
  const fitting = orphans.filter(({ fits }) => fits);
  const others = orphans.filter(({ fits }) => !fits);
  if (others.some(({ rows }) => rows.some((row) => part.rows.includes(row)))) return null;
  const rows = fitting.flatMap((one) => one.rows);
  const whole = part.rows.every((row) => rows.includes(row)) && rows.length === part.rows.length;
  return whole ? fitting.map(({ order }) => order.id) : null;
}
