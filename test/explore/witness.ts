import { orderOf, type World } from './world.ts';
import type { Witness } from './stage.ts';
import type { WorldLine } from './world-line.ts';

/** What the rows of the file are approved for: the end of 20 December in the account's zone. */
export const APPROVED_EXPIRY = Date.parse('2026-12-20T15:59:59Z');

/** What we were shown, and what we could have been shown, before a payment. */
export type Known =
  /** An answer that we got showed a later expiry of one of its rows. */
  | 'shown'
  /** No answer did, but at the payment a look at the expiries or at the list of orders would have. */
  | 'to be seen'
  /** Nothing that could be read told of it. */
  | 'hidden';

/** Remembers what was shown, for the promises that speak of what could be known. */
export class Testimony implements Witness {
  readonly #line: WorldLine;
  readonly #job: () => number;
  /** Rows of which an answer showed a later expiry than approved, and the first job that got it. */
  readonly later = new Map<string, number>();
  /** Of orders that cover a row which somebody has renewed already: what was known at the payment. */
  readonly known = new Map<string, Known>();

  /** How often people had resumed the job when an order was paid. */
  readonly resumes = new Map<string, number>();
  readonly #resumed: () => number;

  constructor(
    line: WorldLine,
    { job, resumed }: { readonly job: () => number; readonly resumed: () => number },
    from: Testimony | null = null,
  ) {
    this.#line = line;
    this.#job = job;
    this.#resumed = resumed;
    for (const [id, times] of from?.resumes ?? []) this.resumes.set(id, times);
    for (const [id, first] of from?.later ?? []) this.later.set(id, first);
    for (const [id, known] of from?.known ?? []) this.known.set(id, known);
  }

  /** Whether a job, or one before it, was shown a later expiry of the row. */
  wasShown(id: string, job: number): boolean {
    return (this.later.get(id) ?? Infinity) <= job;
  }

  readonly sees = (id: string, expiry: number | null): void => {
    if (expiry === null || expiry <= APPROVED_EXPIRY || this.later.has(id)) return;
    this.later.set(id, this.#job());
  };

  readonly pays = (before: World, id: string): void => {
    this.resumes.set(id, this.#resumed());
    const lines = orderOf(before, id)?.lines.filter(({ from }) => from > APPROVED_EXPIRY) ?? [];
    if (lines.length === 0) return;
    const ids = lines.map((line) => line.id);
    this.known.set(id, ids.some((one) => this.later.has(one)) ? 'shown' : this.#visible(ids));
  };

  #visible(ids: readonly string[]): Known {
    const { expiries } = this.#line.seen('resources');
    const listed = this.#line
      .seen('list')
      .orders.some(
        ({ state, lines }) =>
          (state === 'completed' || state === 'processing') &&
          lines.some((line) => ids.includes(line.id) && line.from === APPROVED_EXPIRY),
      );
    return listed || ids.some((id) => expiries[id]! > APPROVED_EXPIRY) ? 'to be seen' : 'hidden';
  }

  /** All of it that the promises can depend on. */
  get state(): unknown {
    const later = [...this.later].toSorted(([a], [b]) => a.localeCompare(b));
    return [later, [...this.known], [...this.resumes]];
  }
}
