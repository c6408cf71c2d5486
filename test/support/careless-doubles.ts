import type { Journal } from '../../shared/renewal/journal.ts';
import type {
  OrderReading,
  Provider,
  ProviderResource,
  ResourceDesk,
} from '../../shared/ports/provider.ts';
import type { Answer } from '../../shared/renewal/answer.ts';
import type { Term } from '../../shared/values/term.ts';
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
export function retryUnknown({ resources, renewals }: Provider): Provider {
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
export function checkExpiryOnlyBefore({ resources, renewals }: Provider): Provider {
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
      order: async (id) => withoutPeriods(await renewals.order(id)),
      orderWithDiscounts: async (id) => {
        const { order, discounts } = await renewals.orderWithDiscounts(id);
        return { order: withoutPeriods(order), discounts };
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

function withoutPeriods(answer: Answer<OrderReading | null>): Answer<OrderReading | null> {
  if (answer.kind !== 'done' || answer.value === null) return answer;
  return { kind: 'done', value: { ...answer.value, starts: null } };
}

/** An engine that takes any unpaid order it finds for the one of its unclear call. */
export function adoptAnyOrder({ resources, renewals }: Provider): Provider {
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
      order: async (id) => ofTerm(await renewals.order(id), asked),
      orderWithDiscounts: async (id) => {
        const { order, discounts } = await renewals.orderWithDiscounts(id);
        return { order: ofTerm(order, asked), discounts };
      },
      resourcesOfOrder: async (order) => {
        if (named.has(order)) return await renewals.resourcesOfOrder(order);
        return { kind: 'done', value: unclear.map((id) => asMain(id)) };
      },
    },
  };
}

/** As if every order were for the term that was asked for. */
function ofTerm(
  answer: Answer<OrderReading | null>,
  term: Term | null,
): Answer<OrderReading | null> {
  if (answer.kind !== 'done' || answer.value === null) return answer;
  return { kind: 'done', value: { ...answer.value, term } };
}

function asMain(resourceId: string): ProviderResource {
  return { resourceId, name: null, main: true, parent: null, expiry: null, autoRenew: false };
}
