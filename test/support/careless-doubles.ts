import type { Journal } from '../../shared/renewal/journal.ts';
import type {
  OrderReading,
  ReservingProvider,
  ProviderResource,
  ResourceDesk,
} from '../../shared/ports/provider.ts';
import type { Answer } from '../../shared/renewal/answer.ts';
import type { Term } from '../../shared/values/term.ts';
import { compare, type Money, sum } from '../../shared/values/money.ts';
import type { JournalStore } from '../../shared/ports/stores.ts';
import type { InProcess } from './in-process.ts';

function withoutIntents(journal: Journal): Journal {
  const parts = journal.parts.filter(({ attempt }) => attempt.kind !== 'intended');
  return {
    ...journal,
    parts: parts.map((part) => ({
      ...part,
      orders: part.orders.map((order) =>
        order.state.kind === 'paying' ? { ...order, state: { kind: 'made' } as const } : order,
      ),
    })),
  };
}

/** Makes an engine of the deployment that calls first and writes down afterwards. */
export function skipIntents(app: InProcess): void {
  const store: JournalStore = app.journals;
  const journals: JournalStore = {
    ...store,
    save: async (journal) => await store.save(withoutIntents(journal)),
  };
  Object.assign(app, { journals });
}

/** An engine that makes a call once more when it gets no clear answer to it. */
export function retryUnknown({ resources, renewals }: ReservingProvider): ReservingProvider {
  return {
    resources,
    renewals: {
      ...renewals,
      renew: async (ids, term) => {
        const first = await renewals.renew(ids, term);
        return first.answer.kind === 'unknown' ? await renewals.renew(ids, term) : first;
      },
      pay: async (order, discount) => {
        const first = await renewals.pay(order, discount);
        return first.kind === 'unknown' ? await renewals.pay(order, discount) : first;
      },
    },
  };
}

/**
 * An engine that believes, when it pays, what it saw of the expiry before it ordered, and looks
 * neither at the periods of its order nor at what others have paid.
 */
export function checkExpiryOnlyBefore({
  resources,
  renewals,
}: ReservingProvider): ReservingProvider {
  let seen: Awaited<ReturnType<ResourceDesk['resources']>> | null = null;
  let ordered = false;
  return {
    resources: {
      ...resources,
      resources: async (ids) => {
        if (ordered && seen !== null) return seen;
        seen = await resources.resources(ids);
        return seen;
      },
    },
    renewals: {
      ...renewals,
      ordersPaid: async () => ({ kind: 'done', value: [] }),
      ...changedLooks(renewals, (order) => ({ ...order, starts: null })),
      resourcesOfOrder: async (order) => {
        const under = await renewals.resourcesOfOrder(order);
        if (under.kind !== 'done' || seen?.kind !== 'done') return under;
        const before = new Map(seen.value.map((one) => [one.resourceId, one]));
        return {
          kind: 'done',
          value: under.value.map((one) => before.get(one.resourceId) ?? one),
        };
      },
      renew: async (ids, term) => {
        ordered = true;
        return await renewals.renew(ids, term);
      },
      pay: async (order, discount) => {
        ordered = false;
        return await renewals.pay(order, discount);
      },
    },
  };
}

type OrderChange = (order: OrderReading) => OrderReading;

/** The answer with the order changed that it shows. */
function changed(answer: Answer<OrderReading | null>, change: OrderChange): typeof answer {
  if (answer.kind !== 'done' || answer.value === null) return answer;
  return { kind: 'done', value: change(answer.value) };
}

/** Both looks at a single order, which show it changed. */
function changedLooks(
  renewals: ReservingProvider['renewals'],
  change: OrderChange,
): Pick<ReservingProvider['renewals'], 'order' | 'orderWithDiscounts'> {
  return {
    order: async (id) => changed(await renewals.order(id), change),
    orderWithDiscounts: async (id) => {
      const { order, discounts } = await renewals.orderWithDiscounts(id);
      return { order: changed(order, change), discounts };
    },
  };
}

/** An engine that takes any unpaid order it finds for the one of its unclear call. */
export function adoptAnyOrder({ resources, renewals }: ReservingProvider): ReservingProvider {
  const named = new Set<string>();
  let unclear: readonly string[] = [];
  let asked: Term | null = null;
  return {
    resources,
    renewals: {
      ...renewals,
      renew: async (ids, term) => {
        const answer = await renewals.renew(ids, term);
        for (const order of answer.orders) named.add(order);
        if (answer.answer.kind === 'unknown') unclear = ids;
        asked = term;
        return answer;
      },
      // As if every order were for the term that was asked for.
      ...changedLooks(renewals, (order) => ({ ...order, term: asked })),
      // Only the first that it finds, so that nothing seems ambiguous.
      renewalOrders: async (from, to) => {
        const answer = await renewals.renewalOrders(from, to);
        if (answer.kind !== 'done') return answer;
        const strange = answer.value.filter(
          ({ id, state }) => state === 'unpaid' && !named.has(id),
        );
        return {
          kind: 'done',
          value: [...answer.value.filter(({ id }) => named.has(id)), ...strange.slice(0, 1)],
        };
      },
      resourcesOfOrder: async (order) => {
        if (named.has(order)) return await renewals.resourcesOfOrder(order);
        return { kind: 'done', value: unclear.map((id) => asMain(id)) };
      },
    },
  };
}

/** An engine that takes an order it finds for the one of its unclear call if it costs what that does. */
export function adoptByAmount({ resources, renewals }: ReservingProvider): ReservingProvider {
  const named = new Set<string>();
  const priced = new Map<string, Money>();
  let unclear: readonly string[] = [];
  let asked: Term | null = null;
  return {
    resources: {
      ...resources,
      prices: async (ids, term, how) => {
        const answer = await resources.prices(ids, term, how);
        for (const one of answer.kind === 'done' ? answer.value : []) {
          if (one.kind === 'priced') priced.set(one.resourceId, one.price);
        }
        return answer;
      },
    },
    renewals: {
      ...renewals,
      renew: async (ids, term) => {
        const answer = await renewals.renew(ids, term);
        for (const order of answer.orders) named.add(order);
        if (answer.answer.kind === 'unknown') unclear = ids;
        asked = term;
        return answer;
      },
      // As if every order were for the term that was asked for.
      ...changedLooks(renewals, (order) => ({ ...order, term: asked })),
      resourcesOfOrder: async (order) => {
        const reading = named.has(order) ? null : await renewals.order(order);
        const shown = reading?.kind === 'done' ? reading.value : null;
        const prices = unclear.flatMap((id) => priced.get(id) ?? []);
        const isIt =
          shown !== null &&
          prices.length > 0 &&
          compare(sum(prices, shown.amount.currency), shown.amount) === 0;
        if (!isIt) return await renewals.resourcesOfOrder(order);
        return { kind: 'done', value: unclear.map((id) => asMain(id)) };
      },
    },
  };
}

/**
 * An engine that takes for the charge what it compared before it paid: whatever it does about the
 * first payment, it pays the next before it knows what the first one cost.
 */
export function readNoCharge({ resources, renewals }: ReservingProvider): ReservingProvider {
  const compared = new Map<string, Money>();
  const believed = (reading: OrderReading): OrderReading => {
    if (reading.state === 'unpaid') return reading;
    const amount = compared.get(reading.id) ?? reading.amount;
    return { ...reading, amount, charged: amount, most: amount };
  };
  return {
    resources,
    renewals: {
      ...renewals,
      order: async (order) => changed(await renewals.order(order), believed),
      orderWithDiscounts: async (order) => {
        const both = await renewals.orderWithDiscounts(order);
        const shown = both.order.kind === 'done' ? both.order.value : null;
        const discounts = both.discounts.kind === 'done' ? both.discounts.value : [];
        const best = discounts.flatMap(({ amount }) => amount ?? [])[0] ?? shown?.amount;
        if (shown?.state === 'unpaid' && best !== undefined) compared.set(order, best);
        return { ...both, order: changed(both.order, believed) };
      },
      renewalOrders: async (from, to) => {
        const answer = await renewals.renewalOrders(from, to);
        return answer.kind === 'done'
          ? { kind: 'done', value: answer.value.map(believed) }
          : answer;
      },
    },
  };
}

function asMain(resourceId: string): ProviderResource {
  return { resourceId, name: null, main: true, parent: null, expiry: null, autoRenew: false };
}
