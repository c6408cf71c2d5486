import type { Refusal } from '../answer.ts';
import type {
  OrderDiscount,
  OrderedBefore,
  OrderReading,
  PriceReading,
  ProviderResource,
} from '../readings.ts';
import type { OpenPayment } from '../rules/first-payment.ts';
import type { Stop } from './decision.ts';

/**
 * When a question was asked: `tick` counts what happened in this run, so that "after the order
 * existed" can be checked however fast the clock; `at` is the clock (epoch milliseconds). The
 * question's begin counts, never its answer.
 */
export interface Asked {
  readonly tick: number;
  readonly at: number;
}

/** What a look at a row's resource showed. Not shown is no proof of absence. */
export type RowReading =
  | { readonly kind: 'shown'; readonly resource: ProviderResource }
  | { readonly kind: 'not shown' }
  /** The provider would not even look it up. */
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export type RowLook = Asked & RowReading;

/** A row's price: null where the provider gave neither price nor reason. */
export interface PriceLook extends Asked {
  readonly alone: boolean;
  /** The rows that were priced in the same call, and the tick of its answer. */
  readonly company: readonly number[];
  readonly answered: number;
  readonly reading: PriceReading | null;
}

/** Whether an unpaid order locked a row. */
export interface LockLook extends Asked {
  readonly locked: boolean;
}

/** What a look at an order showed. */
export type OrderLook = Asked &
  ({ readonly kind: 'shown'; readonly order: OrderReading } | { readonly kind: 'hidden' });

/** The discounts of an order; `unsure`: the provider does not tell which there are. */
export type DiscountLook = Asked &
  (
    | { readonly kind: 'offered'; readonly offers: readonly OrderDiscount[] }
    | { readonly kind: 'unsure' }
  );

/** The main resources listed under an order: how many, and which of them are rows of the chunk. */
export interface OrderRows extends Asked {
  readonly listed: number;
  readonly rows: readonly number[];
}

/** Whether the job may still be worked on: null, or why not. */
export interface Permit extends Asked {
  readonly stop: Stop | null;
  /** Epoch milliseconds until which its approval stands. */
  readonly validUntil: number;
}

/** Why the job may not be worked on at that instant; null: it may. */
export function stopAt({ stop, validUntil }: Permit, now: number): Stop | null {
  return stop ?? (now < validUntil ? null : { kind: 'no longer running' });
}

/** What the memory of orders told once this chunk had entered itself there (money rule 8). */
export interface Remembered {
  /** When the chunk was first entered (epoch milliseconds). */
  readonly since: number;
  /** Rows that another job has or had to do with, by index. */
  readonly rows: ReadonlyMap<number, OrderedBefore>;
}

/** What was read in this run, and when. An answer that did not come is a fact too. */
export interface Facts {
  readonly rows: ReadonlyMap<number, RowLook>;
  readonly prices: ReadonlyMap<number, PriceLook>;
  readonly orders: ReadonlyMap<string, OrderLook>;
  readonly discounts: ReadonlyMap<string, DiscountLook>;
  readonly orderRows: ReadonlyMap<string, OrderRows>;
  /** Whether an unpaid order locks a row of a call without a clear answer, by row. */
  readonly locks: ReadonlyMap<number, LockLook>;
  /** Renewal orders made around a part's call. */
  readonly around: ReadonlyMap<number, Asked & { readonly orders: readonly OrderReading[] }>;
  /** What stands in the journals of the job: the ids of all orders, and whether calls were made. */
  readonly job:
    | (Asked & {
        readonly orders: ReadonlySet<string>;
        readonly begun: boolean;
        /** Tasks in other chunks of the job that are not known to have ended. */
        readonly tasks: number;
        /** Payments of other chunks that are not done with, so that what they took was not read. */
        readonly payments: readonly OpenPayment[];
      })
    | null;
  /** When the list of paid orders was read. */
  readonly paidList: Asked | null;
  /** Renewal orders that were paid of late, by whomever. */
  readonly othersPaid: (Asked & { readonly orders: readonly OrderReading[] }) | null;
  /** Renewal orders that are unpaid, or in passing and may come to be, by whomever. */
  readonly unpaid: (Asked & { readonly orders: readonly OrderReading[] }) | null;
  readonly permit: Permit | null;
  /** The kinds of charges that were read in chunks of the job before; read with the permit. */
  readonly chargesRead: readonly string[];
  /** How many ids a renew call of the account takes at most. */
  readonly rung: number | null;
  /** What is remembered of other jobs; null: not asked yet. */
  readonly remembered: Remembered | null;
  /** Whether the balance was asked for, whatever the answer. */
  readonly balanceAsked: boolean;
  /** Orders that were told to be cancelled in this run, and whether that was refused. */
  readonly cancels: ReadonlyMap<string, Asked & { readonly refused: boolean }>;
  /** Parts made in this run, by row. */
  readonly tries: ReadonlyMap<number, number>;
  /** Why the work must stop; null: it need not. */
  readonly stop: Stop | null;
  /** Questions that got no clear answer in this run: to be asked again in a later one. */
  readonly silent: ReadonlySet<string>;
  /** Questions and calls that are under way. */
  readonly underWay: ReadonlySet<string>;
  /** When something last changed, by `order <id>`, `made <id>`, `row <index>`, `payments`, `calls`, `closed`; absent: before this run. */
  readonly changed: ReadonlyMap<string, number>;
}

/** Older than this, a look does not decide about a payment any more (milliseconds). */
export const LOOK_AGE_MS = 30_000;

function isSince(facts: Facts, asked: Asked | null | undefined, what: string): boolean {
  return (asked?.tick ?? -1) > (facts.changed.get(what) ?? 0);
}

/** Whether the question was asked after the order came to stand as it does. */
export function sinceOrder(facts: Facts, asked: Asked | null | undefined, id: string): boolean {
  return isSince(facts, asked, `order ${id}`);
}

/** Whether the question was asked after the order existed (money rule 4). */
export function sinceMade(facts: Facts, asked: Asked | null | undefined, id: string): boolean {
  return isSince(facts, asked, `made ${id}`);
}

/** Whether the question was asked after the last thing that happened to the row. */
export function sinceRow(facts: Facts, asked: Asked | null | undefined, row: number): boolean {
  return isSince(facts, asked, `row ${row}`);
}
