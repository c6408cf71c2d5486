/** Calls in any one second. */
export type Rate = number | 'none';

/** Calls admitted per API in any one second. Refused calls do not count. */
export class Throttle<Api extends string> {
  readonly #admitted = new Map<Api, number[]>();
  readonly #rates: Map<Api, Rate>;
  #rate: Rate;

  constructor(rate: Rate, rates: Partial<Record<Api, Rate>>) {
    this.#rate = rate;
    this.#rates = new Map(Object.entries(rates) as [Api, Rate][]);
  }

  /** A new rate, for one API or for all that have none of their own. */
  setRate(rate: Rate, api?: Api): void {
    if (api === undefined) this.#rate = rate;
    else this.#rates.set(api, rate);
  }

  /** The limit per second, for the refusal's text. */
  limitOf(api: Api): Rate {
    return this.#rates.get(api) ?? this.#rate;
  }

  /** Whether a call arriving at `now` is let through; counts it when it is. */
  admits(api: Api, now: number): boolean {
    const limit = this.limitOf(api);
    if (limit === 'none') return true;
    const recent = (this.#admitted.get(api) ?? []).filter((at) => now - at < 1000);
    const admitted = recent.length < limit;
    if (admitted) recent.push(now);
    this.#admitted.set(api, recent);
    return admitted;
  }
}
