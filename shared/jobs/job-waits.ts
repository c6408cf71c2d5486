import { openRows } from '../renewal/books/open-rows.ts';
import type { Journal, Order } from '../renewal/journal.ts';
import { isUnanswered, ordersIn } from '../renewal/journal-view.ts';
import { dueAt, isLeased } from '../renewal/states/chunk-state.ts';
import type { OrderStateKind } from '../renewal/states/order-state.ts';
import { isOver, type Job } from './job.ts';

/** What a job waits for. */
export type WaitKind =
  | 'its file to be read'
  | 'its turn'
  | 'a person'
  | 'work in progress'
  | 'the answer to a payment'
  | 'the answer to a renew call'
  | 'orders to be completed'
  | 'orders to be cancelled'
  | 'the provider'
  | 'a chunk that rests'
  | 'a message'
  | 'its results';

/** A wait: since when, and when it is looked at next where that is known. Epoch milliseconds. */
export interface JobWait {
  readonly kind: WaitKind;
  readonly since: number;
  readonly until: number | null;
  /** The orders that are waited for. */
  readonly orders: readonly string[];
}

/** A wait that is no longer one of minutes is told to people (money rule 11). */
const LONG_MS = 15 * 60_000;

/** Whether nobody would expect the job to wait that long; a person and its turn may take as they like. */
export function isLong({ kind, since }: JobWait, now: number): boolean {
  switch (kind) {
    case 'its turn':
    case 'a person':
      return false;
    case 'its file to be read':
    case 'work in progress':
    case 'the answer to a payment':
    case 'the answer to a renew call':
    case 'orders to be completed':
    case 'orders to be cancelled':
    case 'the provider':
    case 'a chunk that rests':
    case 'a message':
    case 'its results':
      return now - since >= LONG_MS;
  }
}

/** What the job waits for at this instant; null once it is over. The first of several things. */
export function waitOf(job: Job, journals: readonly Journal[], now: number): JobWait | null {
  if (isOver(job.status)) return null;
  const since = job.history.findLast(({ event }) => event === job.status)?.at ?? job.createdAt;
  const plain = (kind: WaitKind): JobWait => ({ kind, since, until: null, orders: [] });
  switch (job.status) {
    case 'planning':
      return plain('its file to be read');
    case 'waiting':
      return plain('its turn');
    case 'suspended':
      return plain('a person');
    case 'running':
      return (
        working(journals, now) ?? asked(journals) ?? quiet(job, journals) ?? plain('a message')
      );
    case 'finishing':
      return working(journals, now) ?? asked(journals) ?? plain('its results');
  }
}

function working(journals: readonly Journal[], now: number): JobWait | null {
  const leased = journals.filter(({ work }) => isLeased(work, now)).map(({ savedAt }) => savedAt);
  if (leased.length === 0) return null;
  return { kind: 'work in progress', since: Math.max(...leased), until: null, orders: [] };
}

/** What the provider has not told yet, the most important first. */
function asked(journals: readonly Journal[]): JobWait | null {
  return (
    ordersThat(journals, 'the answer to a payment', 'payment unclear', 'paying', 'paying again') ??
    unanswered(journals) ??
    (openRows(journals).rows > 0
      ? null
      : ordersThat(journals, 'orders to be completed', 'paid', 'overcharged')) ??
    ordersThat(journals, 'orders to be cancelled', 'cancelling')
  );
}

function ordersThat(
  journals: readonly Journal[],
  kind: WaitKind,
  ...states: readonly OrderStateKind[]
): JobWait | null {
  const found = journals.flatMap((journal) =>
    ordersIn(journal, ...states).map(({ order }) => ({ journal, order })),
  );
  if (found.length === 0) return null;
  const since = Math.min(...found.map(({ journal, order }) => instantOf(order) ?? journal.savedAt));
  const until = nextOf(found.map(({ journal }) => journal));
  return { kind, since, until, orders: found.map(({ order }) => order.id) };
}

function instantOf({ state }: Order): number | null {
  return 'at' in state ? state.at : null;
}

function unanswered(journals: readonly Journal[]): JobWait | null {
  const parts = journals.flatMap((journal) =>
    journal.parts.filter(isUnanswered).map((part) => ({ journal, part })),
  );
  if (parts.length === 0) return null;
  const since = Math.min(...parts.map(({ part }) => part.attempt.at));
  const until = nextOf(parts.map(({ journal }) => journal));
  return { kind: 'the answer to a renew call', since, until, orders: [] };
}

function quiet(job: Job, journals: readonly Journal[]): JobWait | null {
  const open = journals.filter(
    ({ chunk, state }) => state === 'open' && !job.finishedChunks.includes(chunk),
  );
  if (open.length === 0) return null;
  const since = Math.max(job.activeAt ?? 0, ...open.map(({ savedAt }) => savedAt));
  const of = (kind: WaitKind): JobWait => ({ kind, since, until: nextOf(open), orders: [] });
  if (open.every(({ work }) => work.kind === 'resting')) return of('a chunk that rests');
  return open.some(({ work }) => work.kind === 'backing off')
    ? of('the provider')
    : of('a message');
}

/** When the first of these chunks is looked at again; null where a message does that. */
function nextOf(journals: readonly Journal[]): number | null {
  const due = journals.map(({ work }) => dueAt(work)).filter((at) => at !== null);
  return due.length === 0 ? null : Math.min(...due);
}
