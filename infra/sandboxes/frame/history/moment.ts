/** The sandbox's time: the given clock's, except that it stands still while something happens. */
export class Moment {
  readonly #clock: () => number;
  #still: number | null = null;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** Epoch milliseconds. */
  readonly now = (): number => this.#still ?? this.#clock();

  /** Lets something happen at one instant, now or, when history is repeated, long ago. */
  during<Result>(at: number, happen: () => Result): Result {
    const before = this.#still;
    this.#still = at;
    try {
      return happen();
    } finally {
      this.#still = before;
    }
  }
}
