import { type ApiName, matchRoute } from '../../infra/sandboxes/huawei/api.ts';
import type { Fetch } from '../../shared/providers/wire/exchange.ts';
import type { TestClock } from './test-clock.ts';

/** Calls that get no answer within the HTTP timeout, counted from 1 for each API. */
export interface Silence {
  readonly api: ApiName;
  readonly calls: { readonly from: number; readonly to: number };
  /**
   * `before`: the call never arrives. `after`: it takes effect at once. A number: it takes effect so
   * many seconds after the caller has given it up.
   */
  readonly effect: 'before' | 'after' | number;
}

/** The HTTP timeout of the adapter, in milliseconds. */
const TIMEOUT_MS = 20_000;

interface Late {
  readonly due: number;
  readonly send: () => Promise<unknown>;
}

/**
 * The line to the provider on a fake clock: calls that meet a silence let the clock go on by the
 * HTTP timeout and end without an answer, and those that are late take effect when their time has come.
 */
export class SlowLine {
  readonly #clock: TestClock;
  readonly #silence: Silence | null;
  readonly #send: Fetch;
  readonly #counts = new Map<ApiName, number>();
  #late: Late[] = [];

  constructor(clock: TestClock, silence: Silence | null, send: Fetch) {
    this.#clock = clock;
    this.#silence = silence;
    this.#send = send;
  }

  readonly fetch: Fetch = async (url, init) => {
    await this.arrive();
    const send = async (): Promise<Response> => {
      const { signal: _, ...rest } = init;
      return await this.#send(url, rest);
    };
    const effect = this.#meets(url, init.method ?? 'GET');
    if (effect === null) return await this.#send(url, init);
    if (effect === 'after') await (await send()).arrayBuffer();
    this.#clock.now += TIMEOUT_MS;
    if (typeof effect === 'number') {
      this.#late.push({ due: this.#clock.now + effect * 1000, send });
    }
    throw new DOMException('no answer came in time', 'TimeoutError');
  };

  /** Lets calls take effect whose time has come; all of them with `now` left out of account. */
  async arrive(all = false): Promise<void> {
    const due = this.#late.filter((late) => all || late.due <= this.#clock.now);
    this.#late = this.#late.filter((late) => !due.includes(late));
    for (const late of due) {
      this.#clock.now = Math.max(this.#clock.now, late.due);
      await late.send();
    }
  }

  #meets(url: URL, method: string): Silence['effect'] | null {
    const api = matchRoute(method, url.pathname)?.api;
    if (api === undefined) return null;
    const number = (this.#counts.get(api) ?? 0) + 1;
    this.#counts.set(api, number);
    const { api: silent, calls, effect } = this.#silence ?? {};
    const hit = silent === api && calls !== undefined && number >= calls.from && number <= calls.to;
    return hit ? (effect ?? null) : null;
  }
}
