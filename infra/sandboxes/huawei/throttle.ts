import type { ApiName } from './api.ts';

type Rate = number | 'none';

/** Calls admitted per API in any one second (Huawei contract, section 9). Refused calls do not count. */
export class Throttle {
  readonly #admitted = new Map<ApiName, number[]>();
  readonly #rates: Map<ApiName, Rate>;
  #rate: Rate;

  constructor(rate: Rate, rates: Partial<Record<ApiName, Rate>>) {
    this.#rate = rate;
    this.#rates = new Map(Object.entries(rates) as [ApiName, Rate][]);
  }

  /** A new rate, for one API or for all that have none of their own. */
  setRate(rate: Rate, api?: ApiName): void {
    if (api === undefined) this.#rate = rate;
    else this.#rates.set(api, rate);
  }

  /** The limit per second, for the refusal's text. */
  limitOf(api: ApiName): Rate {
    return this.#rates.get(api) ?? this.#rate;
  }

  /** Whether a call arriving at `now` is let through; counts it when it is. */
  admits(api: ApiName, now: number): boolean {
    const limit = this.limitOf(api);
    if (limit === 'none') return true;
    const recent = (this.#admitted.get(api) ?? []).filter((at) => now - at < 1000);
    const admitted = recent.length < limit;
    if (admitted) recent.push(now);
    this.#admitted.set(api, recent);
    return admitted;
  }
}
