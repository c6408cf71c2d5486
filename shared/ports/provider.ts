import type { DiscountChoice } from '../renewal/journal.ts';
import type { Money } from '../values/money.ts';
import type { SurveyedResource, SurveyFilter } from '../survey/survey.ts';
import type { Term } from '../values/term.ts';
import type { Answer, Refusal } from './answer.ts';

/** A resource as its provider shows it. */
export interface ProviderResource {
  readonly resourceId: string;
  readonly name: string | null;
  /** False for one attached to another: it is renewed with its main resource only. */
  readonly main: boolean;
  readonly parent: string | null;
  /** Epoch milliseconds; null where the provider left it out. */
  readonly expiry: number | null;
  readonly autoRenew: boolean;
}

/** The price of renewing one main resource, its attached ones included, or why it has none. */
export type PriceReading =
  | {
      readonly kind: 'priced';
      readonly resourceId: string;
      /** Before discounts; null where it cannot be told apart from the total of its call. */
      readonly list: Money | null;
      /** After the best usable discount that the account's setting allows. */
      readonly price: Money;
      /** Asked for alone, so that no scaling of a total is in it. */
      readonly alone: boolean;
      /** Its share of a discount on several resources: its own price may be another one. */
      readonly shared?: boolean | undefined;
    }
  | {
      readonly kind: 'failed';
      readonly resourceId: string;
      readonly refusal: Refusal;
      /** An unpaid order holds it (Huawei contract, section 3: CBC.30050010). */
      readonly locked: boolean;
    };

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

/** Reads that every provider has. None of them creates or spends anything. */
export interface ResourceDesk {
  /** Main and attached resources among these ids; ids unknown to the account are simply absent. */
  resources(ids: readonly string[]): Promise<Answer<readonly ProviderResource[]>>;
  /** One page of what fits the filter, and perhaps more than fits; from null on, the first one. */
  due(filter: DueFilter, from: string | null): Promise<Answer<ResourcePage>>;
  /** How many resources are renewed together with each of these main ones; none: left out. */
  attached(ids: readonly string[]): Promise<Answer<ReadonlyMap<string, number>>>;
  /** One reading per id; `alone` asks for each id in a call of its own. */
  prices(
    ids: readonly string[],
    term: Term,
    how: { readonly alone: boolean },
  ): Promise<Answer<readonly PriceReading[]>>;
  /** Null where the account has no balance of its own (a reseller's customer). */
  balance(): Promise<Answer<Balance | null>>;
}

/**
 * The answer to a renew call. Whatever its kind, `orders` are order ids that the provider named
 * and that therefore exist (money rule 1); `failed` are resources it named as not renewed.
 */
export interface RenewAnswer {
  readonly answer: Answer<null>;
  readonly orders: readonly string[];
  readonly failed: readonly { readonly resourceId: string; readonly refusal: Refusal }[];
}

/** An order as the provider shows it. */
export interface OrderReading {
  readonly id: string;
  readonly state: 'unpaid' | 'processing' | 'completed' | 'cancelled' | 'other';
  /** What the order costs, respectively has cost, after the discounts already in it. */
  readonly amount: Money;
  readonly list: Money | null;
  /** Money really taken, where the provider says so apart from the amount. */
  readonly charged: Money | null;
  readonly createdAt: number | null;
  /** Until when it can be paid. */
  readonly deadline: number | null;
  /** Who made it: an IAM user's name, or the provider's own word for a system order. */
  readonly userName: string | null;
  /** Made by the provider itself, such as by auto-renewal: never ours (money rule 5). */
  readonly automatic: boolean;
  /**
   * When the periods begin that its lines buy (epoch milliseconds), attached resources' too. Read for
   * an unpaid order asked for by its id; null where that is not shown of every line.
   */
  readonly starts: readonly number[] | null;
}

/** A discount that can be sent with the payment of an order. */
export interface OrderDiscount {
  /** Null: what to send for it cannot be read. */
  readonly discount: DiscountChoice | null;
  /** What the order costs with it, at the least favourable reading of the provider's fields; null: unreadable. */
  readonly amount: Money | null;
  /** The provider insists on it (a price adjustment of the order). */
  readonly mandatory: boolean;
}

/**
 * Renewal in two steps: an unpaid order that locks its resources and costs nothing, then its
 * payment or its cancellation. Only `pay` spends.
 */
export interface UnpaidOrders {
  readonly kind: 'unpaid orders';
  /** Makes unpaid orders for these main resources. Never repeated by anything but the engine. */
  renew(ids: readonly string[], term: Term): Promise<RenewAnswer>;
  /** Null: the provider does not show such an order (yet). */
  order(orderId: string): Promise<Answer<OrderReading | null>>;
  discounts(orderId: string, reading: OrderReading): Promise<Answer<readonly OrderDiscount[]>>;
  /** Resources under an order; an empty list proves nothing (contract section 2). */
  resourcesOfOrder(orderId: string): Promise<Answer<readonly ProviderResource[]>>;
  /** Renewal orders made in a window of time (epoch milliseconds), newest first. */
  renewalOrders(from: number, to: number): Promise<Answer<readonly OrderReading[]>>;
  /** Pays one order with exactly this discount, or none. Never repeated by anything but the engine. */
  pay(orderId: string, discount: DiscountChoice | null): Promise<Answer<null>>;
  cancel(orderId: string): Promise<Answer<null>>;
}

/**
 * All that the engine needs of a provider, for one account. A provider without unpaid orders, which
 * pays at once by instance or by an asynchronous task, joins as a second kind of `renewals`: the
 * engine asks `renewals.kind` and never pretends that such an order could be looked at first.
 */
export interface Provider {
  readonly resources: ResourceDesk;
  readonly renewals: UnpaidOrders;
}
