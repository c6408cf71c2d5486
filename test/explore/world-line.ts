import type { Change, World } from './world.ts';

/** What is read by calls of its own, and can be behind the truth by itself. */
export const CHANNELS = ['resources', 'prices', 'order', 'list', 'order rows'] as const;
export type Channel = (typeof CHANNELS)[number];

/** For how long a change may be hidden from a channel: most of the half hour that is promised. */
export const LATE_MS = 20 * 60_000;
/** Nothing older than this is ever shown by a read that is stale once. */
const STALE_MS = 30 * 60_000;

/** For how long a replica answers that is behind. */
const BEHIND_MS = 10 * 60_000;

interface Version {
  readonly world: World;
  readonly at: number;
  /** Channels that do not show it yet, and until when (epoch milliseconds). */
  readonly late: Partial<Readonly<Record<Channel, number>>>;
}

interface Pending {
  readonly at: number;
  readonly change: Change;
  readonly words: string;
}

/**
 * The truth as it came to be, and what each way of reading shows of it. Begun with a first world, or as a copy
 * of another line.
 */
export class WorldLine {
  readonly #versions: Version[];
  readonly #clock: () => number;
  #pending: Pending[] = [];
  /** Channels answered by a replica that is behind: what it shows, and until when. */
  readonly #behind = new Map<Channel, { readonly world: World; readonly until: number }>();

  constructor(first: World | WorldLine, clock: () => number) {
    this.#clock = clock;
    if (!(first instanceof WorldLine)) {
      this.#versions = [{ world: first, at: clock(), late: {} }];
      return;
    }
    this.#versions = [...first.#versions];
    this.#pending = [...first.#pending];
    for (const [channel, behind] of first.#behind) this.#behind.set(channel, behind);
  }

  /** The truth now. */
  get now(): World {
    this.#due();
    return this.#versions.at(-1)!.world;
  }

  /** Changes the truth; some channels may show that late only. */
  change(change: Change, late: readonly Channel[] = []): void {
    const before = this.now;
    this.#put(change(before), before, this.#clock(), late);
  }

  /** The change comes by itself, so many milliseconds from now. */
  later(ms: number, words: string, change: Change): void {
    this.#pending.push({ at: this.#clock() + ms, change, words });
  }

  /** What a channel shows now: a change that is late keeps later ones back too. */
  seen(channel: Channel): World {
    this.#due();
    const now = this.#clock();
    const behind = this.#behind.get(channel);
    if (behind !== undefined && behind.until > now) return behind.world;
    const hidden = this.#versions.findIndex(({ late }) => (late[channel] ?? 0) > now);
    return this.#versions[hidden === -1 ? this.#versions.length - 1 : Math.max(0, hidden - 1)]!
      .world;
  }

  /** What the channel showed last that differs from what it shows now; null: nothing of late. */
  stale<T>(
    channel: Channel,
    view: (world: World) => T,
  ): { readonly told: T; readonly world: World } | null {
    const seen = this.seen(channel);
    const shown = JSON.stringify(view(seen));
    const since = this.#clock() - STALE_MS;
    const from = this.#versions.findLastIndex(({ world }) => world === seen);
    for (let place = from - 1; place >= 0; place -= 1) {
      if (this.#versions[place + 1]!.at < since) return null;
      const { world } = this.#versions[place]!;
      const told = view(world);
      if (JSON.stringify(told) !== shown) return { told, world };
    }
    return null;
  }

  /** From now on the channel shows an old world for a while, but never one of more than half an hour ago. */
  fallBehind(channel: Channel, world: World): void {
    const place = this.#versions.findLastIndex((one) => one.world === world);
    const replaced = this.#versions[place + 1]?.at ?? this.#clock();
    const until = Math.min(this.#clock() + BEHIND_MS, replaced + STALE_MS);
    this.#behind.set(channel, { world, until });
  }

  /** All of it that what comes later can depend on. */
  get state(): unknown {
    const { now } = this;
    const shown = CHANNELS.map((channel) => {
      const world = this.seen(channel);
      return world === now ? null : world;
    });
    const clock = this.#clock();
    const late = this.#versions.flatMap((one) =>
      Object.entries(one.late).filter(([, until]) => until > clock),
    );
    return { now, shown, late, pending: this.#pending.map(({ at, words }) => [at, words]) };
  }

  #due(): void {
    const now = this.#clock();
    const due = this.#pending.filter(({ at }) => at <= now).toSorted((a, b) => a.at - b.at);
    this.#pending = this.#pending.filter(({ at }) => at > now);
    for (const { at, change } of due) {
      const before = this.#versions.at(-1)!.world;
      this.#put(change(before), before, at, []);
    }
  }

  #put(world: World, before: World, at: number, channels: readonly Channel[]): void {
    if (world === before) return;
    const until = at + LATE_MS;
    const late = Object.fromEntries(channels.map((channel) => [channel, until]));
    this.#versions.push({ world, at, late });
  }
}
