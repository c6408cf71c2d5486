import type { Reason } from '../reasons/reason.ts';
import type { Money } from '../values/money.ts';
import type { RowOutcome } from './outcome.ts';
import type { Term } from '../values/term.ts';
import type { WallTime } from '../values/wall-time.ts';

/** The sizes of renew calls: the only rungs of the ladder (money rule 6). */
export const RUNGS = [100, 10, 1] as const;
export type Rung = (typeof RUNGS)[number];

/** A row inside a chunk: what was approved, and what became of it so far. */
export interface JournalRow {
  /** Position in the quote, from 0. */
  readonly position: number;
  readonly resourceId: string;
  readonly approved: Money;
  readonly expiry: WallTime;
  /** The most ids that may go into one renew call with this row. */
  readonly rung: Rung;
  /** Its price is asked for alone, because an order with it was dearer than approved. */
  readonly priceAlone: boolean;
  /** The price of the last pre-flight, by which an order's amount is allocated. */
  readonly price: Money | null;
  /** The list price of the last pre-flight. */
  readonly list: Money | null;
  /** Since when the price call calls it busy: it is asked for once more later. Epoch milliseconds. */
  readonly busySince?: number | undefined;
  readonly outcome: RowOutcome | null;
}

/** The discount that a payment sends, in the provider's own words. */
export interface DiscountChoice {
  readonly id: string;
  readonly type: number;
}

/** Why an order is not paid. */
export type CancelReason =
  | 'dearer than approved'
  | 'expiry moved'
  | 'renewed elsewhere'
  | 'coverage not proven'
  | 'discount refused'
  | 'terms changed'
  | 'payment refused'
  | 'deadline passed'
  | 'budget used up'
  | 'not asked for'
  | 'job ended';

/**
 * Where an order stands. `paying` and `cancelling` are intents: found without an answer they are
 * unknown, and the provider's order is read before anything else (money rules 1 and 2).
 */
export type OrderState =
  | {
      readonly kind: 'made';
      /** Its payment was refused for its own state, which lets it be paid: tried once more. */
      readonly refusal?: RefusalNote | undefined;
    }
  | {
      readonly kind: 'paying' | 'paid';
      readonly compared: Money;
      readonly discount: DiscountChoice | null;
      readonly at: number;
      /** What the provider has charged, where that is more than was compared: told already. */
      readonly charged?: Money | undefined;
      /** The payment, or the one before, was refused for the order's own state: to be read. */
      readonly refusal?: RefusalNote | undefined;
    }
  | { readonly kind: 'completed'; readonly compared: Money | null; readonly charged: Money }
  | {
      readonly kind: 'cancelling' | 'cancelled';
      readonly because: CancelReason;
      /** The provider's own words, where a refusal of the payment is the reason. */
      readonly refusal?: RefusalNote | undefined;
    }
  /** A person's. `charged` is what was paid for it and never completed; absent: nothing, or unknown. */
  | { readonly kind: 'unclear'; readonly why: Reason; readonly charged?: Money | undefined };

/** An order of ours at the provider. */
export interface Order {
  readonly id: string;
  /** Indexes of `Journal.rows` that the order is proven to cover; null: not proven yet. */
  readonly rows: readonly number[] | null;
  readonly state: OrderState;
}

/** A refusal as the sheet shows it. */
export interface RefusalNote {
  readonly code: string;
  readonly reason: Reason;
  /** Of a call for one id: what is to become of its row, unless an order turns out to lock it. */
  readonly next?: 'give up' | 'later' | undefined;
}

/** What is known of a part's renew call. */
export type RenewState =
  /** The call may be out there; by `attempt`, the lease owner that wrote the intent. */
  | { readonly kind: 'intended'; readonly at: number; readonly attempt: string }
  /**
   * No clear answer came; settled once no call can be in flight any more. With `nameOnly` the answer
   * was a clear no, yet a row is locked since: an order is only named to a person then.
   */
  | {
      readonly kind: 'parked';
      readonly at: number;
      /** For the log alone. */
      readonly why: string;
      readonly nameOnly?: true | undefined;
    }
  /** Answered: accepted, or refused with a code. Orders stand in `Part.orders` either way. */
  | { readonly kind: 'answered'; readonly at: number; readonly refusal: RefusalNote | null };

/** The rows of one renew call, and the orders it made. */
export interface Part {
  readonly number: number;
  /** Indexes of `Journal.rows`. */
  readonly rows: readonly number[];
  /** Pre-flight sums of its rows, for proving coverage by the amount. */
  readonly expected: { readonly list: Money | null; readonly price: Money };
  readonly renew: RenewState;
  readonly orders: readonly Order[];
}

/** open: work to do; sealed: nothing new is ordered or paid; finished: counted on the job. */
export const JOURNAL_STATES = ['open', 'sealed', 'finished'] as const;

/** Who works on the chunk, until when (epoch milliseconds). */
export interface Lease {
  readonly owner: string;
  readonly until: number;
}

/**
 * The durable record of a chunk. Written whole, each time under the condition that its version is
 * the one read before, so that two workers can never both write (design 6).
 */
export interface Journal {
  readonly job: string;
  readonly chunk: number;
  readonly account: string;
  readonly term: Term;

  readonly state: (typeof JOURNAL_STATES)[number];
  readonly lease: Lease | null;
  readonly version: number;
  /** Tells whether a write whose answer was lost is our own. */
  readonly nonce: string;
  /** Claims since the last progress or orderly end: two without any make the chunk a poison one. */
  readonly claims: number;
  /** How often the chunk was left alone for an hour because every run at it failed. */
  readonly rests?: number | undefined;
  /** When it was last written (epoch milliseconds): how the tick tells a quiet chunk. */
  readonly savedAt: number;
  /** When to go on, where the work had to stop and no message is on its way; else null. */
  readonly again: number | null;
  /** How often the work had to stop and go on later: the pauses grow with it. */
  readonly waits?: number | undefined;
  /** Messages sent to go on with this chunk, for their deduplication ids. */
  readonly continuations: number;
  /** The account's balance when the job's first chunk was looked at. */
  readonly balance: Money | null;
  /** What the account had left when it did not suffice in this epoch of the job. */
  readonly left?: { readonly epoch: number; readonly amount: Money } | undefined;
  readonly rows: readonly JournalRow[];
  readonly parts: readonly Part[];
}
