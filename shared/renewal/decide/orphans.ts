import type { Part } from '../journal.ts';
import type { OrderReading } from '../readings.ts';
import { type Context, ORPHAN_WINDOW_MS } from './context.ts';
import { costsAsExpected } from './coverage.ts';
import type { Ask } from './decision.ts';
import type { OrderRows } from './facts.ts';

/** An unpaid order of nobody's journal, made around an unclear renew call. */
export interface Orphan {
  readonly order: OrderReading;
  /**
   * `exactly this part`: the provider lists just its rows under the order. `shown ours`: it lists
   * some of them and nothing else. `by amount`: it lists nothing, and the order costs what the part
   * would. `unclear`: it is only named to a person.
   */
  readonly covers: 'exactly this part' | 'shown ours' | 'by amount' | 'unclear';
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
 * Unpaid renewal orders made up to 20 minutes around the call, that are in no journal of the job
 * and not the provider's own (money rule 5); or what must be read to tell.
 */
export function orphansOf(context: Context, part: Part): readonly Orphan[] | Need {
  const { facts } = context;
  const { at } = part.attempt;
  const around = facts.around.get(part.number);
  // Only a list read after the call was left alone for long enough tells.
  const locks = facts.locks.get(part.number)!;
  if (around === undefined || around.tick <= locks.tick) {
    const from = at - ORPHAN_WINDOW_MS;
    const to = at + ORPHAN_WINDOW_MS;
    return { asks: [{ kind: 'orders around', part: part.number, from, to }] };
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
    else if (covers !== 'foreign') orphans.push({ order, covers });
  }
  if (asks.length > 0) return { asks };
  // One amount can be somebody else's by chance: without a list of resources only one may match.
  const byAmount = orphans.filter(({ covers }) => covers === 'by amount').length;
  return byAmount > 1
    ? orphans.map((one) => (one.covers === 'by amount' ? { ...one, covers: 'unclear' } : one))
    : orphans;
}

type Cover = Orphan['covers'] | 'foreign';

function coverOf(context: Context, part: Part, order: OrderReading, since: number): Cover | Ask {
  const under = context.facts.orderRows.get(order.id);
  if (under === undefined || under.tick <= since) return { kind: 'order rows', order: order.id };
  const others = isSomebodyElses(context, order, since);
  if (typeof others !== 'boolean') return others;
  if (under.listed > 0) {
    const covers = coverByList(part, under);
    return others && covers !== 'foreign' ? 'unclear' : covers;
  }
  if (others) return 'foreign';
  return costsAsExpected(part, order, order.amount) ? 'by amount' : 'unclear';
}

/**
 * Whether another user than the account's own made the order. Where the list names no user, the
 * order itself is read; one that cannot be looked at is nobody's to touch.
 */
function isSomebodyElses(
  { facts, policy: { ownUser } }: Context,
  order: OrderReading,
  since: number,
): boolean | Ask {
  if (ownUser === null) return false;
  if (order.userName !== null) return order.userName !== ownUser;
  const look = facts.orders.get(order.id);
  if (look === undefined || look.tick <= since) return { kind: 'order', order: order.id };
  return look.kind !== 'shown' || look.order.userName !== ownUser;
}

function coverByList(part: Part, under: OrderRows): Cover {
  const ours = part.rows.filter((row) => under.rows.includes(row)).length;
  if (ours === part.rows.length && under.listed === part.rows.length) return 'exactly this part';
  if (ours === 0) return 'foreign';
  // Of our rows and nothing else, yet not all of them: the call took effect in part.
  return ours === under.listed ? 'shown ours' : 'unclear';
}
