const BLOCK = 5 * 60_000;
const FAILURES = 5;

/** Counts consecutive signature failures; five of them block the key for five minutes (section 8.2). */
export class KeyGuard {
  /** The key was disabled by someone. */
  refused = false;
  #failures = 0;
  #blockedUntil = 0;

  /** Whether the key is blocked at `now`, right signature or not. */
  isBlocked(now: number): boolean {
    return now < this.#blockedUntil;
  }

  /**
   * Notes a call's signature check; the block starts with the fifth failure in a row. Returns
   * whether that made a difference.
   */
  note(correct: boolean, now: number): boolean {
    const before = this.#failures;
    this.#failures = correct ? 0 : before + 1;
    if (this.#failures === FAILURES) {
      this.#blockedUntil = now + BLOCK;
      this.#failures = 0;
    }
    return !correct || before > 0;
  }
}
