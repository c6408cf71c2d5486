import { chooseDiscount } from '../rules/choose-discount.ts';
import type { CoveredOrder } from '../events.ts';
import type { Order, Part } from '../journal.ts';
import { isClosed } from '../journal-view.ts';
import type { Money } from '../../values/money.ts';
import { exceeds } from '../../values/money.ts';
import type { OrderReading } from '../readings.ts';
import type { Context } from './context.ts';
import { coverageOf } from './coverage.ts';
import type { Ask } from './decision.ts';
import { sinceOrder } from './facts.ts';
import type { Payable } from '../rules/choose-discount.ts';

/** Whether an order may be paid for its rows beside what else its call has made. */
export type Beside =
  | { readonly kind: 'ask'; readonly ask: Ask }
  /** One of them is not shown yet. */
  | { readonly kind: 'wait' }
  | { readonly kind: 'disjoint' }
  /** They share a row, or of one it cannot be told which rows it covers. */
  | { readonly kind: 'not told apart' };

/**
 * Compares an order with the others of its call: each must be shown and proven to cover rows of its
 * own (money rule 3). A combined order beside its parts, or two that could both be the whole, are not
 * told apart: none of them is paid.
 */
export function besideSiblings(
  context: Context,
  part: Part,
  order: Order,
  rows: readonly number[],
): Beside {
  const others = part.orders.filter((other) => other.id !== order.id && !isUndone(other));
  let hidden = false;
  for (const other of others) {
    const covered = coveredBy(context, part, other);
    switch (covered.kind) {
      case 'ask':
        return covered;
      case 'hidden':
        hidden = true;
        break;
      case 'not proven':
      case 'proven':
        // One that costs something else than what is listed under it is never paid; what it may hold
        // besides is not what is listed and paid for under another.
        if (covered.rows === null || covered.rows.some((row) => rows.includes(row))) {
          return { kind: 'not told apart' };
        }
    }
  }
  if (!hidden) return { kind: 'disjoint' };
  // It exists all the same, but what is not shown for so long keeps no other waiting for ever.
  return context.now < part.attempt.at + context.lag
    ? { kind: 'wait' }
    : { kind: 'not told apart' };
}

/** Whether it is cancelled and nobody else is at work on its rows, or they are known. */
function isUndone({ rows, state }: Order): boolean {
  if (state.kind !== 'cancelled') return false;
  const { because } = state;
  return rows !== null || (because !== 'cancelled by somebody' && because !== 'held elsewhere');
}

/** Its unpaid orders that are proven now, and were not before. */
export function provenOrders(context: Context, part: Part): readonly CoveredOrder[] {
  return part.orders.flatMap((order) => {
    const unpaid = order.state.kind === 'made' || order.state.kind === 'payable again';
    if (!unpaid || order.rows !== null) return [];
    const covered = coveredBy(context, part, order);
    return covered.kind === 'proven' ? [{ order: order.id, rows: covered.rows }] : [];
  });
}

/** The order is read with its discounts before anything is made of it. */
export function readFirst({ id }: Order): { readonly kind: 'ask'; readonly ask: Ask } {
  return { kind: 'ask', ask: { kind: 'order with discounts', order: id } };
}

type Covered =
  | ReturnType<typeof coverageOf>
  /** A returned order id exists, even while the provider does not show it. */
  | { readonly kind: 'hidden' };

function coveredBy(context: Context, part: Part, order: Order): Covered {
  if (order.rows !== null) return { kind: 'proven', rows: order.rows };
  // A person's: what it may hold is no longer asked.
  if (isClosed(order)) return { kind: 'not proven', rows: null };
  const look = context.facts.orders.get(order.id);
  if (look === undefined || !sinceOrder(context.facts, look, order.id)) {
    return readFirst(order);
  }
  if (look.kind === 'hidden') return { kind: 'hidden' };
  const payable = payableOf(context, order.id, look.order);
  const amount = payable?.kind === 'payable' ? payable.amount : look.order.amount;
  return coverageOf(context, part, order, look.order, amount);
}

/** What the payment of an order would send, and what it then costs; null: its discounts were not read. */
export function payableOf(context: Context, id: string, reading: OrderReading): Payable | null {
  const { facts, policy } = context;
  const discounts = facts.discounts.get(id);
  if (discounts === undefined || !sinceOrder(facts, discounts, id)) return null;
  const offers = discounts.kind === 'offered' ? discounts.offers : [];
  const unsure = discounts.kind === 'unsure' || offers.length > 0;
  return chooseDiscount(policy.discount, undiscounted(reading, unsure), offers);
}

/**
 * What the order costs when none of its discounts is sent. Whether an amount that is shown with a
 * discount is kept by a payment that names none is not documented: the list price counts then, and
 * also where the provider does not tell which discounts there are.
 */
function undiscounted({ amount, list }: OrderReading, unsure: boolean): Money {
  return unsure && list !== null && exceeds(list, amount) ? list : amount;
}
