import { apply } from '../renewal/apply.ts';
import type { JournalEvent } from '../renewal/events.ts';
import type { Journal } from '../renewal/journal.ts';
import { movedAt as lastMoved } from '../renewal/rules/silences.ts';
import { stepsBetween } from '../renewal/transitions/steps.ts';
import type { Step } from '../renewal/transitions/transition.ts';
import type { Clock, NewId } from '../ports/services.ts';
import type { JournalStore } from '../ports/stores.ts';

/** Raised when the journal is no longer ours: another worker has written. Nothing may follow it. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';

  constructor(journal: Journal) {
    super(`chunk ${journal.chunk} of job ${journal.job} is being worked on by someone else`);
  }
}

/** What keeping a journal needs. */
export interface KeeperServices {
  readonly store: JournalStore;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly leaseSeconds: number;
  /** Told of every step that an order, an attempt, a row or the chunk makes. */
  readonly watch?: ((steps: readonly Step[]) => void) | undefined;
}

interface Watcher {
  readonly holds: (journal: Journal) => boolean;
  readonly tell: (reached: true) => void;
}

interface Waiter {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Events of the work itself, and of what was only asked: nothing has come a step on by them. */
const NO_STEPS: ReadonlySet<JournalEvent['kind']> = new Set([
  'claimed',
  'released',
  'backed off',
  'continued',
  'put to rest',
  'redriven',
  'not answered',
  'answered',
  'waited for',
  'heard elsewhere',
  'balance read',
  'rest of the balance read',
  'rows busy',
] as const);

/**
 * The one writer of a journal that this worker has leased. Changes show at once in `current`, and
 * `record` resolves when they are durable; changes made while a write is under way go together in
 * the next one, so that parts running side by side share their writes. Each write renews the lease.
 */
export class JournalKeeper {
  #journal: Journal;
  #dirty: Waiter[] = [];
  #writing = false;
  #broken: unknown = null;
  #watchers: Watcher[] = [];
  #moved = false;
  readonly #services: KeeperServices;

  constructor(journal: Journal, services: KeeperServices) {
    this.#journal = journal;
    this.#services = services;
  }

  get current(): Journal {
    return this.#journal;
  }

  /** Whether a row, an order, a call or the chunk has come a step on in our hands. */
  get moved(): boolean {
    return this.#moved;
  }

  /** Who we are to the lease. */
  get owner(): string {
    const { work } = this.#journal;
    return work.kind === 'leased' ? work.owner : '';
  }

  /**
   * Changes the journal and waits until that is stored. Throws {@link LeaseLost} when someone else
   * has written meanwhile, and what the store throws; after either, nothing more is written.
   */
  async record(...events: readonly JournalEvent[]): Promise<void> {
    if (this.#broken !== null) throw this.#broken;
    this.#apply(events);
    const durable = new Promise<void>((resolve, reject) => {
      this.#dirty.push({ resolve, reject });
    });
    if (!this.#writing) {
      this.#writing = true;
      void this.#writeAll();
    }
    await durable;
  }

  /** Changes the journal without waiting: it is stored with the next record, or never. */
  note(...events: readonly JournalEvent[]): void {
    this.#apply(events);
  }

  /** Resolves to true once the journal is such, stored or not; never where it does not come to that. */
  async until(holds: (journal: Journal) => boolean): Promise<true> {
    if (holds(this.#journal)) return true;
    return await new Promise((tell) => {
      this.#watchers.push({ holds, tell });
    });
  }

  #apply(events: readonly JournalEvent[]): void {
    for (const event of events) {
      const next = apply(this.#journal, event);
      this.#services.watch?.(stepsBetween(this.#journal, next, event.kind));
      const isStep = !NO_STEPS.has(event.kind);
      this.#moved ||= isStep;
      const movedAt = isStep ? this.#services.clock() : lastMoved(this.#journal);
      this.#journal = { ...next, movedAt };
    }
    const reached = this.#watchers.filter(({ holds }) => holds(this.#journal));
    this.#watchers = this.#watchers.filter((one) => !reached.includes(one));
    for (const { tell } of reached) tell(true);
  }

  /** Gives the lease back after an orderly end, so that the next worker need not wait for its end. */
  async release(): Promise<void> {
    await this.record({ kind: 'released' });
  }

  async #writeAll(): Promise<void> {
    // One turn of the event loop lets answers that arrived together share the write.
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
    while (this.#dirty.length > 0) {
      const waiters = this.#dirty.splice(0);
      try {
        await this.#write();
        for (const { resolve } of waiters) resolve();
      } catch (error) {
        this.#broken = error;
        for (const { reject } of [...waiters, ...this.#dirty.splice(0)]) reject(error);
      }
    }
    this.#writing = false;
  }

  async #write(): Promise<void> {
    const { store, clock, newId, leaseSeconds } = this.#services;
    const { work } = this.#journal;
    const next: Journal = {
      ...this.#journal,
      version: this.#journal.version + 1,
      nonce: newId(),
      savedAt: clock(),
      work: work.kind === 'leased' ? { ...work, until: clock() + leaseSeconds * 1000 } : work,
    };
    this.#journal = next;
    if ((await store.save(next)) === 'lost') throw new LeaseLost(next);
  }
}
