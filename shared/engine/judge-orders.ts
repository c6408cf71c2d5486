import { chooseDiscount } from '../domain/choose-discount.ts';
import type { CancelReason, DiscountChoice, Order, Part } from '../domain/journal.ts';
import { ordersIn, withOrder } from '../domain/journal-view.ts';
import { exceeds, type Money } from '../domain/money.ts';
import { orderCeiling } from '../domain/price-verdict.ts';
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
import { proveCoverage } from './prove-coverage.ts';
import { readOrder } from './read-order.ts';

/** An order that may be paid: coverage proven, amount within what was approved for those rows. */
export interface ReadyOrder {
  readonly id: string;
  readonly rows: readonly number[];
  readonly amount: Money;
  readonly discount: DiscountChoice | null;
}

/**
 * What judging leads to: orders to pay, and where some could not be judged, why. Orders not to be
 * paid are marked in the journal for cancelling.
 */
export interface Judged {
  readonly ready: readonly ReadyOrder[];
  readonly stop: Stop | null;
}

type Verdict =
  | { readonly kind: 'ready'; readonly order: ReadyOrder }
  | { readonly kind: 'settled'; readonly change: (order: Order) => Order }
  | { readonly kind: 'stopped'; readonly stop: Stop };

/** Compares each unpaid order with the approved sum of exactly the rows it covers (money rule 3). */
export async function judgeOrders(work: ChunkWork): Promise<Judged> {
  const ready: ReadyOrder[] = [];
  const changes = new Map<string, (order: Order) => Order>();
  const made = ordersIn(work.keeper.current, 'made').filter(
    ({ part }) => part.renew.kind === 'answered',
  );
  let later: Stop | null = null;
  const stop = await inWaves(work, made, async (wave) => {
    const verdicts = await Promise.all(
      wave.map(async ({ part, order }) => await judgeOrder(work, part, order)),
    );
    for (const [place, verdict] of verdicts.entries()) {
      if (verdict.kind === 'ready') ready.push(verdict.order);
      if (verdict.kind === 'settled') changes.set(wave[place]!.order.id, verdict.change);
    }
    const stops = verdicts.flatMap((verdict) => (verdict.kind === 'stopped' ? [verdict.stop] : []));
    later ??= stops.find(({ kind }) => kind === 'later') ?? null;
    return stops.find(({ kind }) => kind !== 'later') ?? null;
  });
  if (changes.size > 0) {
    await work.keeper.record((journal) =>
      [...changes].reduce((known, [id, change]) => withOrder(known, id, change), journal),
    );
  }
  return { ready, stop: stop ?? later };
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
      return settled({ kind: 'paid', compared: reading.amount, discount: null, at: work.clock() });
    case 'cancelled':
      return settled({ kind: 'cancelled', because: 'not asked for' });
    case 'other':
      return settled({
        kind: 'unclear',
        why: 'The order is neither unpaid nor paid nor cancelled.',
      });
  }
}

function settled(state: Order['state']): Verdict {
  return { kind: 'settled', change: (order) => ({ ...order, state }) };
}

function cancel(because: CancelReason, rows: readonly number[] | null): Verdict {
  return {
    kind: 'settled',
    change: (order) => ({
      ...order,
      rows: rows ?? order.rows,
      state: { kind: 'cancelling', because },
    }),
  };
}

async function judgeUnpaid(
  work: ChunkWork,
  part: Part,
  order: Order,
  reading: OrderReading,
): Promise<Verdict> {
  if (reading.deadline !== null && reading.deadline <= work.clock()) {
    return cancel('deadline passed', null);
  }
  const offers = await work.provider.renewals.discounts(order.id, reading);
  if (offers.kind === 'unknown') {
    throw new ProviderSilent(`the discounts of order ${order.id}`, offers.detail);
  }
  if (offers.kind === 'refused' && offers.refusal.remedy === 'suspend') {
    return { kind: 'stopped', stop: suspension(offers.refusal) };
  }
  const payable = chooseDiscount(
    work.account.discount,
    reading.amount,
    offers.kind === 'done' ? offers.value : [],
  );
  if (payable.kind === 'discount missing') return cancel('discount refused', null);
  const rows = await proveCoverage(work, part, order, reading, payable.amount);
  if (rows === null) return cancel('coverage not proven', null);
  if (exceeds(payable.amount, orderCeiling(rowsAt(work.keeper.current, rows), work.account))) {
    return cancel('dearer than approved', rows);
  }
  const { amount, discount } = payable;
  return { kind: 'ready', order: { id: order.id, rows, amount, discount } };
}
