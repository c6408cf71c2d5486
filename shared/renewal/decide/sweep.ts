import type { FoundOrder } from '../events.ts';
import type { Journal, Part } from '../journal.ts';
import { nothingLeftToDo, nothingUnderWay, orderIds } from '../journal-view.ts';
import type { OrderReading } from '../readings.ts';
import { doubtfulSince, isInTimeOfCall, mayBeOf } from '../rules/doubtful-calls.ts';
import { silentRows } from '../rules/silences.ts';
import { isHeld } from '../rules/single-refusal.ts';
import { CLOCK_MS, isOfOthers } from '../rules/whose-order.ts';
import type { Context, Goal } from './context.ts';
import type { Draft } from './decision.ts';
import { isOfOurCall, rowsOfItsCalls } from './own-call.ts';

/**
 * Before a chunk ends, looks for unpaid orders that no journal knows (money rule 5), and once more when
 * everything must show, where a call may have made an order without naming it. One that is surely
 * ours is cancelled; another that holds rows of the chunk, or lists nothing and may be of a call of
 * ours, is named, also one that is in passing and does not settle. Before its job closes those made in
 * the time of a call are only named.
 */
export function decideSweep(goal: Goal, context: Context, draft: Draft): void {
  const { journal, facts, now, settleAfter, lag } = context;
  const ended = goal === 'renew' ? nothingLeftToDo(journal) : nothingUnderWay(journal);
  if (!ended || journal.parts.length === 0 || draft.events.length > 0) return;
  // Asked beside what confirms the payments, which waits for the last of them.
  if ([...facts.underWay].some((name) => name.startsWith('pay '))) return;
  const doubtful = doubtfulSince(journal);
  const ready = doubtful === null || goal === 'close' ? 0 : doubtful + settleAfter + lag;
  const list = facts.unpaid;
  const since = list !== null && list.tick > (facts.changed.get('calls') ?? 0);
  if (!since || (now >= ready && list.at < ready)) {
    const first = Math.min(...journal.parts.map(({ attempt }) => attempt.at));
    draft.ask({ kind: 'unpaid orders', from: first - CLOCK_MS, to: now });
    return;
  }
  const unknown = unknownOf(context, draft, list.orders, list.tick);
  if (unknown.length > 0 && !namesAreKnown(context, draft)) return;
  const all = now >= ready;
  const found = unknown.flatMap((order) => {
    const one = judge(context, draft, order, list.tick, all);
    if (one === null || goal !== 'close') return one ?? [];
    const ofItsTime = isOfCall(journal, one.rows, (part) => isInTimeOfCall(order, part));
    // Nobody would look any more whether its cancel was carried out.
    return ofItsTime ? [{ ...one, ours: false }] : [];
  });
  if (draft.asks.length > 0) return;
  if (found.length > 0) draft.record({ kind: 'orders found', orders: found, at: now });
  else if (now < ready) draft.wait(ready);
}

/**
 * An order can name a resource of a task by another id, which only a look at the resource tells: one
 * that was looked at in an earlier run is looked at again. One that gets no answer holds nothing up.
 */
function namesAreKnown({ journal, facts }: Context, draft: Draft): boolean {
  const tasks = journal.parts.filter(({ kind }) => kind === 'task');
  const rows = new Set(tasks.flatMap((part) => part.rows));
  const silent = silentRows(journal);
  const unseen = [...rows].filter((row) => !facts.rows.has(row) && !silent.has(row));
  if (unseen.length > 0) draft.ask({ kind: 'resources', rows: unseen });
  return unseen.length === 0;
}

/** Those in no journal of the job, as it stands since the list was read. */
function unknownOf(
  { journal, facts }: Context,
  draft: Draft,
  orders: readonly OrderReading[],
  since: number,
): readonly OrderReading[] {
  const own = orderIds(journal);
  const strange = orders.filter(({ id, automatic }) => !automatic && !own.has(id));
  if (strange.length === 0) return [];
  if (facts.job === null || facts.job.tick <= since) {
    draft.ask({ kind: 'job' });
    return [];
  }
  const { orders: known } = facts.job;
  return strange.filter(({ id }) => !known.has(id));
}

/** Null: it is none of ours, or more must be read to tell. `all`: by now everything must show. */
function judge(
  context: Context,
  draft: Draft,
  listed: OrderReading,
  since: number,
  all: boolean,
): FoundOrder | null {
  const { id } = listed;
  const { journal, facts, policy } = context;
  const under = facts.orderRows.get(id);
  if (under === undefined || under.tick <= since) {
    draft.ask({ kind: 'order rows', order: id });
    return null;
  }
  const mayBeOurs = (part: Part): boolean => mayBeOf(listed, part);
  // What is in passing may settle: it is told where it may be of a call of ours and has not.
  const passing = listed.state !== 'unpaid';
  if (passing && (!all || !isOfCall(journal, under.rows, mayBeOurs))) return null;
  // A colleague's order that its rows are said to be held by is told already.
  const told = under.rows.every((row) => {
    const { outcome } = journal.rows[row]!;
    return outcome !== null && isHeld(outcome);
  });
  const lists = under.rows.length > 0;
  if (lists && told && !isOfCall(journal, under.rows, mayBeOurs)) return null;
  if (!lists && (under.listed > 0 || !journal.parts.some(mayBeOurs))) return null;
  const look = facts.orders.get(id);
  if (look === undefined || look.tick <= since) {
    draft.ask({ kind: 'order', order: id });
    return null;
  }
  if (look.kind === 'hidden') {
    // The list shows it unpaid, and that it holds a row: it is there, whatever its own read says.
    const others = listed.userName !== null && isOfOthers(listed, policy);
    const named = all && lists && !others;
    return named ? { order: id, rows: under.rows, listed: lists, ours: false } : null;
  }
  const { order } = look;
  const open = order.state === 'unpaid' || (passing && order.state === 'other');
  if (!open || isOfOthers(order, policy)) return null;
  const rows = lists ? under.rows : rowsOfItsCalls(context, order);
  if (rows.length === 0) return null;
  const ours = !passing && isOfOurCall(context, order, under);
  return { order: id, rows, listed: lists, ours };
}

/** Whether a call of that kind was for one of the rows. */
function isOfCall(
  { parts }: Journal,
  rows: readonly number[],
  isKind: (part: Part) => boolean,
): boolean {
  return parts.some((part) => isKind(part) && rows.some((row) => part.rows.includes(row)));
}
