/** When signature failures in a row block a key, and for how many milliseconds. */
export interface KeyRule {
  readonly failures: number;
  readonly blockMs: number;
}

/** Counts consecutive signature failures; so many of them block the key for a while. */
export class KeyGuard {
  /** The key was disabled by someone. */
  refused = false;
  readonly #rule: KeyRule;
  #failures = 0;
  #blockedUntil = 0;

  constructor(rule: KeyRule) {
    this.#rule = rule;
  }

  /** Whether the key is blocked at `now`, right signature or not. */
  isBlocked(now: number): boolean {
    return now < this.#blockedUntil;
  }

  /**
   * Notes a call's signature check; the block starts with the last failure it takes. Returns
   * whether that made a difference.
   */
  note(correct: boolean, now: number): boolean {
    const before = this.#failures;
    this.#failures = correct ? 0 : before + 1;
    if (this.#failures === this.#rule.failures) {
      this.#blockedUntil = now + this.#rule.blockMs;
      this.#failures = 0;
    }
    return !correct || before > 0;
  }
}
