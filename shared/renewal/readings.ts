import type { Money } from '../values/money.ts';
import type { Term } from '../values/term.ts';
import type { Refusal } from './answer.ts';
import type { DiscountChoice } from './notes.ts';

/** What is sent with the call that renews one resource, frozen with the intent (money rule 2). */
export interface RenewalRoute {
  /** What the provider does with the call: orders and pays at once, or begins a task. */
  readonly kind: 'purchase' | 'task';
  /** The product's name, as people know it. */
  readonly product: string;
  /** Product, region and codes, in the adapter's own words. */
  readonly sent: string;
  /** The terms that the product takes, in months. */
  readonly months: readonly number[];
  /** How many such resources may go into one call. */
  readonly together: number;
  /**
   * What may be sent once more when nothing shows what became of a call: the same token, soon; the
   * same call, once nothing of it can show any more; never.
   */
  readonly repeat: 'same token' | 'same call' | 'never';
}

/** A resource as its provider shows it. */
export interface ProviderResource {
  /**
   * How it is renewed, where that differs from one to another; a refusal: there is no confirmed way.
   * Left out: the provider has one way for all.
   */
  readonly route?: RenewalRoute | Refusal | undefined;
  /** It is set to end with its term: people are told that it goes on all the same. */
  readonly ends?: boolean | undefined;
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
  /** The provider has no call that tells it before the resource is renewed. */
  | { readonly kind: 'not told'; readonly resourceId: string }
  | {
      readonly kind: 'failed';
      readonly resourceId: string;
      readonly refusal: Refusal;
      /** An unpaid order holds it (money rule 5). */
      readonly locked: boolean;
    };

/** An order as the provider shows it. */
export interface OrderReading {
  readonly id: string;
  readonly state: 'unpaid' | 'processing' | 'completed' | 'cancelled' | 'other';
  /** What the order costs, respectively has cost, after the discounts already in it. */
  readonly amount: Money;
  readonly list: Money | null;
  /**
   * What an order in process or completed has cost, where all that the provider says of it agrees;
   * null: not known. Of any other order its amount.
   */
  readonly charged: Money | null;
  /** What comes on top of all these figures, where the provider tells it apart from them. */
  readonly tax?: Money | undefined;
  /** The highest of the figures that the provider gives for it. */
  readonly most: Money;
  /** For how long it renews, where all its lines say the same; read for an unpaid order asked for by its id. */
  readonly term: Term | null;
  readonly createdAt: number | null;
  /** When it was paid, where the provider says so. */
  readonly paidAt: number | null;
  /** Until when it can be paid. */
  readonly deadline: number | null;
  /** Who made it: an IAM user's name, or the provider's own word for a system order. */
  readonly userName: string | null;
  /** The task that it stands for, or is a part of, where it is carried out by one. */
  readonly task?: string | undefined;
  /** Made by the provider itself, such as by auto-renewal: never ours (money rule 5). */
  readonly automatic: boolean;
  /**
   * When the periods begin that its lines buy (epoch milliseconds), attached resources' too. Read for
   * an unpaid order asked for by its id; null where that is not shown of every line.
   */
  readonly starts: readonly number[] | null;
  /** Why an order or a task that reads cancelled was not carried out, where the provider says so. */
  readonly failure?: Refusal | undefined;
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

/** What another job has to do with the very renewal that a row asks for (money rule 8). */
export type OrderedBefore =
  /** It paid for it, or a person has found that it is paid: then without an order of ours. */
  | {
      readonly kind: 'renewed';
      readonly job: string;
      readonly paid: { readonly order: string; readonly at: number } | null;
    }
  /** It may have paid for it, and nobody has proved either way. */
  | { readonly kind: 'unproved'; readonly job: string; readonly order: string | null }
  /** It was there first and may order or pay it at any moment. */
  | { readonly kind: 'in hand'; readonly job: string }
  /** It saw a later expiry, whoever has renewed it, at that instant or before (epoch milliseconds). */
  | {
      readonly kind: 'seen renewed';
      readonly job: string;
      readonly expiry: number;
      readonly at: number;
    }
  /** Nothing of it was paid; its last order was read cancelled at that instant (epoch milliseconds). */
  | { readonly kind: 'taken back'; readonly job: string; readonly at: number };
