import { REQUEST } from '../../../reasons/order-words.ts';
import { type Reason, reason } from '../../../reasons/reason.ts';
import { wallText, wallTime } from '../../../values/wall-time.ts';
import type { OrderReading } from '../../readings.ts';
import { movement, type PurchasePart } from '../../rules/purchases.ts';
import { overdueRows } from '../../rules/silences.ts';
import { CALL_MS, CLOCK_MS, isOfOthers } from '../../rules/whose-order.ts';
import type { Context } from '../context.ts';
import type { OrderRows } from '../facts.ts';
import { isOfOurCall, isOfTerm } from '../own-call.ts';

/** What is known of a row whose call got no clear answer. */
export type Evidence =
  /** An order of the call: it is read like one that was named. */
  | { readonly kind: 'order'; readonly order: string }
  | { readonly kind: 'person'; readonly why: Reason; readonly order: string | null }
  /** It may show yet. */
  | { readonly kind: 'wait' }
  | { readonly kind: 'nothing' };

/** An order that was made around the call and holds rows of it. */
export interface Candidate {
  readonly order: OrderReading;
  readonly under: OrderRows;
}

/** A cancelled one tells nothing, but where it says why it was not carried out: as a failed task does. */
export function isTelling({ state, failure }: OrderReading): boolean {
  return state !== 'cancelled' || failure !== undefined;
}

/** What shows of a row of the call, by the orders around it first and then by its expiry. */
export function evidenceOf(
  context: Context,
  part: PurchasePart,
  row: number,
  candidates: readonly Candidate[],
): Evidence {
  const { facts, journal, now, lag, policy } = context;
  const holding = candidates.filter(
    ({ order, under }) =>
      under.rows.includes(row) && (order.term === null || isOfTerm(context, order)),
  );
  const [first, ...others] = holding.filter(({ order }) => order.state !== 'cancelled');
  if (first !== undefined && others.length > 0) {
    const orders = [first, ...others].map(({ order }) => order.id).join(', ');
    return { kind: 'person', why: reason('purchase-many-orders', { orders }), order: orders };
  }
  if (first !== undefined) {
    const { order, under } = first;
    const exact = under.rows.length === 1 && under.listed === 1;
    if (order.state === 'unpaid') {
      return exact && isOfOurCall(context, order, under)
        ? { kind: 'order', order: order.id }
        : {
            kind: 'person',
            why: reason('locked-by-orders', { orders: order.id }),
            order: order.id,
          };
    }
    return exact && !isOfAnotherTime(order, part) && !isOfOthers(order, policy)
      ? { kind: 'order', order: order.id }
      : {
          kind: 'person',
          why: reason('purchase-order-not-ours', { order: order.id }),
          order: order.id,
        };
  }
  if (overdueRows(journal, now, 'resources').has(row)) {
    return { kind: 'person', why: reason('purchase-not-clear'), order: null };
  }
  const look = facts.rows.get(row);
  const expiry = look?.kind === 'shown' ? look.resource.expiry : null;
  const from = part.frozen.expiries[part.rows.indexOf(row)]!;
  const moved = expiry === null ? 'none' : movement(from, expiry, journal.term);
  if (expiry === null || moved === 'none') return failed(context, part, holding);
  // Its order may show later than its expiry.
  if (now < part.frozen.since + lag) return { kind: 'wait' };
  const shown = wallText(wallTime(expiry, policy.expiryZone));
  if (moved !== 'by its term') {
    const why = reason('purchase-moved-otherwise', { expiry: shown });
    return { kind: 'person', why, order: null };
  }
  if (wouldShowItself(part)) {
    const why = reason('purchase-moved-without-us', { expiry: shown });
    return { kind: 'person', why, order: null };
  }
  return {
    kind: 'order',
    order: `${REQUEST}${journal.job}-${journal.chunk}-${part.number}-${row}`,
  };
}

/**
 * Whether an expiry that moved proves nothing of the call where no order or task of it shows: a renewal
 * of ours that is a task is in the list of tasks (Alibaba contract, section 1.3), and a call that was
 * refused at its only sending has renewed nothing.
 */
function wouldShowItself({ frozen, attempt }: PurchasePart): boolean {
  const isRefused = attempt.kind === 'unclear' && attempt.refusal !== undefined;
  return frozen.kind === 'task' || (isRefused && frozen.times === 1);
}

/**
 * One from before the call, or from after it can have been made, is somebody else's, and tells nothing
 * of the call. What a task orders it orders whenever its turn comes; the task itself is made at once.
 */
function isOfAnotherTime(
  { createdAt, task }: OrderReading,
  { frozen, attempt }: PurchasePart,
): boolean {
  if (createdAt === null) return false;
  const isAnswered = attempt.kind === 'unclear' && attempt.refusal !== undefined;
  const last = attempt.at + (isAnswered ? CLOCK_MS : CALL_MS);
  const isMadeAtOnce = frozen.kind !== 'task' || task !== undefined;
  const isLate = isMadeAtOnce && createdAt > last;
  return createdAt < frozen.since - CLOCK_MS || isLate;
}

/**
 * What tells that it failed is the call itself, unless a copy of it shows later and has not failed.
 * For want of money it counts at once: nothing is to be sent after it (money rule 7).
 */
function failed(
  { now, lag, policy }: Context,
  part: PurchasePart,
  holding: readonly Candidate[],
): Evidence {
  const own = holding.find(
    ({ order, under }) =>
      order.state === 'cancelled' &&
      under.rows.length === 1 &&
      under.listed === 1 &&
      !isOfAnotherTime(order, part) &&
      !isOfOthers(order, policy),
  );
  if (own === undefined) return { kind: 'nothing' };
  const { id, failure } = own.order;
  const counts = failure?.remedy === 'suspend' || now >= part.attempt.at + lag;
  return counts ? { kind: 'order', order: id } : { kind: 'wait' };
}
