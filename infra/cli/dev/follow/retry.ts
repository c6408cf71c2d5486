import { setTimeout as pause } from 'node:timers/promises';

/** Does things that someone may stand in the way of for a while, such as an open workbook. */
export class Retry {
  readonly #tell: (line: string) => void;
  readonly #againMs: number;
  readonly #ending = new AbortController();

  /** Tries again every `againMs` milliseconds. */
  constructor(tell: (line: string) => void, againMs = 2000) {
    this.#tell = tell;
    this.#againMs = againMs;
  }

  /** Does it until it works; what stands in the way is told once. Null when the end came first. */
  async until<Result>(what: string, act: () => Promise<Result>): Promise<Result | null> {
    let told = false;
    while (!this.#ending.signal.aborted) {
      try {
        return await act();
      } catch (error) {
        if (this.#ending.signal.aborted) return null;
        if (!told) this.#tell(`${what}: ${(error as Error).message}; trying again.`);
        told = true;
        await pause(this.#againMs, undefined, { signal: this.#ending.signal }).catch(() => null);
      }
    }
    return null;
  }

  /** Gives up whatever is being tried. */
  end(): void {
    this.#ending.abort();
  }
}
