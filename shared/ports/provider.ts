import type { DiscountChoice } from '../renewal/notes.ts';
import type {
  OrderDiscount,
  OrderReading,
  PriceReading,
  ProviderResource,
} from '../renewal/readings.ts';
import type { ProviderTraits } from '../renewal/traits.ts';
import type { Money } from '../values/money.ts';
import type { SurveyedResource, SurveyFilter } from '../survey/survey.ts';
import type { Term } from '../values/term.ts';
import type { Answer, Refusal } from '../renewal/answer.ts';

export type {
  OrderDiscount,
  OrderReading,
  PriceReading,
  ProviderResource,
} from '../renewal/readings.ts';

/** What is known of the account's money. */
export interface Balance {
  /** Cash and credit that a payment could use. */
  readonly available: Money;
}

/** What a listing can be narrowed down to; a provider that cannot tell some of it apart gives more. */
export type DueFilter = Pick<
  SurveyFilter,
  'expiresFrom' | 'expiresBefore' | 'ids' | 'order' | 'statuses' | 'serviceTypes'
>;

/** One page of a listing. */
export interface ResourcePage {
  /** Main resources, their attached ones not counted yet; by their ids attached ones may come too. */
  readonly resources: readonly SurveyedResource[];
  /** How many there are in all, where the provider says so. */
  readonly total: number | null;
  /** Where the next page begins, in the provider's own words; null: this is the last one. */
  readonly next: string | null;
}

/** Reads about known resources that every provider has. None of them creates or spends anything. */
export interface RowDesk {
  readonly traits: ProviderTraits;
  /** Main and attached resources among these ids; ids unknown to the account are simply absent. */
  resources(ids: readonly string[]): Promise<Answer<readonly ProviderResource[]>>;
  /** One reading per id; `alone` asks for each id in a call of its own. */
  prices(
    ids: readonly string[],
    term: Term,
    how: { readonly alone: boolean },
  ): Promise<Answer<readonly PriceReading[]>>;
  /** Null where the account has no balance of its own (a reseller's customer). */
  balance(): Promise<Answer<Balance | null>>;
}

/** Beside them, reads that find out which resources there are: for exports and dry runs. */
export interface ResourceDesk extends RowDesk {
  /** One page of what fits the filter, and perhaps more than fits; from null on, the first one. */
  due(filter: DueFilter, from: string | null): Promise<Answer<ResourcePage>>;
  /** How many resources are renewed together with each of these main ones; none: left out. */
  attached(ids: readonly string[]): Promise<Answer<ReadonlyMap<string, number>>>;
}

/**
 * The answer to a renew call. Whatever its kind, `orders` are order ids that the provider named
 * and that therefore exist (money rule 1); `failed` are resources it named as not renewed.
 */
export interface RenewAnswer {
  readonly answer: Answer<null>;
  readonly orders: readonly string[];
  readonly failed: readonly { readonly resourceId: string; readonly refusal: Refusal }[];
  /** The resources of each order, where one call makes an order for each of several. */
  readonly resources?: ReadonlyMap<string, readonly string[]> | undefined;
}

/** An unpaid order with the discounts that its payment could send, read side by side. */
export interface OrderWithDiscounts {
  /** Null: the provider does not show such an order (yet). */
  readonly order: Answer<OrderReading | null>;
  /** Of an unpaid order; an empty list otherwise. */
  readonly discounts: Answer<readonly OrderDiscount[]>;
}

/** What is known of orders, and the one way to take one back. Nothing of it spends. */
export interface OrderDesk {
  /** Null: the provider does not show such an order (yet). */
  order(orderId: string): Promise<Answer<OrderReading | null>>;
  /** Resources under an order; an empty list proves nothing. */
  resourcesOfOrder(orderId: string): Promise<Answer<readonly ProviderResource[]>>;
  /**
   * Renewal orders made in a window of time (epoch milliseconds), newest first; `only`: any other may
   * be left out.
   */
  renewalOrders(
    from: number,
    to: number,
    only?: 'unpaid',
  ): Promise<Answer<readonly OrderReading[]>>;
  cancel(orderId: string): Promise<Answer<null>>;
}

/**
 * Renewal in two steps: an unpaid order that locks its resources and costs nothing, then its
 * payment or its cancellation. Only `pay` spends.
 */
export interface Reservations extends OrderDesk {
  readonly kind: 'reserve';
  /** Makes unpaid orders for these main resources. Never repeated by anything but the engine. */
  renew(ids: readonly string[], term: Term): Promise<RenewAnswer>;
  orderWithDiscounts(orderId: string): Promise<OrderWithDiscounts>;
  /** Renewal orders paid in a window of time (epoch milliseconds), by whomever. */
  ordersPaid(from: number, to: number): Promise<Answer<readonly OrderReading[]>>;
  /** Pays one order with exactly this discount, or none. Never repeated by anything but the engine. */
  pay(orderId: string, discount: DiscountChoice | null): Promise<Answer<null>>;
}

/** One resource that is to be renewed at once, as it was looked at right before. */
export interface Purchase {
  readonly resourceId: string;
  /** `RenewalRoute.sent` of that look. */
  readonly sent: string;
  /** The expiry that it showed (epoch milliseconds); sent where the call takes one, and never refreshed. */
  readonly expiry: number;
}

/**
 * Renewal in one step: the call orders and pays, or begins a task that does. What it has made is read
 * afterwards like any order: a task reads as an order by the task's number, `processing` until it is
 * done. A call that names neither order nor task is named by `request:` and whatever the answer is
 * known by; such a name reads `completed` at once with its charge unknown, for only the expiry tells.
 */
export interface Purchases extends OrderDesk {
  readonly kind: 'purchase';
  /**
   * Spends. Never repeated by anything but the engine, and then with the same token (at most 64 signs
   * of ASCII). Its resources have one route in common.
   */
  purchase(resources: readonly Purchase[], term: Term, token: string): Promise<RenewAnswer>;
}

/**
 * All that the engine needs of a provider, for one account. What it does with one call is an attempt
 * of a kind: `reserve` makes an unpaid order first, `purchase` pays at once, `task` is a purchase that
 * the provider carries out later.
 */
export interface Provider<Renewals = Reservations | Purchases> {
  readonly resources: RowDesk;
  readonly renewals: Renewals;
}

/** One that reserves. */
export type ReservingProvider = Provider<Reservations>;
