import { coverable, isClosed } from '../renewal/journal-view.ts';
import type { JournalEvent } from '../renewal/events.ts';
import type { Journal, Part } from '../renewal/journal.ts';
import type { Stop } from '../renewal/decide/decision.ts';
import type {
  Asked,
  DiscountLook,
  Facts,
  LockLook,
  OrderLook,
  OrderRows,
  Permit,
  PriceLook,
  Remembered,
  RowLook,
} from '../renewal/decide/facts.ts';
import type { OrderReading } from '../renewal/readings.ts';
import type { Clock } from '../ports/services.ts';

/** What was read in one run at a chunk, and when each thing last changed. */
export class FactBook implements Facts {
  readonly rows = new Map<number, RowLook>();
  readonly prices = new Map<number, PriceLook>();
  readonly orders = new Map<string, OrderLook>();
  readonly discounts = new Map<string, DiscountLook>();
  readonly orderRows = new Map<string, OrderRows>();
  readonly locks = new Map<number, LockLook>();
  readonly around = new Map<number, Asked & { readonly orders: readonly OrderReading[] }>();
  readonly cancels = new Map<string, Asked & { readonly refused: boolean }>();
  readonly tries = new Map<number, number>();
  readonly changed = new Map<string, number>();
  readonly silent = new Set<string>();
  readonly underWay = new Set<string>();
  job: Facts['job'] = null;
  paidList: Asked | null = null;
  othersPaid: Facts['othersPaid'] = null;
  unpaid: Facts['unpaid'] = null;
  permit: Permit | null = null;
  chargesRead: readonly string[] = [];
  rung: number | null = null;
  remembered: Remembered | null = null;
  balanceAsked = false;
  stop: Stop | null = null;
  #tick = 0;
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Now, for a question that is about to be asked. */
  asking(): Asked {
    this.#tick += 1;
    return { tick: this.#tick, at: this.#clock() };
  }

  /** Notes what events have changed: what was read of it before no longer holds. */
  changes(before: Journal, after: Journal, events: readonly JournalEvent[]): void {
    this.#tick += 1;
    for (const [index, row] of after.rows.entries()) {
      const was = before.rows[index]!;
      if (row.outcome !== was.outcome || row.pricing !== was.pricing) this.#touch(`row ${index}`);
    }
    const known = new Map(before.parts.map((part) => [part.number, part]));
    for (const part of after.parts) this.#partChanges(known.get(part.number), part);
    const left = new Set(after.parts.map(({ number }) => number));
    for (const part of before.parts) if (!left.has(part.number)) this.#touchRows(part.rows);
    for (const event of events) {
      if (event.kind === 'payment intended') this.#touch('payments');
      if (event.kind === 'call repeated') this.#touch('payments');
      if (event.kind !== 'call intended') continue;
      if (event.parts.some(({ frozen }) => frozen !== undefined)) this.#touch('payments');
      for (const row of event.parts.flatMap(({ rows }) => rows)) {
        this.tries.set(row, (this.tries.get(row) ?? 0) + 1);
      }
    }
  }

  #partChanges(before: Part | undefined, part: Part): void {
    if (before === part) return;
    if (before?.attempt !== part.attempt) this.#touch('calls');
    if (before !== undefined && before.attempt !== part.attempt) this.#touchRows(part.rows);
    for (const order of part.orders) {
      const was = before?.orders.find(({ id }) => id === order.id);
      if (was === undefined) this.#touch(`made ${order.id}`);
      if (was?.state === order.state) continue;
      this.#touch(`order ${order.id}`);
      if (isClosed(order)) {
        this.#touchRows(coverable(part, order));
        this.#touch('closed');
      }
    }
  }

  #touchRows(rows: readonly number[]): void {
    for (const row of rows) this.#touch(`row ${row}`);
  }

  #touch(what: string): void {
    this.changed.set(what, this.#tick);
  }
}
