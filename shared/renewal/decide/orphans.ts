import type { Part } from '../journal.ts';
import type { OrderReading } from '../readings.ts';
import { isOfOthers } from '../rules/whose-order.ts';
import { LAG_MS } from '../rules/watched-rows.ts';
import type { Context } from './context.ts';
import type { Ask } from './decision.ts';
import type { OrderRows } from './facts.ts';
import { isOfOurCall, isOfTerm } from './own-call.ts';

/** An unpaid order of nobody's journal, made around an unclear renew call. */
export interface Orphan {
  readonly order: OrderReading;
  /** Indexes of the chunk's rows that are listed under it. */
  readonly rows: readonly number[];
  /**
   * `exactly this part`: the provider shows just its rows and its term, so it may be paid. `surely
   * ours`: made by our own user within a call's time for rows of that call and nothing else, so it
   * may be cancelled. `unclear`: it is only named to a person.
   */
  readonly covers: 'exactly this part' | 'surely ours' | 'unclear';
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
 * job and not the provider's own (money rule 5); or what must be read to tell.
 */
export function orphansOf(context: Context, part: Part): readonly Orphan[] | Need {
  const { facts } = context;
  const { at } = part.attempt;
  const around = facts.around.get(part.number);
  // Only a list read after the call was left alone for long enough tells.
  const locks = facts.locks.get(part.number)!;
  if (around === undefined || around.tick <= locks.tick) {
    return {
      asks: [{ kind: 'orders around', part: part.number, from: at - LAG_MS, to: at + LAG_MS }],
    };
  }
  if (facts.job === null || facts.job.tick <= locks.tick) return { asks: [{ kind: 'job' }] };
  const { orders: known } = facts.job;
  const own = new Set(context.journal.parts.flatMap(({ orders }) => orders.map(({ id }) => id)));
  const candidates = around.orders.filter(
    ({ id, state, automatic }) =>
      state === 'unpaid' && !automatic && !known.has(id) && !own.has(id),
  );
  const orphans: Orphan[] = [];
  const asks: Ask[] = [];
  for (const order of candidates) {
    const covers = coverOf(context, part, order, around.tick);
    if (typeof covers !== 'string') asks.push(covers);
    else if (covers !== 'foreign') {
      orphans.push({ order, rows: facts.orderRows.get(order.id)!.rows, covers });
    }
  }
  return asks.length > 0 ? { asks } : orphans;
}

function coverOf(
  context: Context,
  part: Part,
  listed: OrderReading,
  since: number,
): Orphan['covers'] | 'foreign' | Ask {
  const { facts, policy } = context;
  const under = facts.orderRows.get(listed.id);
  if (under === undefined || under.tick <= since) return { kind: 'order rows', order: listed.id };
  const rows = rowsUnder(part, under);
  if (rows === 'none of it') return 'foreign';
  // Its term and who made it are shown by the order itself.
  const look = facts.orders.get(listed.id);
  if (look === undefined || look.tick <= since) return { kind: 'order', order: listed.id };
  if (look.kind !== 'shown' || look.order.state !== 'unpaid') return 'unclear';
  const { order } = look;
  if (isOfOthers(order, policy)) return rows === 'unknown' ? 'foreign' : 'unclear';
  // After a clear no nothing is paid that the call did not make.
  const adoptable = part.attempt.kind !== 'naming' && rows === 'all of it';
  if (adoptable && isOfTerm(context, order)) return 'exactly this part';
  return isOfOurCall(context, order, under) ? 'surely ours' : 'unclear';
}

/** What the provider lists under an order, held against the rows of the call. */
function rowsUnder(
  part: Part,
  under: OrderRows,
): 'unknown' | 'none of it' | 'all of it' | 'some of it' {
  if (under.listed === 0) return 'unknown';
  const ours = part.rows.filter((row) => under.rows.includes(row)).length;
  if (ours === 0) return 'none of it';
  return ours === under.listed && ours === part.rows.length ? 'all of it' : 'some of it';
}
