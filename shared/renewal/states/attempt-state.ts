import type { RefusalNote } from '../notes.ts';

/**
 * How a provider renews: `reserve` makes an unpaid order, which is compared and then paid or
 * cancelled; `purchase` orders and pays in one call; `task` is a purchase that it carries out later.
 */
export const ATTEMPT_KINDS = ['reserve', 'purchase', 'task'] as const;
export type AttemptKind = (typeof ATTEMPT_KINDS)[number];

/** The call may be out there; `by` is the lease owner that wrote the intent (money rule 1). */
export interface Intended {
  readonly kind: 'intended';
  /** Epoch milliseconds. */
  readonly at: number;
  readonly by: string;
}
/** No clear answer came: settled by looking, once no call can be in flight any more (money rule 5). */
export interface Unclear {
  readonly kind: 'unclear';
  /** Epoch milliseconds of the answer's end. */
  readonly at: number;
  /** For the log. */
  readonly why: string;
  /** A no that a copy of the call may have been given: believed once nothing has shown for long. */
  readonly refusal?: RefusalNote | undefined;
}
/** An order locks the row although no call of ours named one: it is looked for, adopted or cancelled. */
export interface Seeking {
  readonly kind: 'seeking';
  readonly at: number;
  readonly why: string;
}
/** The same after a clear no, or once sought in vain: an order is only named to a person. */
export interface Naming {
  readonly kind: 'naming';
  readonly at: number;
  readonly why: string;
}
/** The call was accepted; its orders stand beside it. */
export interface Accepted {
  readonly kind: 'accepted';
  readonly at: number;
}
/** A clear no to the whole call, or beside orders that it made. */
export interface Refused {
  readonly kind: 'refused';
  readonly at: number;
  readonly refusal: RefusalNote;
}
/** A call for one id was told that it is busy: once more later. */
export interface Busy {
  readonly kind: 'busy';
  readonly at: number;
  readonly refusal: RefusalNote;
}
/** A call for one id was refused: its row is given up, unless an order turns out to lock it. */
export interface RefusedAlone {
  readonly kind: 'refused alone';
  readonly at: number;
  readonly refusal: RefusalNote;
}
/** The unclear call was settled: what it may have made is known, or nothing was made. */
export interface Settled {
  readonly kind: 'settled';
  readonly at: number;
}
/** What locks its rows was not found, or is not ours to touch: its rows are a person's. */
export interface LeftToPerson {
  readonly kind: 'left to a person';
  readonly at: number;
}
/** Nothing locks its row any more. */
export interface Released {
  readonly kind: 'released';
  readonly at: number;
}

/** Where an attempt to renew the rows of one call stands. */
export type AttemptState =
  | Intended
  | Unclear
  | Seeking
  | Naming
  | Accepted
  | Refused
  | Busy
  | RefusedAlone
  | Settled
  | LeftToPerson
  | Released;

export type AttemptStateKind = AttemptState['kind'];

/** What is asked of an attempt's state. */
interface AttemptTraits {
  /** A call may be in flight, or an order of it unknown: its rows are not touched. */
  readonly open: boolean;
  /** Something kept a call with these rows from its order: what locks them later may be of its making. */
  readonly failed: boolean;
}

/** The states of an attempt, in the order of its life. */
export const ATTEMPT_STATES: Readonly<Record<AttemptStateKind, AttemptTraits>> = {
  intended: { open: true, failed: false },
  unclear: { open: true, failed: false },
  seeking: { open: true, failed: false },
  naming: { open: true, failed: false },
  accepted: { open: false, failed: false },
  refused: { open: false, failed: true },
  busy: { open: false, failed: true },
  'refused alone': { open: false, failed: true },
  settled: { open: false, failed: true },
  'left to a person': { open: false, failed: false },
  released: { open: false, failed: false },
};
