import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import { performAct } from './acts.ts';
import { admit, throttled } from './admission.ts';
import type { Answer, ApiRequest } from './answer.ts';
import { matchRoute, type Route } from './api.ts';
import type { CallHook } from './call-hook.ts';
import { idsNamed, type Call } from './call-log.ts';
import { deliver, deliverBroken, slowDown } from './deliver.ts';
import { messageOf } from './error-messages.ts';
import type { Disturbance } from './fault.ts';
import { omitFields } from '../frame/omit-fields.ts';
import { performOperation } from './run-operation.ts';
import type { SignedRequest } from './signature.ts';
import { countCall, type SandboxState } from './state.ts';

function parseJson(body: Buffer): unknown {
  try {
    return body.length === 0 ? undefined : JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

function words(what: Disturbance): string {
  return typeof what === 'string' ? what : JSON.stringify(what);
}

/** Carries calls of the signed API from arrival to answer. */
export class Gateway {
  readonly calls: Call[] = [];
  readonly hooks = new Set<CallHook>();
  readonly #state: SandboxState;

  constructor(state: SandboxState) {
    this.#state = state;
  }

  /** Answers one call of the signed API. */
  async handle(request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://sandbox');
    const method = request.method ?? 'GET';
    const route = matchRoute(method, url.pathname);
    if (route === undefined) {
      const unknown = { error_code: 'APIGW.0101', error_msg: messageOf('APIGW.0101') };
      deliver(response, { status: 404, body: { ...unknown, request_id: 'sandbox' } });
      return;
    }
    const json = parseJson(body);
    const call = this.#open(route, method, url, json);
    const signed = { method, target: request.url ?? '/', headers: request.headers, body };
    call.status = await this.#serve(call, response, signed, {
      pathId: route.pathId,
      query: url.searchParams,
      body: json,
    });
  }

  #open({ api, pathId }: Route, method: string, url: URL, body: unknown): Call {
    const at = this.#state.clock();
    const number = countCall(this.#state, api);
    this.#state.note({ kind: 'call', at, api });
    const call: Call = {
      api,
      number,
      at,
      method,
      target: `${url.pathname}${url.search}`,
      ids: idsNamed(body, pathId, url.searchParams),
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
    call: Call,
    response: ServerResponse,
    signed: SignedRequest,
    request: Omit<ApiRequest, 'now'>,
  ): Promise<number | null> {
    await this.#latency();
    const early = await this.#disturb(call, 'before');
    if (early === 'throttle') return this.#answer(call, response, throttled(this.#state, call.api));
    if (early !== undefined) return deliverBroken(response, early, undefined);
    const refused = admit(this.#state, call.api, signed);
    if (refused !== undefined) return this.#answer(call, response, refused);
    const answer = await this.#run(call, request);
    const late = await this.#disturb(call, 'after');
    if (late === undefined || late === 'throttle') return this.#answer(call, response, answer);
    call.code = answer.code ?? null;
    return deliverBroken(response, late, answer);
  }

  /** The operation and its two moments. */
  async #run(call: Call, request: Omit<ApiRequest, 'now'>): Promise<Answer> {
    const { api, number, ids, body } = call;
    for (const hook of this.hooks) await hook({ phase: 'before', api, number, ids, body });
    const answer = performOperation(this.#state, api, request);
    call.ran = true;
    for (const hook of this.hooks) await hook({ phase: 'after', api, number, ids, body, answer });
    return answer;
  }

  /** Plays what the call meets; returns the fault that breaks its answer, if one does. */
  async #disturb(
    call: Call,
    when: 'before' | 'after',
  ): Promise<Exclude<Disturbance, 'slow' | { slow: number } | { act: unknown }> | undefined> {
    for (const what of this.#state.faults.of(call.api, call.number, when)) {
      call.faults = [...call.faults, `${when}: ${words(what)}`];
      if (what === 'slow') await slowDown(what);
      else if (typeof what === 'string') return what;
      else if ('slow' in what) await slowDown(what);
      else if ('act' in what) performAct(this.#state, what.act, what.with);
      else return what;
    }
    return undefined;
  }

  #answer(call: Call, response: ServerResponse, answer: Answer): number {
    call.code = answer.code ?? null;
    const omitted = this.#state.behaviour.omitFields[call.api] ?? [];
    if (answer.status >= 300 || answer.body === undefined) return deliver(response, answer);
    return deliver(response, { ...answer, body: omitFields(answer.body, omitted) });
  }

  async #latency(): Promise<void> {
    const { latencyMs } = this.#state.behaviour;
    const wait =
      typeof latencyMs === 'number'
        ? latencyMs
        : latencyMs.min + this.#state.random() * (latencyMs.max - latencyMs.min);
    if (wait > 0) await sleep(wait);
  }
}
