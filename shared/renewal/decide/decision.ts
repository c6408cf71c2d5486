import type { Reason } from '../../reasons/reason.ts';
import type { Money } from '../../values/money.ts';
import type { JournalEvent, PayIntent, PlannedPart } from '../events.ts';
import type { RowQuestion, Silence } from '../states/silence.ts';

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

/** The first pauses of a chunk that waits for something it has just done, in milliseconds. */
const FIRST_LOOKS_MS = [5_000, 5_000, 10_000, 10_000];

/** When what a chunk has just done is looked at again (epoch milliseconds): most of it shows soon. */
export function lookAgainAt({
  now,
  journal,
}: {
  readonly now: number;
  readonly journal: { readonly waits: number };
}): number {
  return now + (FIRST_LOOKS_MS[journal.waits] ?? BACK_OFF_MS);
}

/**
 * A question about rows, which are asked about together. `apart`: they got no answer before, so that
 * nothing waits for this one.
 */
export type RowsAsk =
  | { readonly kind: 'resources'; readonly rows: readonly number[]; readonly apart?: true }
  | {
      readonly kind: 'prices';
      readonly rows: readonly number[];
      readonly alone: boolean;
      readonly apart?: true;
    }
  /** Which of these rows, of calls without a clear answer, an unpaid order locks, by the price call. */
  | { readonly kind: 'locks'; readonly rows: readonly number[]; readonly apart?: true };

/** A question that changes nothing. */
export type Ask =
  | RowsAsk
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
    case 'prices':
    case 'locks': {
      const name = one.kind === 'locks' ? one.kind : questionOf(one);
      return one.apart === true ? `${name} of ${one.rows.join('+')}` : name;
    }
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

/**
 * The name by which what is asked about rows is kept as unanswered, whichever rows they are. Locks
 * are shown by the price call, so that an id which hangs it is known to both.
 */
export function questionOf(ask: RowsAsk): RowQuestion {
  if (ask.kind === 'resources') return ask.kind;
  return ask.kind === 'prices' && ask.alone ? 'prices alone' : 'prices';
}

/** Whether it is about rows, which are asked about apart where no answer came. */
export function isOfRows(ask: Ask): ask is RowsAsk {
  return ask.kind === 'resources' || ask.kind === 'prices' || ask.kind === 'locks';
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
  readonly #silences: readonly Silence[];
  readonly #last: { readonly ask: Ask; readonly silence: Silence }[] = [];

  /**
   * `silent`: what got no answer in this run; `again`: when it is asked anew (epoch milliseconds);
   * `silences`: what got none in this run or before.
   */
  constructor(
    underWay: ReadonlySet<string>,
    silent: ReadonlySet<string>,
    again: number,
    silences: readonly Silence[] = [],
  ) {
    this.#underWay = underWay;
    this.#silent = silent;
    this.#again = again;
    this.#silences = silences;
  }

  record(event: JournalEvent): void {
    this.events.push(event);
  }

  /**
   * Asks once: what is under way is not asked again, and looks at resources go together. What got no
   * answer before is asked last, rows apart from those of which nothing is known to be wrong.
   */
  ask(ask: Ask): void {
    if (isOfRows(ask)) {
      this.#askOfRows(ask);
      return;
    }
    const name = nameOf(ask);
    const known = this.#silences.find(({ question }) => question === name);
    if (known === undefined) this.#askNow(ask);
    else this.#last.push({ ask, silence: known });
  }

  #askOfRows(ask: RowsAsk): void {
    const question = questionOf(ask);
    const groups = this.#silences.filter((one) => one.question === question);
    const silent = new Set(groups.flatMap(({ rows }) => rows));
    const others = ask.rows.filter((row) => !silent.has(row));
    if (others.length > 0) this.#askNow({ ...ask, rows: others });
    for (const silence of groups) {
      const rows = silence.rows.filter((row) => ask.rows.includes(row));
      if (rows.length > 0) this.#last.push({ ask: { ...ask, rows, apart: true }, silence });
    }
  }

  /** Silences that something still waits for. */
  get waitedFor(): readonly Silence[] {
    return this.#last.map(({ silence }) => silence);
  }

  /**
   * Asks again what got no answer before, once nothing else is to do: it may take all of its time
   * once more. Those that were tried least come first, a few in one run.
   */
  askLast(): void {
    if (this.#last.length === 0) return;
    this.wait(this.#again);
    if (!this.idle) return;
    const left = new Map(
      this.#last
        .toSorted((one, other) => one.silence.tries - other.silence.tries)
        .map(({ ask }) => [nameOf(ask), ask] as const)
        .filter(([name]) => !this.#silent.has(name)),
    );
    const room = Math.max(0, MOST_SILENT - this.#silent.size);
    for (const ask of [...left.values()].slice(0, room)) this.#askNow(ask);
  }

  #askNow(ask: Ask): void {
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
