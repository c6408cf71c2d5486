import type { Context } from '../../shared/renewal/decide/context.ts';
import type { Facts, RowLook } from '../../shared/renewal/decide/facts.ts';
import type { FrozenCall, Journal, Order, Part } from '../../shared/renewal/journal.ts';
import type { RenewalRoute } from '../../shared/renewal/readings.ts';
import type { AttemptState } from '../../shared/renewal/states/attempt-state.ts';
import type { OrderState } from '../../shared/renewal/states/order-state.ts';
import type { ProviderTraits } from '../../shared/renewal/traits.ts';
import { asked, contextOf, EXPIRY, looks, NOW, priced, shown } from './facts-sample.ts';
import { pricedJournal, usd } from './journal-sample.ts';

/** A provider that pays at once. */
export const AT_ONCE: ProviderTraits = {
  attempts: ['purchase', 'task'],
  callSizes: [10, 1],
  longestTerm: 120,
  autoRenewalDays: 9,
  unpaidOrderDays: 7,
  idKey: (id) => id,
};

/** How its resources are renewed. */
export function route(more: Partial<RenewalRoute> = {}): RenewalRoute {
  return {
    kind: 'purchase',
    product: 'ECS',
    sent: 'ecs@ap-southeast-1',
    months: [1, 12],
    together: 1,
    repeat: 'same token',
    ...more,
  };
}

/** What a call was sent with, so long ago (milliseconds). */
export function frozen(more: Partial<FrozenCall> = {}, ago = 60_000): FrozenCall {
  const { kind, product, sent, repeat } = route();
  const since = NOW - ago;
  return { kind, product, sent, repeat, expiries: [EXPIRY], since, times: 1, ...more };
}

/** A call for one row at ten dollars that pays at once. */
export function bought(
  number: number,
  row: number,
  attempt: AttemptState,
  more: { readonly orders?: readonly Order[]; readonly frozen?: FrozenCall } = {},
): Part {
  const call = more.frozen ?? frozen();
  const expected = { list: null, price: usd(10) };
  const { orders = [] } = more;
  return { number, kind: call.kind, rows: [row], expected, attempt, frozen: call, orders };
}

/** A call with one order in that state, answered a minute ago. */
export function boughtWith(state: OrderState, call?: FrozenCall, number = 0): Part {
  const orders = [{ id: `o${number}`, rows: null, state }];
  const more = call === undefined ? { orders } : { orders, frozen: call };
  return bought(number, number, { kind: 'accepted', at: NOW - 60_000 }, more);
}

/** An order of ten dollars that is not known to be paid. */
export function inDoubt(ago = 60_000): OrderState {
  return { kind: 'payment unclear', compared: usd(10), discount: null, at: NOW - ago };
}

/** The look at a resource that is renewed at once. */
export function seen(more: Partial<RenewalRoute> = {}, ago = 0, expiry = EXPIRY): RowLook {
  return shown(expiry, { route: route(more) }, asked(2, ago));
}

/** All that is to be known of so many rows at ten dollars before they are bought. */
export function ready(count: number, more: Partial<Facts> = {}): Partial<Facts> {
  const rows = Array.from({ length: count }, (_, row) => row);
  return {
    rows: looks(rows, seen()),
    prices: new Map(rows.map((row) => [row, priced('10', { alone: true })])),
    rung: 100,
    remembered: { since: NOW, rows: new Map() },
    balanceAsked: true,
    othersPaid: { ...asked(2), orders: [] },
    permit: { ...asked(3), stop: null, validUntil: NOW + 86_400_000 },
    chargesRead: ['ECS, 1 months, no discount, USD'],
    job: { ...asked(3), orders: new Set(), begun: true, tasks: 0, payments: [] },
    ...more,
  };
}

/** The same with its journal, each row priced at ten dollars. */
export function atOnce(
  journal: Journal = pricedJournal(2),
  facts: Partial<Facts> = ready(journal.rows.length),
  more: Partial<Context> = {},
): Context {
  return contextOf(journal, facts, { traits: AT_ONCE, ...more });
}
