import type { Reason } from '../../reasons/reason.ts';
import type { Money } from '../../values/money.ts';
import type { JournalEvent, PayIntent, PlannedPart } from '../events.ts';

/** The account cannot go on: the job is suspended, resumable. */
export interface Suspension {
  readonly kind: 'suspend';
  readonly reason: Reason;
}

/** Why the work on a chunk ends before all of its rows have an outcome. */
export type Stop =
  | Suspension
  /** The whole file is wrong, and nothing of it was ordered yet. */
  | { readonly kind: 'reject'; readonly reason: Reason }
  /** Go on later: a part must settle, an order is not visible, the provider is busy. */
  | { readonly kind: 'later'; readonly at: number }
  | { readonly kind: 'out of time' }
  /** The job was suspended, cancelled or has expired meanwhile. */
  | { readonly kind: 'no longer running' };

/** How long to wait for a provider that is busy or has not shown an order yet, in milliseconds. */
export const BACK_OFF_MS = 30_000;

/** A question that changes nothing. */
export type Ask =
  | { readonly kind: 'resources'; readonly rows: readonly number[] }
  | { readonly kind: 'prices'; readonly rows: readonly number[]; readonly alone: boolean }
  /** Which of these rows an unpaid order locks, by the price call. */
  | { readonly kind: 'locks'; readonly part: number; readonly rows: readonly number[] }
  | { readonly kind: 'order'; readonly order: string }
  | { readonly kind: 'order with discounts'; readonly order: string }
  | { readonly kind: 'order rows'; readonly order: string }
  | {
      readonly kind: 'orders around';
      readonly part: number;
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'paid orders'; readonly from: number; readonly to: number }
  /** Anybody's, by when they were paid. */
  | { readonly kind: 'orders paid'; readonly from: number; readonly to: number }
  /** Unpaid renewal orders, by when they were made. */
  | { readonly kind: 'unpaid orders'; readonly from: number; readonly to: number }
  | { readonly kind: 'permit' }
  | { readonly kind: 'account' }
  /** What other jobs have ordered; enters the chunk in the memory first. */
  | { readonly kind: 'memory' }
  | { readonly kind: 'job' }
  | { readonly kind: 'balance' };

/** A call that changes something. Its intent is durable before it is made (money rule 1). */
export type Call =
  | {
      readonly kind: 'renew';
      readonly part: PlannedPart;
      /** Pre-flight prices of its rows, stored with the intent. */
      readonly prices: ReadonlyMap<number, { readonly price: Money; readonly list: Money | null }>;
    }
  /** The very same call that pays at once again, nothing having shown what became of it. */
  | { readonly kind: 'repeat'; readonly part: number }
  | { readonly kind: 'pay'; readonly intent: PayIntent; readonly last: boolean }
  /** That it is marked for it is the intent. */
  | { readonly kind: 'cancel'; readonly order: string }
  /** Nothing more is paid for the account before a person has looked. */
  | {
      readonly kind: 'hold account';
      readonly reason: Reason;
      readonly orders: readonly { readonly order: string; readonly charged: Money }[];
      readonly told: { readonly order: string; readonly charged: Money; readonly compared: Money };
    }
  | { readonly kind: 'learn size'; readonly size: number };

/** What is next. */
export interface Decision {
  readonly events: readonly JournalEvent[];
  readonly asks: readonly Ask[];
  readonly calls: readonly Call[];
  /** Instants (epoch milliseconds) at which something can be gone on with. */
  readonly waits: readonly number[];
  readonly stop: Stop | null;
}

/** One name for each question or call, so that none is asked twice at a time. */
export function nameOf(one: Ask | Call): string {
  switch (one.kind) {
    case 'resources':
    case 'permit':
    case 'account':
    case 'memory':
    case 'job':
    case 'balance':
    case 'paid orders':
    case 'orders paid':
    case 'unpaid orders':
    case 'hold account':
    case 'learn size':
      return one.kind;
    case 'prices':
      return one.alone ? 'prices alone' : 'prices';
    case 'locks':
    case 'orders around':
      return `${one.kind} ${one.part}`;
    case 'order':
    case 'order with discounts':
    case 'order rows':
    case 'cancel':
      return `${one.kind} ${one.order}`;
    case 'renew':
      return `renew ${one.part.number}`;
    case 'repeat':
      return `renew ${one.part}`;
    case 'pay':
      return `pay ${one.intent.order}`;
  }
}

/** So many questions of a kind without an answer, and no more of it are asked in this run. */
const MOST_SILENT = 3;

/** A decision while it is being made. */
export class Draft implements Decision {
  readonly events: JournalEvent[] = [];
  readonly asks: Ask[] = [];
  readonly calls: Call[] = [];
  readonly waits: number[] = [];
  stop: Stop | null = null;
  readonly #underWay: ReadonlySet<string>;
  readonly #silent: ReadonlySet<string>;
  readonly #again: number;

  /** `again`: when what got no answer is asked anew (epoch milliseconds). */
  constructor(underWay: ReadonlySet<string>, silent: ReadonlySet<string>, again: number) {
    this.#underWay = underWay;
    this.#silent = silent;
    this.#again = again;
  }

  record(event: JournalEvent): void {
    this.events.push(event);
  }

  /** Asks once: what is under way is not asked again, and looks at resources go together. */
  ask(ask: Ask): void {
    const name = nameOf(ask);
    if (this.#underWay.has(name)) return;
    if (this.#isSilent(ask.kind, name)) {
      this.wait(this.#again);
      return;
    }
    const place = this.asks.findIndex((one) => nameOf(one) === name);
    const known = this.asks[place];
    if (known === undefined) this.asks.push(ask);
    else if ('rows' in known && 'rows' in ask) {
      this.asks[place] = { ...known, rows: [...new Set([...known.rows, ...ask.rows])] };
    }
  }

  /** What got no answer is left alone for now; the others go on, unless its kind never answers. */
  #isSilent(kind: Ask['kind'], name: string): boolean {
    if (this.#silent.has(name)) return true;
    return [...this.#silent].filter((one) => one.startsWith(kind)).length >= MOST_SILENT;
  }

  /** Wants a call once, however many ask for it. */
  call(call: Call): void {
    const name = nameOf(call);
    if (this.#underWay.has(name) || this.calls.some((one) => nameOf(one) === name)) return;
    this.calls.push(call);
  }

  wait(at: number): void {
    this.waits.push(at);
  }

  end(stop: Stop): void {
    this.stop ??= stop;
  }

  /** Whether nothing is to be done at once, and nothing is under way. */
  get idle(): boolean {
    return (
      this.events.length === 0 &&
      this.asks.length === 0 &&
      this.calls.length === 0 &&
      this.#underWay.size === 0
    );
  }
}
