import { reason } from '../../reasons/reason.ts';
import type { ReasonId } from '../../reasons/catalogue.ts';
import { daysBetween, wallTime } from '../../values/wall-time.ts';
import type { RowReading } from '../decide/facts.ts';
import type { Journal, Order, Part } from '../journal.ts';
import { coverable, isClosed, isUnanswered } from '../journal-view.ts';
import { type RowOutcome, rowOutcome } from '../outcome.ts';
import type { OrderedBefore } from '../readings.ts';
import { ORDER_STATES } from '../states/order-state.ts';
import type { ProviderTraits } from '../traits.ts';
import { judgeExpiry, laterExpiry } from './expiry-verdict.ts';
import type { LookedAtRow } from './judge-look.ts';

/** What is remembered beside the journals. */
export interface Memory {
  /** Of other jobs, those that may hold one of the rows. */
  readonly journals: readonly Journal[];
  /** Pairs left unproved of which there is no more than that. */
  readonly unproved: readonly UnprovedRenewal[];
}

/** A (resource, approved expiry day) pair that a job may have paid for. */
export interface UnprovedRenewal {
  readonly resourceId: string;
  /** `yyyy-MM-dd`; null: whatever day. */
  readonly expiryDay: string | null;
  readonly job: string;
}

/** After so long nobody waits any more for the other job that has a row in hand (milliseconds). */
export const IN_HAND_MS = 30 * 60_000;

/** A mark that comes later in the list tells more. */
const BY_WEIGHT: readonly OrderedBefore['kind'][] = [
  'taken back',
  'in hand',
  'seen renewed',
  'unproved',
  'renewed',
];

/** What a person has said about a row. */
const SAID_PAID: ReasonId = 'checked-paid';
const SAID_NOT_PAID: ReadonlySet<ReasonId> = new Set<ReasonId>([
  'checked-not-paid',
  'checked-renew-again',
]);

/**
 * Tells what another job has to do with the renewal of a row; undefined: nothing, it is free. One
 * renewal is one resource, however it is spelled, and one approved expiry day; a day more or less
 * is the same one, read in another zone, for no term is that short.
 */
export function orderedBefore(
  { journals, unproved }: Memory,
  idKey: ProviderTraits['idKey'],
): (row: LookedAtRow) => OrderedBefore | undefined {
  const known = new Map<
    string,
    { readonly day: string | null; readonly before: OrderedBefore }[]
  >();
  const add = (resourceId: string, day: string | null, before: OrderedBefore): void => {
    const key = idKey(resourceId);
    known.set(key, [...(known.get(key) ?? []), { day, before }]);
  };
  for (const { resourceId, expiryDay, job } of unproved) {
    add(resourceId, expiryDay, { kind: 'unproved', job, order: null });
  }
  for (const journal of journals) {
    for (const [index, { resourceId, expiry }] of journal.rows.entries()) {
      const before = whatBecameOf(journal, index);
      if (before !== null) add(resourceId, expiry.day, before);
    }
  }
  return ({ resourceId, expiry }) =>
    (known.get(idKey(resourceId)) ?? [])
      .filter(({ day }) => day === null || Math.abs(daysBetween(day, expiry.day)) <= 1)
      .map(({ before }) => before)
      .toSorted((a, b) => BY_WEIGHT.indexOf(b.kind) - BY_WEIGHT.indexOf(a.kind))[0];
}

/** What a journal tells of one of its rows; null: nothing of it was ordered. */
export function whatBecameOf(journal: Journal, index: number): OrderedBefore | null {
  const { job } = journal;
  const { outcome } = journal.rows[index]!;
  if (outcome === null) return { kind: 'in hand', job };
  if (outcome.reason.id === SAID_PAID) return renewed(journal, outcome.order);
  if (SAID_NOT_PAID.has(outcome.reason.id)) return null;
  const parts = journal.parts.filter(({ rows }) => rows.includes(index));
  const { outcome: word, newExpiry: expiry } = outcome;
  const seen =
    word === 'already renewed' && expiry !== null
      ? ({ kind: 'seen renewed', job, expiry, at: journal.savedAt } as const)
      : null;
  // What else a row is called of which no call was made is not this job's doing.
  if (parts.length === 0) return seen;
  if (outcome.outcome === 'renewed') return renewed(journal, outcome.order);
  if (outcome.outcome === 'needs review') return { kind: 'unproved', job, order: outcome.order };
  const own = ofItsOrders(journal, parts, index);
  return own === null || own.kind === 'taken back' ? (seen ?? own) : own;
}

function renewed({ job, parts }: Journal, order: string | null): OrderedBefore {
  const part = parts.find(({ orders }) => orders.some(({ id }) => id === order));
  const paid = part === undefined || order === null ? null : { order, at: part.attempt.at };
  return { kind: 'renewed', job, paid };
}

/** The row has another outcome: only that all its orders are cancelled sets it free. */
function ofItsOrders(
  journal: Journal,
  parts: readonly Part[],
  index: number,
): OrderedBefore | null {
  const { job } = journal;
  const orders = parts.flatMap((part) =>
    part.orders.filter((order) => coverable(part, order).includes(index)),
  );
  const money = (kind: 'taken' | 'in doubt'): Order | undefined =>
    orders.find(({ state }) => ORDER_STATES[state.kind].money === kind);
  const taken = money('taken');
  if (taken !== undefined && taken.rows !== null) return renewed(journal, taken.id);
  const doubtful = taken ?? money('in doubt');
  if (doubtful !== undefined) return { kind: 'unproved', job, order: doubtful.id };
  const open = parts.some(isUnanswered) || orders.some((order) => !isClosed(order));
  if (open) return { kind: 'in hand', job };
  const cancels = orders.flatMap(({ state }) => (state.kind === 'cancelled' ? [state.at] : []));
  return cancels.length === 0 ? null : { kind: 'taken back', job, at: Math.max(...cancels) };
}

/**
 * What is made of a row that is not free, whatever the look at it shows, but for a later expiry. Null:
 * it is free.
 */
export function outcomeOf(
  row: LookedAtRow,
  before: OrderedBefore,
  look: RowReading,
  zone: string,
): RowOutcome | null {
  const { job } = before;
  switch (before.kind) {
    case 'renewed': {
      const { paid } = before;
      const why =
        paid === null
          ? reason('paid-in-job', { job })
          : reason('renewed-in-job', { job, order: paid.order, day: wallTime(paid.at, zone).day });
      const newExpiry = laterExpiry(row, look, zone);
      return rowOutcome('already renewed', why, { order: paid?.order ?? null, newExpiry });
    }
    case 'unproved': {
      const why = reason('maybe-paid-before', { job, resource: row.resourceId });
      return rowOutcome('needs review', why, { order: before.order });
    }
    case 'in hand':
      return rowOutcome('needs review', reason('in-hand-elsewhere', { job }));
    case 'seen renewed':
      return judgeExpiry(row, before.expiry, zone);
    case 'taken back':
      return null;
  }
}
