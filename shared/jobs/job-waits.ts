import { openRows } from '../renewal/books/open-rows.ts';
import type { Journal, Order } from '../renewal/journal.ts';
import { isUnanswered, ordersIn } from '../renewal/journal-view.ts';
import { movedAt, openSilences, silentRows } from '../renewal/rules/silences.ts';
import { orderAskedFor } from '../renewal/states/silence.ts';
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
  | 'an answer'
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
  /** Resources of which no answer came yet. */
  readonly resources: number;
  /** What came last in place of an answer of the provider; null: nothing of that kind. */
  readonly said: string | null;
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
    case 'an answer':
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
  const plain = (kind: WaitKind): JobWait => waiting(kind, since, null);
  switch (job.status) {
    case 'planning':
      return plain('its file to be read');
    case 'waiting':
      return plain('its turn');
    case 'suspended':
      return plain('a person');
    case 'running':
    case 'finishing':
      return (
        inWork(job, journals, now) ?? plain(job.status === 'running' ? 'a message' : 'its results')
      );
  }
}

function waiting(kind: WaitKind, since: number, until: number | null): JobWait {
  return { kind, since, until, orders: [], resources: 0, said: null };
}

/** What is being done hides what is not answered only as long as something comes on. */
function inWork(job: Job, journals: readonly Journal[], now: number): JobWait | null {
  const silence = silent(job, journals);
  const work = working(job, journals, now);
  if (work !== null && (silence === null || !isLong(silence, now))) return work;
  const wait =
    asked(journals) ?? silence ?? (job.status === 'running' ? quiet(job, journals) : null);
  return wait === null ? null : { ...wait, said: silence?.said ?? null };
}

/** When anything of the job last came a step on, or a person did something to it. */
function lastStep({ activeAt, history }: Job, journals: readonly Journal[]): number {
  return Math.max(activeAt ?? 0, history.at(-1)?.at ?? 0, ...journals.map(movedAt));
}

function working(job: Job, journals: readonly Journal[], now: number): JobWait | null {
  const leased = journals.filter(({ work }) => isLeased(work, now));
  return leased.length === 0 ? null : waiting('work in progress', lastStep(job, leased), null);
}

/** Questions that the provider has not answered yet. */
function silent(job: Job, journals: readonly Journal[]): JobWait | null {
  const about = journals.filter(({ state }) => state !== 'finished');
  const silences = about.flatMap(openSilences);
  const last = silences.toSorted((one, other) => other.tries - one.tries)[0];
  if (last === undefined) return null;
  const orders = silences.flatMap(({ question }) => orderAskedFor(question) ?? []);
  const resources = about.reduce((count, journal) => count + silentRows(journal).size, 0);
  return {
    ...waiting('an answer', lastStep(job, journals), nextOf(about)),
    orders: [...new Set(orders)],
    resources,
    said: last.said,
  };
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
  return { ...waiting(kind, since, until), orders: found.map(({ order }) => order.id) };
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
  return waiting('the answer to a renew call', since, until);
}

function quiet(job: Job, journals: readonly Journal[]): JobWait | null {
  const open = journals.filter(
    ({ chunk, state }) => state === 'open' && !job.finishedChunks.includes(chunk),
  );
  if (open.length === 0) return null;
  const since = lastStep(job, open);
  const of = (kind: WaitKind): JobWait => waiting(kind, since, nextOf(open));
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
