/** Only what happened this long ago counts, so that a rate soon shows that a job stands still. */
const WINDOW_MS = 60_000;

/** Measures how many rows a minute are decided. */
export class RowRate {
  #samples: readonly { readonly at: number; readonly decided: number }[] = [];

  /** Takes a count (`at` in epoch milliseconds) and returns rows per minute; null: not known yet. */
  take(decided: number, at: number): number | null {
    const recent = this.#samples.filter((sample) => at - sample.at <= WINDOW_MS);
    this.#samples = [...recent, { at, decided }];
    const [first] = this.#samples;
    if (first === undefined || at - first.at < 1000) return null;
    return Math.max(0, Math.round(((decided - first.decided) * 60_000) / (at - first.at)));
  }
}
