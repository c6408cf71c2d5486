import type { ReasonId } from '../../reasons/catalogue.ts';
import type { Journal, FrozenCall } from '../journal.ts';
import type { RefusalNote } from '../notes.ts';

/** What refusals of renew calls for one id alone make of its row. */
export type AfterRefusal =
  | { readonly kind: 'order' }
  /** Ordered again, but not before then (epoch milliseconds). */
  | { readonly kind: 'wait'; readonly until: number }
  /** An order is said to hold it that no read shows: it is looked for. */
  | { readonly kind: 'seek' }
  | { readonly kind: 'give up'; readonly refusal: RefusalNote };

/** How long a busy resource or order is left alone before its second call. */
const LATER_MS = 60_000;

/**
 * A resource that is busy is ordered once more later. One that an unpaid order is said to hold is
 * given up only after that order was looked for as long as it may show late, and the call was refused
 * so once more (money rule 5): the order may be of our own making. A refusal whose order was ours and is
 * cancelled says nothing of the row any more. Any other refusal of it alone ends its row.
 */
export function afterRefusals(journal: Journal, index: number, now: number): AfterRefusal {
  const alone = journal.parts.filter(({ rows }) => rows.length === 1 && rows[0] === index);
  const refusals = alone.flatMap(({ number, attempt }) =>
    (attempt.kind === 'busy' || attempt.kind === 'refused alone') &&
    !(isHeld(attempt.refusal) && isTakenBack(journal, index, number))
      ? [{ number, attempt }]
      : [],
  );
  const last = refusals.at(-1);
  if (last === undefined) return { kind: 'order' };
  const { at, refusal } = last.attempt;
  if (last.attempt.kind === 'refused alone') {
    const held = refusals.filter(({ attempt }) => isHeld(attempt.refusal)).length;
    if (!isHeld(refusal) || held > 1) return { kind: 'give up', refusal };
    const sought = alone.some(({ number }) => number > last.number);
    return sought ? { kind: 'order' } : { kind: 'seek' };
  }
  if (refusals.length > 1) return { kind: 'give up', refusal };
  return now < at + LATER_MS ? { kind: 'wait', until: at + LATER_MS } : { kind: 'order' };
}

/** Whether an order that held the row since that call was of our own making, and reads cancelled. */
function isTakenBack({ parts }: Journal, index: number, since: number): boolean {
  return parts.some(
    ({ number, rows, orders }) =>
      number > since &&
      orders.some(
        (order) =>
          order.state.kind === 'cancelled' &&
          order.state.because === 'not asked for' &&
          (order.rows ?? rows).includes(index),
      ),
  );
}

/** Whether the refusal says that an unpaid order holds the resource. */
export function isHeld({ reason }: Pick<RefusalNote, 'reason'>): boolean {
  return reason.id === 'held-by-unpaid-order';
}

/** The resource is in a state, or as far ahead already, as the very renewal may have brought it to. */
const OF_ITS_STATE: ReadonlySet<ReasonId> = new Set<ReasonId>([
  'state-forbids-renewal',
  'term-not-offered',
]);
/** A task's expiry that is no longer the resource's is rejected with no code of its own (Alibaba contract, section 1.7). */
const OF_ITS_DATE: ReasonId = 'values-rejected';

/**
 * Whether a call that pays at once may have been refused because a copy of it, as a gateway sends one,
 * has renewed the resource a moment before.
 */
export function mayFollowItsCopy(
  { reason: { id } }: Pick<RefusalNote, 'reason'>,
  kind: FrozenCall['kind'],
): boolean {
  return OF_ITS_STATE.has(id) || (kind === 'task' && id === OF_ITS_DATE);
}
