import type { Reason } from '../../reasons/reason.ts';
import type { Money } from '../../values/money.ts';
import type { DiscountChoice, RefusalNote } from '../notes.ts';

/** Why an order is not paid. */
export const CANCEL_REASONS = [
  'dearer than approved',
  'expiry moved',
  'expiry not shown',
  'renewed elsewhere',
  'held elsewhere',
  'cancelled by somebody',
  'coverage not proven',
  'discount refused',
  'terms changed',
  'payment refused',
  'deadline passed',
  'budget used up',
  'not asked for',
  'job ended',
  'left unpaid',
  'not carried out',
] as const;

export type CancelReason = (typeof CANCEL_REASONS)[number];

/** A payment: the amount that was compared with the approval, the discount that is sent, and when. */
export interface Payment {
  readonly compared: Money;
  readonly discount: DiscountChoice | null;
  /** Epoch milliseconds: of the intent, or of the answer once there was one. */
  readonly at: number;
}

/** The order is unpaid, and nothing was tried with it. */
export interface Made {
  readonly kind: 'made';
}
/** Its payment was refused for its own state, which lets it be paid all the same: tried once more. */
export interface PayableAgain {
  readonly kind: 'payable again';
  readonly refusal: RefusalNote;
}
/** The intent to pay is written: the call may be out there (money rule 1). */
export interface Paying extends Payment {
  readonly kind: 'paying';
}
/** The second payment of an order that was refused once. */
export interface PayingAgain extends Payment {
  readonly kind: 'paying again';
  readonly refusal: RefusalNote;
}
/**
 * No clear answer came, or it was to be paid by the very call that made it, as whatever pays at once:
 * the order is read, never paid again blindly (money rule 2).
 */
export interface PaymentUnclear extends Payment {
  readonly kind: 'payment unclear';
}
/** The payment was refused for the order's own state, once at least: the order is read. */
export interface PaymentRefused extends Payment {
  readonly kind: 'payment refused';
  readonly refusal: RefusalNote;
}
/**
 * The payment was refused for the account: read before anything is told of it, for a refusal can be
 * untrue. `refusal`: of an earlier payment, for the order's own state.
 */
export interface PaymentDeclined extends Payment {
  readonly kind: 'payment declined';
  readonly refusal: RefusalNote | null;
}
/** Paid, and not seen completed yet. */
export interface Paid extends Payment {
  readonly kind: 'paid';
  /**
   * Who has paid it; absent: we have. Of others `compared` is what it showed then. Unknown: a payment of
   * ours was refused or not seen, and it reads paid.
   */
  readonly by?: 'others' | 'unknown' | undefined;
}
/** Paid, and charged more than was compared: people were told (money rule 3). */
export interface Overcharged extends Payment {
  readonly kind: 'overcharged';
  readonly charged: Money;
}
/**
 * Paid and completed, its rows shown renewed. `compared` is null where somebody else has paid it, or
 * may have, `charged` where the provider's figures for it differ.
 */
export interface Completed {
  readonly kind: 'completed';
  readonly compared: Money | null;
  readonly discount: DiscountChoice | null;
  readonly charged: Money | null;
  /** What was taken beside that as tax, where the provider tells it. */
  readonly tax?: Money | undefined;
}
/** To be cancelled, and read back: only an order that reads cancelled sets its rows free. */
export interface Cancelling {
  readonly kind: 'cancelling';
  readonly because: CancelReason;
  /** The provider's refusal of the payment, where that is the reason. */
  readonly refusal: RefusalNote | null;
}
/** Reads cancelled; nothing was paid for it. */
export interface Cancelled {
  readonly kind: 'cancelled';
  readonly because: CancelReason;
  /** When it was read so, in epoch milliseconds; 0: before that was kept. */
  readonly at: number;
}
/** A person's. */
export interface ForReview {
  readonly kind: 'for review';
  readonly why: Reason;
  /** What was paid for it and never completed; null: nothing, or unknown. */
  readonly charged: Money | null;
}

/** Where an order stands. There are no other states, and none hides in a flag. */
export type OrderState =
  | Made
  | PayableAgain
  | Paying
  | PayingAgain
  | PaymentUnclear
  | PaymentRefused
  | PaymentDeclined
  | Paid
  | Overcharged
  | Completed
  | Cancelling
  | Cancelled
  | ForReview;

export type OrderStateKind = OrderState['kind'];

/** What is asked of an order's state: one answer for each state, so that a new one must give its own. */
interface OrderTraits {
  /** Nothing can come of it any more. */
  readonly closed: boolean;
  /** Whether money has left for it. */
  readonly money: 'none' | 'in doubt' | 'taken';
}

/** The states of an order, in the order of its life. */
export const ORDER_STATES: Readonly<Record<OrderStateKind, OrderTraits>> = {
  made: { closed: false, money: 'none' },
  'payable again': { closed: false, money: 'none' },
  paying: { closed: false, money: 'in doubt' },
  'paying again': { closed: false, money: 'in doubt' },
  'payment unclear': { closed: false, money: 'in doubt' },
  'payment refused': { closed: false, money: 'in doubt' },
  'payment declined': { closed: false, money: 'in doubt' },
  paid: { closed: false, money: 'taken' },
  overcharged: { closed: false, money: 'taken' },
  completed: { closed: true, money: 'taken' },
  cancelling: { closed: false, money: 'none' },
  cancelled: { closed: true, money: 'none' },
  'for review': { closed: true, money: 'in doubt' },
};

/** Kinds of states in which money stands like that and the order is not closed. */
export function liveKinds(money: OrderTraits['money']): readonly OrderStateKind[] {
  return (Object.keys(ORDER_STATES) as OrderStateKind[]).filter(
    (kind) => !ORDER_STATES[kind].closed && ORDER_STATES[kind].money === money,
  );
}
