/** How work flows: files are read in, their chunks carried out in turn, their results written. */
export interface Flow {
  readonly accounts: number;
  readonly chunksEach: number;
  /** Seconds that each takes. */
  readonly readIn: number;
  readonly chunk: number;
  readonly finish: number;
  /** How many of each are worked on at once. */
  readonly readersAtOnce: number;
  readonly chunksAtOnce: number;
  readonly finishersAtOnce: number;
}

/** What came of it; moments in seconds since all files were dropped together. */
export interface Flowed {
  readonly readIn: number;
  readonly firstDone: number;
  readonly allDone: number;
  /** Chunks worked on at once, at most. */
  readonly busiest: number;
  /** Chunks ended per second while most went on. */
  readonly chunksPerSecond: number;
}

/** Sums of seconds differ in their last digits. */
const ROUNDING = 1e-6;

/** Places that are free from a moment on, the earliest first. */
class Places {
  readonly #free: number[];

  constructor(count: number) {
    this.#free = Array.from({ length: count }, () => 0);
  }

  /** Takes the first place that is free, not before a moment, for so long; the moment of its end. */
  take(from: number, seconds: number): number {
    let first = 0;
    for (let place = 1; place < this.#free.length; place += 1) {
      if (this.#free[place]! < this.#free[first]!) first = place;
    }
    const end = Math.max(from, this.#free[first]!) + seconds;
    this.#free[first] = end;
    return end;
  }
}

/**
 * Lets all files be dropped together and follows each chunk. Of an account one chunk goes on at a time;
 * which account is next is whose chunk has waited longest, as SQS hands out the groups of a FIFO queue.
 */
export function flow(given: Flow): Flowed {
  const readers = new Places(given.readersAtOnce);
  const workers = new Places(given.chunksAtOnce);
  const finishers = new Places(given.finishersAtOnce);
  const ready = Array.from({ length: given.accounts }, () => readers.take(0, given.readIn));
  const readIn = Math.max(...ready);
  const begun: number[] = [];
  let waiting = ready.map((at) => ({ at, left: given.chunksEach }));
  const done: number[] = [];
  // Round by round: within one every account has a turn, the one that waited longest first.
  while (waiting.length > 0) {
    const next: typeof waiting = [];
    for (const { at, left } of waiting.toSorted((a, b) => a.at - b.at)) {
      const end = workers.take(at, given.chunk);
      begun.push(end - given.chunk);
      if (left > 1) next.push({ at: end, left: left - 1 });
      else done.push(finishers.take(end, given.finish));
    }
    waiting = next;
  }
  const busiest = mostAtOnce(begun, given.chunk);
  return {
    readIn,
    firstDone: Math.min(...done),
    allDone: Math.max(...done),
    busiest,
    chunksPerSecond: busiest / given.chunk,
  };
}

function mostAtOnce(begun: readonly number[], seconds: number): number {
  const sorted = begun.toSorted((a, b) => a - b);
  let ended = 0;
  let most = 0;
  for (const [index, at] of sorted.entries()) {
    while (sorted[ended]! + seconds <= at + ROUNDING) ended += 1;
    most = Math.max(most, index - ended + 1);
  }
  return most;
}
