import type { Money } from '../values/money.ts';
import type { Journal, JournalRow, Order, Part } from './journal.ts';
import type { RowOutcome } from './outcome.ts';
import { ATTEMPT_STATES } from './states/attempt-state.ts';
import { ORDER_STATES, type OrderState, type OrderStateKind } from './states/order-state.ts';
import { ForbiddenTransition } from './transitions/transition.ts';

/** Whether nothing can come of the order any more: it is completed, cancelled or a person's. */
export function isClosed(order: Order): boolean {
  return ORDER_STATES[order.state.kind].closed;
}

/** Whether the part's renew call has no clear answer yet. */
export function isUnanswered(part: Part): boolean {
  return ATTEMPT_STATES[part.attempt.kind].open;
}

/**
 * The rows an order may cover: the proven ones, or until then all of its part but those that
 * another order is proven to cover, unless that one is cancelled.
 */
export function coverable(part: Part, order: Order): readonly number[] {
  return lessOthers(part, order, ({ kind }) => kind !== 'cancelled');
}

/**
 * The rows that the order may hold: the proven ones, else all of its call but those paid for by
 * another of its orders. What another one that is unpaid lists may be this one's as well.
 */
export function mayHold(part: Part, order: Order): readonly number[] {
  return lessOthers(part, order, ({ kind }) => ORDER_STATES[kind].money !== 'none');
}

/** The proven rows, else all of its part but those proven of other orders that take theirs away. */
function lessOthers(
  part: Part,
  order: Order,
  takes: (state: Order['state']) => boolean,
): readonly number[] {
  if (order.rows !== null) return order.rows;
  const taken = new Set(
    part.orders.flatMap(({ id, rows, state }) =>
      id === order.id || !takes(state) ? [] : (rows ?? []),
    ),
  );
  return part.rows.filter((index) => !taken.has(index));
}

/**
 * Whether all rows that the order may cover are its own: it is proven, or the only one of its call, as
 * so many together are, which turned none of them down.
 */
export function isForAll(part: Part, order: Order, together = 1): boolean {
  if (order.rows !== null) return true;
  return part.orders.length === together && part.turnedDown === undefined;
}

/** Whether the call of the part said that it was not carried out for the row. */
export function isTurnedDown({ turnedDown }: Pick<Part, 'turnedDown'>, row: number): boolean {
  if (turnedDown === undefined) return false;
  return turnedDown.held.includes(row) || turnedDown.busy.includes(row);
}

/** The rows an order may cover that have no outcome yet; all of the proven ones. */
export function openRowsOf(journal: Journal, part: Part, order: Order): readonly number[] {
  if (order.rows !== null) return order.rows;
  return coverable(part, order).filter((index) => journal.rows[index]!.outcome === null);
}

/** Indexes of rows that an unanswered call or a live order may concern: hands off. */
export function claimedRows(journal: Journal): Set<number> {
  const claimed = new Set<number>();
  for (const part of journal.parts) {
    if (isUnanswered(part)) for (const row of part.rows) claimed.add(row);
    for (const order of part.orders) {
      if (!isClosed(order)) for (const row of coverable(part, order)) claimed.add(row);
    }
  }
  return claimed;
}

/** Indexes of rows without an outcome that nothing of ours concerns: they can be looked at anew. */
export function freeRows(journal: Journal): number[] {
  const claimed = claimedRows(journal);
  return journal.rows.flatMap((row, index) =>
    row.outcome === null && !claimed.has(index) ? [index] : [],
  );
}

/** What was taken for the order as far as is known; null: nothing, or unknown. */
export function chargedFor({ state }: Order): Money | null {
  switch (state.kind) {
    case 'paid':
      return state.compared;
    case 'overcharged':
    case 'completed':
    case 'for review':
      return state.charged;
    case 'made':
    case 'payable again':
    case 'paying':
    case 'paying again':
    case 'payment unclear':
    case 'payment refused':
    case 'payment declined':
    case 'cancelling':
    case 'cancelled':
      return null;
  }
}

/** All orders that are in a given state, with their parts. */
export function ordersIn<Kind extends OrderStateKind>(
  journal: Journal,
  ...kinds: readonly Kind[]
): { readonly part: Part; readonly order: OrderIn<Kind> }[] {
  return journal.parts.flatMap((part) =>
    part.orders.flatMap((order) => (isIn<Kind>(order, kinds) ? [{ part, order }] : [])),
  );
}

/** An order that is in one of these states. */
export type OrderIn<Kind extends OrderStateKind> = Order & {
  readonly state: Extract<OrderState, { readonly kind: Kind }>;
};

function isIn<Kind extends OrderStateKind>(
  order: Order,
  kinds: readonly OrderStateKind[],
): order is OrderIn<Kind> {
  return kinds.includes(order.state.kind);
}

/**
 * Whether every row has an outcome or waits only for the completion of a paid order. Rows that it
 * may or may not cover, as one of several orders of a call, may yet be to do.
 */
export function nothingLeftToDo(journal: Journal): boolean {
  return isLeftTo(journal, 'paid', 'overcharged');
}

/** Whether every row has an outcome or waits only for a payment that is under way or made. */
export function nothingLeftToOrder(journal: Journal): boolean {
  return isLeftTo(journal, 'paying', 'paying again', 'paid', 'overcharged');
}

function isLeftTo(journal: Journal, ...kinds: readonly OrderStateKind[]): boolean {
  const waiting = new Set(
    ordersIn(journal, ...kinds).flatMap(({ part, order }) =>
      order.rows === null && part.orders.length > 1 ? [] : coverable(part, order),
    ),
  );
  return journal.rows.every((row, index) => row.outcome !== null || waiting.has(index));
}

/** Whether every call has its answer, and every order is closed or waits for its completion alone. */
export function nothingUnderWay({ parts }: Journal): boolean {
  return parts.every(
    (part) =>
      !isUnanswered(part) &&
      part.orders.every(
        (order) => isClosed(order) || ORDER_STATES[order.state.kind].money === 'taken',
      ),
  );
}

/** What a change is about is there, or the change is a fault: nothing passes silently. */
function existing<Found>(journal: Journal, what: string, found: Found | undefined): Found {
  if (found !== undefined) return found;
  throw new ForbiddenTransition(`there is no ${what} in the journal of chunk ${journal.chunk}`);
}

/** The renew call of that number. Throws {@link ForbiddenTransition} where there is none. */
export function findPart(journal: Journal, number: number): Part {
  const part = journal.parts.find((one) => one.number === number);
  return existing(journal, `renew call ${number}`, part);
}

/** The order of that id, with its renew call. Throws {@link ForbiddenTransition} where there is none. */
export function findOrder(
  journal: Journal,
  id: string,
): { readonly part: Part; readonly order: Order } {
  const found = journal.parts.flatMap((part) =>
    part.orders.flatMap((order) => (order.id === id ? [{ part, order }] : [])),
  );
  return existing(journal, `order ${id}`, found[0]);
}

/** The journal with some rows changed. Throws {@link ForbiddenTransition} for one it does not have. */
export function withRows(
  journal: Journal,
  indexes: Iterable<number>,
  change: (row: JournalRow, index: number) => JournalRow,
): Journal {
  const chosen = new Set(indexes);
  for (const index of chosen) existing(journal, `row ${index}`, journal.rows[index]);
  return {
    ...journal,
    rows: journal.rows.map((row, index) => (chosen.has(index) ? change(row, index) : row)),
  };
}

/** The journal with an outcome for some rows; rows that have one keep it. */
export function withOutcomes(journal: Journal, outcomes: ReadonlyMap<number, RowOutcome>): Journal {
  return withRows(journal, outcomes.keys(), (row, index) => ({
    ...row,
    outcome: row.outcome ?? outcomes.get(index) ?? null,
  }));
}

/** The journal with one part changed. Throws {@link ForbiddenTransition} where it has none such. */
export function withPart(journal: Journal, number: number, change: (part: Part) => Part): Journal {
  const chosen = findPart(journal, number);
  return {
    ...journal,
    parts: journal.parts.map((part) => (part === chosen ? change(part) : part)),
  };
}

/** The journal with one order changed. Throws {@link ForbiddenTransition} where it has none such. */
export function withOrder(
  journal: Journal,
  orderId: string,
  change: (order: Order) => Order,
): Journal {
  findOrder(journal, orderId);
  return {
    ...journal,
    parts: journal.parts.map((part) =>
      part.orders.some(({ id }) => id === orderId)
        ? {
            ...part,
            orders: part.orders.map((order) => (order.id === orderId ? change(order) : order)),
          }
        : part,
    ),
  };
}

/** Continuations in a row by which nothing came a step on. */
export function idleRuns({ idle = 0 }: Pick<Journal, 'idle'>): number {
  return idle;
}

/** The ids of all its orders. */
export function orderIds({ parts }: Pick<Journal, 'parts'>): ReadonlySet<string> {
  return new Set(parts.flatMap(({ orders }) => orders.map(({ id }) => id)));
}
