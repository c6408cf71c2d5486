import type { Reason } from '../reasons/reason.ts';
import type { Money } from '../values/money.ts';
import type { Part, TurnedDown } from './journal.ts';
import type { DiscountChoice, RefusalNote } from './notes.ts';
import type { RowOutcome } from './outcome.ts';
import type { CancelReason } from './states/order-state.ts';
import type { Silence } from './states/silence.ts';

/** A part that is to be called: what an intent says of it. */
export type PlannedPart = Pick<Part, 'number' | 'rows' | 'expected' | 'frozen'>;

/** What is to be paid: the rows the order is proven to cover, and what was compared. */
export interface PayIntent {
  readonly order: string;
  readonly rows: readonly number[];
  readonly compared: Money;
  readonly discount: DiscountChoice | null;
}

/** An order that is completed, and what was charged for it; null: the provider's figures differ. */
export interface ChargedOrder {
  readonly order: string;
  readonly charged: Money | null;
  /** What was taken beside that as tax, where the provider tells it. */
  readonly tax?: Money | undefined;
}

/** An unpaid order that no journal knew. */
export interface FoundOrder {
  readonly order: string;
  /** Indexes of the rows that name it: those listed under it, else those of the calls it may be of. */
  readonly rows: readonly number[];
  /** The provider lists the rows under it. */
  readonly listed: boolean;
  /** Shown to be ours: it is cancelled. Any other is only named (money rule 5). */
  readonly ours: boolean;
}

/** A paid order that is given to a person, and what is known of it at last. */
export interface Overdue {
  readonly order: string;
  /** What was charged; null where nothing was, or where that cannot be seen. */
  readonly charged: Money | null;
  readonly why: Reason;
  /** Later expiries of its rows by index, where the order is completed. */
  readonly expiries: ReadonlyMap<number, number>;
}

/** What happened to who works on a chunk. Instants are epoch milliseconds. */
export type WorkEvent =
  | { readonly kind: 'claimed'; readonly owner: string; readonly until: number }
  /** An orderly end: the next worker need not wait for the lease. */
  | { readonly kind: 'released' }
  | { readonly kind: 'backed off'; readonly until: number }
  /** Out of time, and a message goes on; `idle`: nothing has come a step on by this run. */
  | { readonly kind: 'continued'; readonly idle: boolean }
  | { readonly kind: 'put to rest'; readonly until: number }
  /** A person sent it again. */
  | { readonly kind: 'redriven' }
  /** A no about the whole account, for which the job is to be suspended: durable before it is. */
  | { readonly kind: 'account refused'; readonly epoch: number; readonly reason: Reason }
  /** Nothing new is ordered or paid from here on. */
  | { readonly kind: 'sealed' }
  /** A sealed chunk is closed, and nothing of it is looked for any more. */
  | { readonly kind: 'ended' }
  /** Every row has an outcome, or waits for a paid order alone. */
  | { readonly kind: 'finished' };

/** What was learnt of rows. */
export type RowEvent =
  | { readonly kind: 'balance read'; readonly amount: Money }
  | { readonly kind: 'rest of the balance read'; readonly epoch: number; readonly amount: Money }
  | {
      readonly kind: 'rows priced';
      readonly prices: ReadonlyMap<number, { readonly price: Money; readonly list: Money | null }>;
    }
  | { readonly kind: 'rows busy'; readonly rows: readonly number[]; readonly at: number }
  /**
   * Somebody else was seen to have renewed it: it is watched until its expiry shows that, or shows it
   * again. `order`: the one that was bought, or ours that was about to be paid.
   */
  | {
      readonly kind: 'row left to others';
      readonly row: number;
      readonly order: string;
      readonly at: number;
      readonly why: 'bought elsewhere' | 'seen renewed';
    }
  /** No longer watched: they are ordered again. */
  | { readonly kind: 'rows freed'; readonly rows: readonly number[] }
  | { readonly kind: 'rows settled'; readonly outcomes: ReadonlyMap<number, RowOutcome> }
  /** A person has looked at it and says what became of it. */
  | { readonly kind: 'row checked'; readonly row: number; readonly outcome: RowOutcome }
  /**
   * The chunk ends: every row but those waiting for a paid order gets an outcome. `swept`: what its
   * calls may have made without naming it was looked for until all must show.
   */
  | { readonly kind: 'rows closed'; readonly why: Reason; readonly swept: boolean };

/** What a renew call was answered, with every order id in the answer (money rule 1). */
export interface RenewAnswered {
  readonly kind: 'call answered';
  readonly part: number;
  readonly at: number;
  readonly orders: readonly string[];
  readonly said:
    | { readonly kind: 'accepted' }
    | {
        readonly kind: 'unclear';
        readonly why: string;
        /** The no that is not believed yet. */
        readonly refusal?: RefusalNote | undefined;
      }
    | { readonly kind: 'refused'; readonly refusal: RefusalNote }
    | { readonly kind: 'busy'; readonly refusal: RefusalNote }
    | { readonly kind: 'refused alone'; readonly refusal: RefusalNote };
  /** The rows of its orders, where the answer tells them. */
  readonly rowsOf?: ReadonlyMap<string, readonly number[]> | undefined;
  /** Rows the provider named as not renewed. */
  readonly failed: ReadonlyMap<number, RowOutcome>;
  /** Named as held or busy beside the orders that were made; absent: none. */
  readonly turnedDown?: TurnedDown | undefined;
  /** Rows that go into smaller calls next. */
  readonly lowered: { readonly rows: readonly number[]; readonly rung: number } | null;
}

/** What became of renew calls. */
export type AttemptEvent =
  | {
      readonly kind: 'call intended';
      readonly parts: readonly PlannedPart[];
      readonly at: number;
      readonly by: string;
    }
  /** Nothing shows what became of a call that pays at once: the very same is sent once more. */
  | {
      readonly kind: 'call repeated';
      readonly part: number;
      readonly at: number;
      readonly by: string;
    }
  | RenewAnswered
  /** Turned away before anything was done: as if it had never been called. */
  | { readonly kind: 'call turned away'; readonly part: number }
  /** Orders lock rows although no call of ours named one, or nobody tells whether they do. */
  | { readonly kind: 'orders sought'; readonly rows: readonly number[] }
  /** The orders that came with the unclear answer are ours. */
  | { readonly kind: 'named orders taken'; readonly part: number }
  /** Nothing has shown for so long that the no was to the call itself, and not to a copy of it. */
  | {
      readonly kind: 'refusal believed';
      readonly part: number;
      readonly refusal: RefusalNote;
      /** The size of the calls that its rows go into next. */
      readonly rung: number;
    }
  | { readonly kind: 'nothing was made'; readonly part: number; readonly sizes: readonly number[] }
  | {
      readonly kind: 'orders adopted';
      readonly part: number;
      readonly orders: readonly string[];
      /** The rows of each, where they are known for certain. */
      readonly rows?: ReadonlyMap<string, readonly number[]> | undefined;
    }
  /** Orders that are shown to be ours, and are not what was asked for. */
  | {
      readonly kind: 'orders unwanted';
      readonly part: number;
      /** With the rows listed under each, also of other calls. */
      readonly orders: readonly CoveredOrder[];
    }
  | {
      readonly kind: 'order not found';
      readonly part: number;
      readonly locked: readonly number[];
      /** Rows of which no answer came: whether an order locks them is not known. */
      readonly unseen?: readonly number[] | undefined;
      /** Orders to name to a person. */
      readonly orders: readonly string[];
    }
  /** By the sweep at the chunk's end. */
  | { readonly kind: 'orders found'; readonly orders: readonly FoundOrder[]; readonly at: number };

/** An order with the rows that it is proven to cover. */
export type CoveredOrder = Pick<PayIntent, 'order' | 'rows'>;

/** What became of orders. */
export type OrderEvent =
  | { readonly kind: 'coverage proven'; readonly orders: readonly CoveredOrder[] }
  | {
      readonly kind: 'payment intended';
      readonly orders: readonly PayIntent[];
      readonly at: number;
    }
  | { readonly kind: 'payment accepted'; readonly order: string; readonly at: number }
  | { readonly kind: 'payment unanswered'; readonly order: string; readonly at: number }
  /** Refused for the order's own state: it is read. */
  | {
      readonly kind: 'payment refused';
      readonly order: string;
      readonly at: number;
      readonly refusal: RefusalNote;
    }
  /** Turned away by a busy provider: the order stays as it was made. */
  | { readonly kind: 'payment put off'; readonly order: string }
  /** Refused for the account: read before people are told. */
  | { readonly kind: 'payment declined'; readonly order: string; readonly at: number }
  | { readonly kind: 'payment seen'; readonly order: string }
  /** Read unpaid after a clear no, or once no call can be in flight any more: it may be paid anew. */
  | { readonly kind: 'payment not made'; readonly order: string }
  /** It reads paid, and no payment of ours is under way: one that was sent before may have been it. */
  | {
      readonly kind: 'paid by somebody';
      readonly order: string;
      readonly rows: readonly number[] | null;
      readonly amount: Money;
      readonly at: number;
    }
  | {
      readonly kind: 'cancel decided';
      readonly order: string;
      readonly because: CancelReason;
      readonly rows: readonly number[] | null;
      readonly refusal: RefusalNote | null;
    }
  /** It reads cancelled; `because`, where it was not we who marked it. */
  | {
      readonly kind: 'cancelled';
      readonly order: string;
      readonly because: CancelReason;
      readonly at: number;
      /** What is listed under it; left out: as before. */
      readonly rows?: readonly number[] | undefined;
      /** Why the provider did not carry it out, where it says so. */
      readonly refusal?: RefusalNote | undefined;
    }
  | {
      readonly kind: 'left to a person';
      readonly order: string;
      readonly why: Reason;
    }
  | { readonly kind: 'charged above'; readonly order: string; readonly charged: Money }
  | {
      readonly kind: 'completed';
      readonly orders: readonly ChargedOrder[];
      readonly rows: readonly number[];
      readonly expiries: ReadonlyMap<number, number>;
      /** What is said of its rows. */
      readonly why: Reason;
    }
  | { readonly kind: 'given up'; readonly overdue: Overdue };

/** Whether the provider answers (money rule 11). Questions have the names of `decision.ts`. */
export type SilenceEvent =
  | {
      readonly kind: 'not answered';
      readonly question: string;
      /** The rows that were asked about together; empty where it was not about rows. */
      readonly rows: readonly number[];
      readonly at: number;
      readonly said: string;
      /** The provider said that it is busy: it is not these rows that it does not answer about. */
      readonly busy: boolean;
      /** When it answered another question of the kind in the same run; null: it did not. */
      readonly heard: number | null;
    }
  | {
      readonly kind: 'answered';
      readonly question: string;
      readonly rows: readonly number[];
      readonly at: number;
    }
  /** At the end of a run only these are still waited for: what became of the others is known by other ways. */
  | { readonly kind: 'waited for'; readonly silences: readonly Silence[] }
  /** It answers the same about something else of the job. */
  | { readonly kind: 'heard elsewhere'; readonly at: number };

/** All that can happen to a journal. */
export type JournalEvent = WorkEvent | RowEvent | AttemptEvent | OrderEvent | SilenceEvent;
