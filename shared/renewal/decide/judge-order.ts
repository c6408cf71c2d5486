import { reason } from '../../reasons/reason.ts';
import { exceeds, type Money } from '../../values/money.ts';
import { beginsTooLate } from '../rules/begins-too-late.ts';
import { chooseDiscount } from '../rules/choose-discount.ts';
import type { JournalEvent, PayIntent } from '../events.ts';
import type { Order, Part } from '../journal.ts';
import { orderCeiling } from '../rules/price-verdict.ts';
import type { OrderReading } from '../readings.ts';
import type { CancelReason } from '../states/order-state.ts';
import type { Context } from './context.ts';
import { coverageOf, listedRows } from './coverage.ts';
import { type Ask, BACK_OFF_MS } from './decision.ts';
import { LOOK_AGE_MS, sinceOrder } from './facts.ts';

/** What an unpaid order of ours comes to by what is known of it. */
export type OrderVerdict =
  | { readonly kind: 'ask'; readonly ask: Ask }
  | { readonly kind: 'record'; readonly event: JournalEvent }
  | { readonly kind: 'wait'; readonly until: number }
  /** Coverage proven, amount within what was approved for exactly those rows. */
  | { readonly kind: 'ready'; readonly intent: PayIntent };

/** Compares an unpaid order with the approved sum of exactly the rows it covers (money rule 3). */
export function judgeOrder(context: Context, part: Part, order: Order): OrderVerdict {
  const { facts, now } = context;
  const look = facts.orders.get(order.id);
  // What is paid is what was read a moment ago.
  const fresh = look !== undefined && now - look.at <= LOOK_AGE_MS;
  if (!fresh || !sinceOrder(facts, look, order.id)) {
    return { kind: 'ask', ask: { kind: 'order with discounts', order: order.id } };
  }
  // It exists all the same: a returned order id is never given up because it is not shown yet.
  if (look.kind === 'hidden') return { kind: 'wait', until: now + BACK_OFF_MS };
  switch (look.order.state) {
    case 'unpaid':
      return judgeUnpaid(context, part, order, look.order);
    case 'processing':
    case 'completed':
      return paidBySomebody(context, part, order, look.order.amount);
    case 'cancelled':
      return {
        kind: 'record',
        event: { kind: 'cancelled', order: order.id, because: 'not asked for' },
      };
    case 'other':
      // It waits for something else than a payment, and may still take hold of its rows.
      return {
        kind: 'record',
        event: {
          kind: 'left to a person',
          order: order.id,
          why: reason('order-in-unknown-state', { order: order.id }),
        },
      };
  }
}

/** Somebody else has paid it: its completion decides what becomes of the rows it covers. */
export function paidBySomebody(
  context: Context,
  part: Part,
  order: Order,
  amount: Money,
): OrderVerdict {
  const rows = listedRows(context, part, order);
  if (rows !== null && 'kind' in rows) return { kind: 'ask', ask: rows };
  return {
    kind: 'record',
    event: { kind: 'paid by somebody', order: order.id, rows, amount, at: context.now },
  };
}

function judgeUnpaid(
  context: Context,
  part: Part,
  order: Order,
  reading: OrderReading,
): OrderVerdict {
  const { journal, facts, now, policy } = context;
  const cancel = (because: CancelReason, rows: readonly number[] | null): OrderVerdict => ({
    kind: 'record',
    event: { kind: 'cancel decided', order: order.id, because, rows, refusal: null },
  });
  if (reading.deadline !== null && reading.deadline <= now) return cancel('deadline passed', null);
  const discounts = facts.discounts.get(order.id);
  if (discounts === undefined || !sinceOrder(facts, discounts, order.id)) {
    return { kind: 'ask', ask: { kind: 'order with discounts', order: order.id } };
  }
  const offers = discounts.kind === 'offered' ? discounts.offers : [];
  const unsure = discounts.kind === 'unsure' || offers.length > 0;
  const payable = chooseDiscount(policy.discount, undiscounted(reading, unsure), offers);
  const amount = payable.kind === 'payable' ? payable.amount : reading.amount;
  const coverage = coverageOf(context, part, order, reading, amount);
  if (coverage.kind === 'ask') return coverage;
  if (coverage.kind === 'not proven') return cancel('coverage not proven', null);
  const { rows } = coverage;
  const covered = rows.map((index) => journal.rows[index]!);
  if (beginsTooLate(covered, reading.starts ?? [], policy.expiryZone)) {
    return cancel('renewed elsewhere', rows);
  }
  if (payable.kind === 'discount missing') return cancel('discount refused', rows);
  if (exceeds(amount, orderCeiling(covered, policy))) return cancel('dearer than approved', rows);
  const { discount } = payable;
  return { kind: 'ready', intent: { order: order.id, rows, compared: amount, discount } };
}

/**
 * What the order costs when none of its discounts is sent. Whether an amount that is shown with a
 * discount is kept by a payment that names none is not documented: the list price counts then, and
 * also where the provider does not tell which discounts there are.
 */
function undiscounted({ amount, list }: OrderReading, unsure: boolean): Money {
  return unsure && list !== null && exceeds(list, amount) ? list : amount;
}
