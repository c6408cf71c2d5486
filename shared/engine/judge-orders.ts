import { chooseDiscount } from '../renewal/choose-discount.ts';
import { beginsTooLate } from '../renewal/begins-too-late.ts';
import type { CancelReason, DiscountChoice, Journal, Order, Part } from '../renewal/journal.ts';
import { ordersIn, withOrder } from '../renewal/journal-view.ts';
import { exceeds, type Money } from '../values/money.ts';
import { orderForReview } from '../renewal/order-for-review.ts';
import { orderCeiling } from '../renewal/price-verdict.ts';
import { reason } from '../reasons/reason.ts';
import type { OrderReading } from '../ports/provider.ts';
import {
  type ChunkWork,
  PATIENCE_MS,
  ProviderSilent,
  rowsAt,
  type Stop,
  suspension,
} from './chunk-work.ts';
import { inWaves } from './in-waves.ts';
import { proveCoverage, shownRows } from './prove-coverage.ts';
import { readOrder } from './read-order.ts';

/** An order that may be paid: coverage proven, amount within what was approved for those rows. */
export interface ReadyOrder {
  readonly id: string;
  readonly rows: readonly number[];
  readonly amount: Money;
  readonly discount: DiscountChoice | null;
  /** A payment of it was refused once for the order's own state: not tried a third time. */
  readonly refusedBefore: boolean;
}

type Verdict =
  | { readonly kind: 'ready'; readonly order: ReadyOrder }
  | { readonly kind: 'settled'; readonly change: (journal: Journal) => Journal }
  | { readonly kind: 'stopped'; readonly stop: Stop };

/**
 * Compares each unpaid order with the approved sum of exactly the rows it covers (money rule 3), and has
 * those that may be paid paid wave by wave: judged all at once, a slow account's would never be.
 */
export async function judgeOrders(
  work: ChunkWork,
  pay: (ready: readonly ReadyOrder[]) => Promise<Stop | null>,
): Promise<Stop | null> {
  const made = ordersIn(work.keeper.current, 'made').filter(
    ({ part }) => part.renew.kind === 'answered',
  );
  let later: Stop | null = null;
  const stop = await inWaves(work, made, async (wave) => {
    const verdicts = await Promise.all(
      wave.map(async ({ part, order }) => await judgeOrder(work, part, order)),
    );
    const ready = verdicts.flatMap((verdict) => (verdict.kind === 'ready' ? [verdict.order] : []));
    const changes = verdicts.flatMap((one) => (one.kind === 'settled' ? [one.change] : []));
    if (changes.length > 0) {
      await work.keeper.record((journal) =>
        changes.reduce((known, change) => change(known), journal),
      );
    }
    const stops = verdicts.flatMap((verdict) => (verdict.kind === 'stopped' ? [verdict.stop] : []));
    later ??= stops.find(({ kind }) => kind === 'later') ?? null;
    const gone = stops.find(({ kind }) => kind !== 'later') ?? null;
    return gone ?? (ready.length === 0 ? null : await pay(ready));
  });
  return stop ?? later;
}

async function judgeOrder(work: ChunkWork, part: Part, order: Order): Promise<Verdict> {
  const look = await readOrder(work.provider.renewals, order.id);
  switch (look.kind) {
    case 'stopped':
      return look;
    case 'hidden':
      // It exists all the same: a returned order id is never given up because it is not shown yet.
      return { kind: 'stopped', stop: { kind: 'later', at: work.clock() + PATIENCE_MS } };
    case 'shown':
      return await judgeShown(work, part, order, look.order);
  }
}

async function judgeShown(
  work: ChunkWork,
  part: Part,
  order: Order,
  reading: OrderReading,
): Promise<Verdict> {
  switch (reading.state) {
    case 'unpaid':
      return await judgeUnpaid(work, part, order, reading);
    case 'processing':
    case 'completed':
      return await paidBySomebody(work, part, order, reading);
    case 'cancelled':
      return settled(order, { state: { kind: 'cancelled', because: 'not asked for' } });
    case 'other':
      return { kind: 'settled', change: (journal) => neitherNor(journal, part, order) };
  }
}

function settled(order: Order, to: Pick<Order, 'state'> & Partial<Order>): Verdict {
  return {
    kind: 'settled',
    change: (journal) => withOrder(journal, order.id, (known) => ({ ...known, ...to })),
  };
}

function cancel(order: Order, because: CancelReason, rows: readonly number[] | null): Verdict {
  return settled(order, { rows: rows ?? order.rows, state: { kind: 'cancelling', because } });
}

/** Somebody else has paid it: its completion decides what becomes of the rows it covers. */
async function paidBySomebody(
  work: ChunkWork,
  part: Part,
  order: Order,
  { amount: compared }: OrderReading,
): Promise<Verdict> {
  const rows = order.rows ?? (await shownRows(work, part, order));
  return settled(order, {
    rows,
    state: { kind: 'paid', compared, discount: null, at: work.clock() },
  });
}

/** An order that waits for something else than a payment: it may still take hold of its rows. */
function neitherNor(journal: Journal, part: Part, order: Order): Journal {
  return orderForReview(
    journal,
    part,
    order,
    reason('order-in-unknown-state', { order: order.id }),
  );
}

async function judgeUnpaid(
  work: ChunkWork,
  part: Part,
  order: Order,
  reading: OrderReading,
): Promise<Verdict> {
  if (reading.deadline !== null && reading.deadline <= work.clock()) {
    return cancel(order, 'deadline passed', null);
  }
  const offers = await work.provider.renewals.discounts(order.id, reading);
  if (offers.kind === 'unknown') {
    throw new ProviderSilent(`the discounts of order ${order.id}`, offers.detail);
  }
  if (offers.kind === 'refused' && offers.refusal.remedy === 'suspend') {
    return { kind: 'stopped', stop: suspension(offers.refusal) };
  }
  if (offers.kind === 'refused' && offers.refusal.remedy === 'wait') {
    throw new ProviderSilent(`the discounts of order ${order.id}`, offers.refusal.message);
  }
  const offered = offers.kind === 'done' ? offers.value : [];
  const unsure = offers.kind === 'refused' || offered.length > 0;
  const payable = chooseDiscount(work.account.discount, undiscounted(reading, unsure), offered);
  const amount = payable.kind === 'payable' ? payable.amount : reading.amount;
  const rows = await proveCoverage(work, part, order, reading, amount);
  if (rows === null) return cancel(order, 'coverage not proven', null);
  const covered = rowsAt(work.keeper.current, rows);
  if (beginsTooLate(covered, reading.starts ?? [], work.account.expiryZone)) {
    return cancel(order, 'renewed elsewhere', rows);
  }
  if (payable.kind === 'discount missing') return cancel(order, 'discount refused', rows);
  if (exceeds(amount, orderCeiling(covered, work.account))) {
    return cancel(order, 'dearer than approved', rows);
  }
  const refusedBefore = order.state.kind === 'made' && order.state.refusal !== undefined;
  const { discount } = payable;
  return { kind: 'ready', order: { id: order.id, rows, amount, discount, refusedBefore } };
}

/**
 * What the order costs when none of its discounts is sent. Whether an amount that is shown with a
 * discount is kept by a payment that names none is not documented: the list price counts then, and
 * also where the provider does not tell which discounts there are.
 */
function undiscounted(reading: OrderReading, unsure: boolean): Money {
  const { amount, list } = reading;
  return unsure && list !== null && exceeds(list, amount) ? list : amount;
}
