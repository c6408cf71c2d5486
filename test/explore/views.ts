import type { Answer, Refusal } from '../../shared/renewal/answer.ts';
import type {
  OrderReading,
  PriceReading,
  ProviderResource,
} from '../../shared/renewal/readings.ts';
import { refusalOf } from '../../shared/providers/huawei/errors/error-table.ts';
import type { Api } from '../../shared/providers/huawei/api.ts';
import { type Money, money } from '../../shared/values/money.ts';
import { termOfMonths } from '../../shared/values/term.ts';
import { holderOf, orderOf, termCents, type World, type WorldOrder } from './world.ts';

/** What is a habit of a provider and nowhere documented: both ways must be survived. */
export interface Habits {
  /** Whether the resource query lists anything under a renewal order (contract, section 2). */
  readonly filterLists: boolean;
  /** What a line of an unpaid order says of its begin (contract, section 5.2). */
  readonly starts: 'the old expiry' | 'when it was ordered' | 'nothing';
  /** Whether the list names who made an order (contract, section 5). */
  readonly listNamesUser: boolean;
}

/** The name that the provider shows of our own user. */
export const OUR_USER = 'renewsheet';

/** An amount in the account's currency. */
export function dollars(cents: number): Money {
  return money((cents / 100).toFixed(2), 'USD');
}

/** A clear no with a code of the contract. */
export function no(api: Api, code: string): Refusal {
  return refusalOf(api, code, '', (text) => text);
}

/** The same as an answer. */
export function refused(api: Api, code: string): Answer<never> {
  return { kind: 'refused', refusal: no(api, code) };
}

/** What the resource query shows. */
export function resourcesIn(world: World, ids: readonly string[]): ProviderResource[] {
  return ids.flatMap((id) => {
    const expiry = world.expiries[id];
    if (expiry === undefined) return [];
    return [{ resourceId: id, name: null, main: true, parent: null, expiry, autoRenew: false }];
  });
}

/** What the price call shows: an open order is named as what holds the resource (section 13.3). */
export function pricesIn(
  world: World,
  ids: readonly string[],
  months: number,
  alone: boolean,
): PriceReading[] {
  return ids.map((resourceId): PriceReading => {
    const holder = holderOf(world, resourceId);
    if (holder === null) {
      const price = dollars(termCents(months));
      return { kind: 'priced', resourceId, list: price, price, alone: alone || ids.length === 1 };
    }
    const locked = holder.state === 'unpaid';
    const refusal = no('price', locked ? 'CBC.30050010' : 'CBC.30050011');
    return { kind: 'failed', resourceId, refusal, locked };
  });
}

/** What the order itself shows; null: it does not exist here. */
export function orderIn(world: World, id: string, habits: Habits): OrderReading | null {
  const order = orderOf(world, id);
  return order === null ? null : readingOf(order, { starts: startsOf(order, habits), user: true });
}

function startsOf(order: WorldOrder, { starts }: Habits): readonly number[] | null {
  if (order.state !== 'unpaid' || starts === 'nothing') return null;
  return order.lines.map(({ from }) => (starts === 'the old expiry' ? from : order.at));
}

/** What the list of renewal orders shows, newest first. */
export function listIn(world: World, from: number, to: number, habits: Habits): OrderReading[] {
  return world.orders
    .filter(({ at }) => at >= from && at <= to)
    .toReversed()
    .map((order) => readingOf(order, { starts: null, user: habits.listNamesUser }));
}

/** What the list shows of orders paid in a window, newest first. */
export function paidIn(world: World, from: number, to: number, habits: Habits): OrderReading[] {
  return listIn(world, 0, Infinity, habits).filter(
    ({ paidAt }) => paidAt !== null && paidAt >= from && paidAt <= to,
  );
}

/** What the resource query lists under an order. */
export function orderRowsIn(world: World, id: string, habits: Habits): ProviderResource[] {
  const order = orderOf(world, id);
  if (order === null || !habits.filterLists) return [];
  return resourcesIn(
    world,
    order.lines.map((line) => line.id),
  );
}

function readingOf(
  order: WorldOrder,
  { starts, user }: { readonly starts: readonly number[] | null; readonly user: boolean },
): OrderReading {
  const { id, state, cents, charged, by, asUs, at, months, paidAt } = order;
  const name = asUs ? OUR_USER : by === 'colleague' ? 'colleague' : 'system';
  return {
    id,
    state,
    amount: dollars(cents),
    list: dollars(cents),
    charged: dollars(charged ?? cents),
    most: dollars(Math.max(charged ?? cents, cents)),
    term: user ? termOfMonths(months) : null,
    createdAt: at,
    paidAt,
    deadline: state === 'unpaid' ? at + 7 * 86_400_000 : null,
    userName: user ? name : null,
    automatic: by === 'auto-renewal',
    starts,
  };
}
