import type { JournalEvent } from '../events.ts';
import type { Journal, Part } from '../journal.ts';
import { isClosed } from '../journal-view.ts';
import { isPurchase } from '../rules/purchases.ts';
import { settlePurchase } from './purchases/unclear-purchase.ts';
import { overdueRows } from '../rules/silences.ts';
import { settleDelay } from '../rules/unclear-calls.ts';
import { mayBeJustCancelled } from '../rules/locked-rows.ts';
import type { Context } from './context.ts';
import { BACK_OFF_MS, type Draft } from './decision.ts';
import { locksOn } from './locks.ts';
import { isNeed, ordersOfCall, orphansOf } from './orphans.ts';

/**
 * Settles the parts whose renew call got no clear answer, by looking only (money rule 5). Orders
 * that came with the unclear answer are ours. Otherwise: rows that no order locks are free again; a
 * lock is followed to its order, which is adopted if it is shown to cover exactly this part, and
 * cancelled if it is shown to be ours; else a person is asked.
 */
export function decideUnclearCalls(context: Context, draft: Draft): void {
  const together: Together = { taken: new Set(), givenUp: [], reading: new Set() };
  for (const part of context.journal.parts) {
    switch (part.attempt.kind) {
      case 'unclear':
      case 'seeking':
      case 'naming':
        settle(context, draft, part, together);
        break;
      case 'intended':
      case 'accepted':
      case 'refused':
      case 'busy':
      case 'refused alone':
      case 'settled':
      case 'left to a person':
      case 'released':
        break;
    }
  }
  const { taken, givenUp, reading } = together;
  if (taken.size + reading.size === 0) for (const event of givenUp) draft.record(event);
  else if (givenUp.length > 0) draft.wait(context.now + BACK_OFF_MS);
}

/** What is decided for the calls of one chunk together. */
interface Together {
  /** Orders that a call has taken up just now, for each is one call's. */
  readonly taken: Set<string>;
  /**
   * What is recorded where none was, and no call is still looked for: an order may hold more than the
   * provider lists under it.
   */
  readonly givenUp: JournalEvent[];
  /** Numbers of the calls of which more must be read first. */
  readonly reading: Set<number>;
}

function settle(context: Context, draft: Draft, part: Part, together: Together): void {
  const { taken, givenUp, reading } = together;
  if (isPurchase(part)) {
    settlePurchase(context, draft, part);
    return;
  }
  const { journal, now, settleAfter, lag } = context;
  const ready = part.attempt.at + settleDelay(journal, part, settleAfter);
  if (now < ready) {
    draft.wait(ready);
    return;
  }
  if (part.orders.length > 0) {
    draft.record({ kind: 'named orders taken', part: part.number });
    return;
  }
  if (isHeldByOurs(journal, part)) {
    draft.wait(now + BACK_OFF_MS);
    return;
  }
  if (isExplained(context, part)) {
    nothingMade(context, draft, part);
    return;
  }
  const locks = locksOn(context, draft, part, ready);
  if (locks === null) {
    reading.add(part.number);
    return;
  }
  const { locked, unseen } = locks;
  const unlocked = locked.length === 0 && unseen.length < part.rows.length;
  if (unlocked && !mayLockLate(context, part)) {
    nothingMade(context, draft, part, unseen);
    return;
  }
  const found = orphansOf(context, part, locks.tick);
  if (isNeed(found)) {
    for (const ask of found.asks) draft.ask(ask);
    reading.add(part.number);
    return;
  }
  const orphans = found.filter(({ order }) => !taken.has(order.id));
  if (orphans.length < found.length) {
    draft.wait(now + BACK_OFF_MS);
    return;
  }
  const orders = orphans.map(({ order }) => order.id);
  const notFound = { kind: 'order not found', part: part.number, orders, ...heldRows() } as const;
  // After a clear no nothing is paid that the call did not make.
  const own = part.attempt.kind === 'naming' ? null : ordersOfCall(part, orphans);
  if (own !== null) {
    for (const id of own) taken.add(id);
    draft.record({ kind: 'orders adopted', part: part.number, orders: own });
    return;
  }
  const ours = orphans.filter((one) => one.ours);
  if (ours.length > 0) {
    const unwanted = ours.map(({ order, rows }) => ({ order: order.id, rows }));
    for (const { order } of unwanted) taken.add(order);
    draft.record({ kind: 'orders unwanted', part: part.number, orders: unwanted });
    return;
  }
  if (part.attempt.kind === 'naming' && orders.length > 0) draft.record(notFound);
  else waitOrGiveUp();

  function heldRows(): { readonly locked: readonly number[]; readonly unseen?: readonly number[] } {
    const maybe = [...locked, ...unseen];
    // An order was said to hold them, or is found to, also where the price call does not show it.
    if (orders.length > 0) return { locked: maybe.length > 0 ? maybe : part.rows };
    return unseen.length > 0 ? { locked, unseen } : { locked };
  }

  function waitOrGiveUp(): void {
    const passing = notFound.locked.some((row) => mayBeJustCancelled(journal, row, now - lag));
    const overdue = overdueRows(journal, now, 'prices');
    const patient = !unseen.every((row) => overdue.has(row));
    if (now < part.attempt.at + lag || passing || patient) draft.wait(now + BACK_OFF_MS);
    else if (notFound.locked.length + unseen.length === 0) nothingMade(context, draft, part);
    else givenUp.push(notFound);
  }
}

/** Its rows are free again; for those of which no answer comes it is found out one by one. */
function nothingMade(
  { traits }: Context,
  draft: Draft,
  { number }: Part,
  unseen: readonly number[] = [],
): void {
  draft.record({ kind: 'nothing was made', part: number, sizes: traits.callSizes });
  if (unseen.length > 0) draft.record({ kind: 'orders sought', rows: unseen });
}

/** Whether its order was found by looking: it may hold more than the row that it was looked for. */
function isSought({ attempt }: Part): boolean {
  return attempt.kind === 'settled';
}

/** Whether an order that was taken up for another call holds rows of this one: it is judged first. */
function isHeldByOurs(journal: Journal, { number, rows }: Part): boolean {
  return journal.parts.some(
    (other) =>
      other.number !== number &&
      other.orders.some(
        (order) =>
          !isClosed(order) &&
          (order.rows === null ? isSought(other) : order.rows.some((row) => rows.includes(row))),
      ),
  );
}

/** Whether the order that an attempt looks for was found by another one, and is cancelled. */
function isExplained({ journal, now, lag }: Context, { number, rows, attempt }: Part): boolean {
  if (attempt.kind === 'unclear') return false;
  return journal.parts.some(
    (other) =>
      other.number !== number &&
      other.orders.some(
        ({ rows: covered, state }) =>
          state.kind === 'cancelled' &&
          state.because === 'not asked for' &&
          state.at >= attempt.at &&
          now < state.at + lag &&
          rows.every((row) => covered?.includes(row)),
      ),
  );
}

/**
 * Whether an order may lock the rows although the price call does not show it yet: a renew call was
 * refused for that (money rule 5). Of a call without a clear answer the sweep at the chunk's end
 * finds what shows late.
 */
function mayLockLate({ now, lag }: Context, { attempt }: Part): boolean {
  return attempt.kind !== 'unclear' && now < attempt.at + lag;
}
