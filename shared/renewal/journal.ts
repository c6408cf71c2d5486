import type { Reason } from '../reasons/reason.ts';
import type { Money } from '../values/money.ts';
import type { Term } from '../values/term.ts';
import type { WallTime } from '../values/wall-time.ts';
import type { RowOutcome } from './outcome.ts';
import type { RenewalRoute } from './readings.ts';
import type { AttemptKind, AttemptState } from './states/attempt-state.ts';
import type { ChunkState, Work } from './states/chunk-state.ts';
import type { OrderState, Payment } from './states/order-state.ts';
import type { Silence } from './states/silence.ts';
import type { Pricing } from './states/row-state.ts';

/** A row inside a chunk: what was approved, and what became of it so far. */
export interface JournalRow {
  /** Position in the quote, from 0. */
  readonly position: number;
  readonly resourceId: string;
  readonly approved: Money;
  readonly expiry: WallTime;
  /** The product that the row says it is of; absent: it says none. */
  readonly product?: string | undefined;
  /** The most ids that may go into one renew call with this row (money rule 6). */
  readonly rung: number;
  readonly pricing: Pricing;
  /** The price of the last pre-flight, by which an order's amount is allocated. */
  readonly price: Money | null;
  /** The list price of the last pre-flight. */
  readonly list: Money | null;
  readonly outcome: RowOutcome | null;
}

/** An order of ours at the provider. */
export interface Order {
  readonly id: string;
  /** Indexes of `Journal.rows` that the order is proven to cover; null: not proven yet. */
  readonly rows: readonly number[] | null;
  readonly state: OrderState;
  /**
   * The payment that was sent for it last; absent: none was, or it was sent by an earlier release. One
   * that was refused, or after which the order read unpaid, can have taken effect all the same.
   */
  readonly tried?: Payment | undefined;
}

/**
 * What a call that pays at once is sent with, from the look right before it: kept with the intent, so
 * that a repeat is the same call (money rule 2).
 */
export interface FrozenCall {
  readonly kind: Exclude<AttemptKind, 'reserve'>;
  /** For people. */
  readonly product: string;
  /** Product, region and codes in the adapter's words. */
  readonly sent: string;
  /** Of each of its rows, in their order (epoch milliseconds). */
  readonly expiries: readonly number[];
  readonly repeat: RenewalRoute['repeat'];
  /** When it was sent first (epoch milliseconds), and how often in all. */
  readonly since: number;
  readonly times: number;
}

/** The rows of one renew call, where the attempt at it stands, and the orders it made. */
export interface Part {
  readonly number: number;
  readonly kind: AttemptKind;
  /** Indexes of `Journal.rows`. */
  readonly rows: readonly number[];
  /** Pre-flight sums of its rows, for proving coverage by the amount. */
  readonly expected: { readonly list: Money | null; readonly price: Money };
  readonly attempt: AttemptState;
  /** Of a call that pays at once; else absent. */
  readonly frozen?: FrozenCall | undefined;
  /** Rows that it was not carried out for, beside orders of the others; else absent. */
  readonly turnedDown?: TurnedDown | undefined;
  readonly orders: readonly Order[];
}

/** Rows that were free when they were priced, and that a renew call said otherwise of (indexes). */
export interface TurnedDown {
  /** An unpaid order is said to hold them: of a copy of the very call, it may be (money rule 5). */
  readonly held: readonly number[];
  /** Something is said to be under way with them. */
  readonly busy: readonly number[];
}

/**
 * The durable record of a chunk. Written whole, each time under the condition that its version is
 * the one read before, so that two workers can never both write. Changed by events alone: see
 * `apply.ts`.
 */
export interface Journal {
  readonly job: string;
  readonly chunk: number;
  readonly account: string;
  readonly term: Term;

  readonly state: ChunkState;
  readonly work: Work;
  readonly version: number;
  /** Tells whether a write whose answer was lost is our own. */
  readonly nonce: string;
  /** Claims since the last progress or orderly end: three without any make the chunk rest. */
  readonly claims: number;
  /** How often the chunk was left alone for an hour because every run at it failed. */
  readonly rests: number;
  /** When it was last written (epoch milliseconds): how the tick tells a quiet chunk. */
  readonly savedAt: number;
  /** How often the work had to stop and go on later: the pauses grow with it. */
  readonly waits: number;
  /** Messages sent to go on with this chunk, for their deduplication ids. */
  readonly continuations: number;
  /** Of these, how many in a row by which nothing came a step on; absent: none. */
  readonly idle?: number | undefined;
  /** The account's balance when the job's first chunk was looked at. */
  readonly balance: Money | null;
  /** What the account had left when it did not suffice in this epoch of the job. */
  readonly left: { readonly epoch: number; readonly amount: Money } | null;
  /** The last no about the whole account, and in which epoch of the job it came; absent: none. */
  readonly refused?: { readonly epoch: number; readonly reason: Reason } | undefined;
  /** When a row, an order or a call last came a step on; absent: when it was last written. */
  readonly movedAt?: number | undefined;
  /** Questions that got no clear answer yet; absent: none. */
  readonly silences?: readonly Silence[] | undefined;
  readonly rows: readonly JournalRow[];
  readonly parts: readonly Part[];
}
