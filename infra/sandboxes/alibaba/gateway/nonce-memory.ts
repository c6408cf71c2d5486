/** Signatures older than this are refused for their date, so their nonces can be forgotten. */
const WINDOW = 2 * 15 * 60_000;

/** The nonces of calls that were let in; not kept in a history, as they live so short. */
export class NonceMemory {
  readonly #seen = new Map<string, number>();

  /** Whether a nonce is new at `now`; it is not any more afterwards. */
  admits(nonce: string, now: number): boolean {
    for (const [old, at] of this.#seen) {
      if (now - at <= WINDOW) break;
      this.#seen.delete(old);
    }
    if (this.#seen.has(nonce)) return false;
    this.#seen.set(nonce, now);
    return true;
  }
}
