import { setTimeout as sleep } from 'node:timers/promises';

import { performAct } from '../acts.ts';
import type { Contract } from '../contract.ts';
import { countCall } from '../frame-state.ts';
import { performOperation } from '../run-operation.ts';
import type { Answer, ApiRequest, ArrivedRequest, Route, WireRequest } from './answer.ts';
import type { CallHook } from './call-hook.ts';
import type { Call } from './call.ts';
import { type Broken, delivered, deliveredBroken, type Delivery, statusOf } from './delivery.ts';
import type { Disturbance } from './fault.ts';
import { omitFields } from './omit-fields.ts';

function parseJson(body: Buffer): unknown {
  try {
    return body.length === 0 ? undefined : JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** The query's parameters, and those of a form in the body. */
function parametersOf({ headers, body }: WireRequest, url: URL): URLSearchParams {
  const isForm = headers['content-type']?.includes('application/x-www-form-urlencoded') ?? false;
  const form = isForm ? new URLSearchParams(Buffer.from(body).toString('utf8')) : [];
  return new URLSearchParams([...url.searchParams, ...form]);
}

/** Waits as long as a slow fault says: 3 seconds without a number. */
async function slowDown(what: 'slow' | { readonly slow: number }): Promise<void> {
  await sleep(what === 'slow' ? 3000 : what.slow);
}

function words(what: Disturbance<string>): string {
  return typeof what === 'string' ? what : JSON.stringify(what);
}

/** Carries calls of the signed API from arrival to answer. */
export class Gateway<Api extends string, Act extends string> {
  readonly calls: Call<Api>[] = [];
  readonly hooks = new Set<CallHook<Api>>();
  readonly #contract: Contract<Api, Act>;

  constructor(contract: Contract<Api, Act>) {
    this.#contract = contract;
  }

  /** Answers one call of the signed API. */
  async handle(wire: ArrivedRequest): Promise<Delivery> {
    const url = new URL(wire.target, 'http://sandbox');
    const query = parametersOf(wire, url);
    const route = this.#contract.route(wire, url.pathname, query);
    if (route === undefined) return delivered(this.#contract.notFound);
    const json = parseJson(wire.body);
    const call = this.#open(route, wire, query, json);
    const delivery = await this.#serve(call, wire, { pathId: route.pathId, query, body: json });
    call.status = statusOf(delivery);
    return delivery;
  }

  #open(
    { api, pathId }: Route<Api>,
    { method, target }: WireRequest,
    query: URLSearchParams,
    body: unknown,
  ): Call<Api> {
    const { state, idsNamed } = this.#contract;
    const at = state.clock();
    const number = countCall(state, api);
    state.note({ kind: 'call', at, api });
    const call: Call<Api> = {
      api,
      number,
      at,
      method,
      target,
      ids: idsNamed(body, pathId, query),
      body,
      ran: false,
      status: null,
      code: null,
      faults: [],
    };
    this.calls.push(call);
    return call;
  }

  async #serve(
    call: Call<Api>,
    wire: WireRequest,
    request: Omit<ApiRequest, 'now'>,
  ): Promise<Delivery> {
    const contract = this.#contract;
    await this.#latency();
    const early = await this.#disturb(call, 'before');
    if (early === 'throttle' || early === 'repeated') {
      return this.#answer(call, contract.throttled(call.api));
    }
    if (early !== undefined) return deliveredBroken(early, undefined, contract);
    const refused = contract.admit(call.api, wire);
    if (refused !== undefined) return this.#answer(call, refused);
    const answer = await this.#run(call, request);
    const late = await this.#disturb(call, 'after');
    if (late === 'repeated') {
      return this.#answer(call, performOperation(contract, call.api, request));
    }
    if (late === undefined || late === 'throttle') return this.#answer(call, answer);
    call.code = answer.code ?? null;
    return deliveredBroken(late, answer, contract);
  }

  /** The operation and its two moments. */
  async #run(call: Call<Api>, request: Omit<ApiRequest, 'now'>): Promise<Answer> {
    const { api, number, ids, body } = call;
    const { query } = request;
    for (const hook of this.hooks) await hook({ phase: 'before', api, number, ids, body, query });
    const answer = performOperation(this.#contract, api, request);
    call.ran = true;
    const moment = { phase: 'after', api, number, ids, body, query, answer } as const;
    for (const hook of this.hooks) await hook(moment);
    return answer;
  }

  /** Plays what the call meets; returns the fault that breaks its answer, if one does. */
  async #disturb(
    call: Call<Api>,
    when: 'before' | 'after',
  ): Promise<Broken | 'throttle' | 'repeated' | undefined> {
    const { state, alias } = this.#contract;
    const names = (): string[] => call.ids.flatMap((id) => [id, alias?.(id) ?? id]);
    for (const what of state.faults.of(call.api, call.number, when, names)) {
      call.faults = [...call.faults, `${when}: ${words(what)}`];
      if (what === 'slow') await slowDown(what);
      else if (typeof what === 'string') return what;
      else if ('slow' in what) await slowDown(what);
      else if ('act' in what) performAct(this.#contract, what.act, what.with);
      else return what;
    }
    return undefined;
  }

  #answer(call: Call<Api>, answer: Answer): Delivery {
    call.code = answer.code ?? null;
    if (answer.status >= 300 || answer.body === undefined) return delivered(answer);
    const omitted = this.#contract.omitted(call.api);
    return delivered({ ...answer, body: omitFields(answer.body, omitted) });
  }

  async #latency(): Promise<void> {
    const latency = this.#contract.latency();
    const wait =
      typeof latency === 'number'
        ? latency
        : latency.min + this.#contract.state.random() * (latency.max - latency.min);
    if (wait > 0) await sleep(wait);
  }
}
