import { setTimeout as sleep } from 'node:timers/promises';
import pRetry from 'p-retry';
import pThrottle from 'p-throttle';
import type { Clock } from '../../ports/services.ts';
import { type Api, APIS } from './api.ts';
import { classify, type Settled, type Verdict } from './classify.ts';
import { KEYS_UNUSABLE } from './errors/error-table.ts';
import { exchange, type Fetch, type WireRequest } from './exchange.ts';
import { keyFuse } from './key-fuse.ts';
import { type ProviderText, providerText } from './provider-text.ts';
import type { HuaweiSettings } from './settled-settings.ts';
import { pauseAfter, type TriesSoFar } from './pause.ts';
import { authorization, type Keys, percentEncode, sdkDate } from './signer.ts';

/** What a client needs. */
export interface ClientOptions {
  readonly account: Pick<HuaweiSettings, 'endpoint' | 'callsPerSecond'>;
  /** Null where none are stored that could be read. */
  readonly keys: Keys | null;
  /** How long one request may take, its body included. */
  readonly httpTimeoutSeconds: number;
  /** Milliseconds until no request may be begun any more; without: for ever. */
  readonly left?: () => number;
  readonly clock: Clock;
  /** 0 to 1, for the jitter of waits. */
  readonly random?: () => number;
  readonly fetch?: Fetch;
  /** Waits so many milliseconds. */
  readonly wait?: (ms: number) => Promise<unknown>;
}

/** One call: the API, what is added to its path, its query and its JSON body. */
export interface Call {
  readonly api: Api;
  readonly pathSuffix?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** The way to one account's billing API. */
export interface Client {
  readonly call: (call: Call) => Promise<Settled>;
  /** Makes provider text fit to be shown. */
  readonly clean: ProviderText;
}

/** A question that could not be asked in this run any more. */
const NO_TIME: Verdict = {
  kind: 'unknown',
  detail: 'no time was left to ask',
  body: undefined,
  text: '',
};

class TryAgain extends Error {
  override readonly name = 'TryAgain';
  readonly verdict: Verdict;

  constructor(verdict: Verdict) {
    super('to be tried again');
    this.verdict = verdict;
  }
}

/**
 * Opens the billing API of one account. Every request is signed anew, kept below `callsPerSecond` of
 * its own API and classified by its code. A call that was throttled is waited out, whatever it is; a
 * call that changes nothing is tried again when its outcome is unclear; nothing else is ever sent twice.
 * Tries are cut by the time that is left, so that no run is ended in the middle of one (money rule 11).
 * After a refusal of the key nothing more is sent for a minute. Keys that cannot be put into a
 * request are refused at every call, and nothing is sent (money rule 11).
 */
export function openClient(options: ClientOptions): Client {
  const { account, keys: stored, clock, httpTimeoutSeconds, left = () => Infinity } = options;
  const { random = Math.random, fetch: send = globalThis.fetch, wait = sleep } = options;
  if (stored === null || !isUsable(stored)) return refusingClient();
  const keys: Keys = stored;
  const clean = providerText(keys);
  const turns = turnTaker(account.callsPerSecond);
  const fused = keyFuse(clock);

  async function attempt(call: Call): Promise<Verdict> {
    await turns(call.api);
    if (!APIS[call.api].changes && left() <= 0) return NO_TIME;
    const request = signed(account.endpoint, keys, call, clock());
    return classify(call.api, await exchange(send, request, httpTimeoutSeconds * 1000), clean);
  }

  return {
    clean,
    call: async (call) =>
      await fused(
        async () =>
          await settle(call.api, async () => await attempt(call), { clock, random, wait, left }),
      ),
  };
}

/** Whether keys can stand in a header: visible signs of ASCII, in one piece. */
function isUsable(keys: Keys): boolean {
  return [keys.accessKey, keys.secretKey].every((key) => /^[\x21-\x7E]+$/u.test(key));
}

function refusingClient(): Client {
  const refused = { kind: 'refused', refusal: KEYS_UNUSABLE, body: undefined, text: '' } as const;
  return {
    clean: providerText({ accessKey: '', secretKey: '' }),
    call: async () => await Promise.resolve(refused),
  };
}

/**
 * Makes attempts until one settles. Throttling was refused before the operation, so even renew and
 * pay may be sent again after it (money rule 2); an unclear outcome is tried a second time only where
 * nothing can change.
 */
async function settle(
  api: Api,
  attempt: () => Promise<Verdict>,
  {
    clock,
    random,
    wait,
    left,
  }: Required<Pick<ClientOptions, 'clock' | 'random' | 'wait' | 'left'>>,
): Promise<Settled> {
  const soFar: TriesSoFar = { since: clock(), throttled: 0, unclear: 0 };
  const once = async (): Promise<Verdict> => {
    const verdict = await attempt();
    if (verdict.kind === 'done' || verdict.kind === 'refused') return verdict;
    throw new TryAgain(verdict);
  };
  const shouldRetry = async ({ error }: { readonly error: Error }): Promise<boolean> => {
    if (!(error instanceof TryAgain)) return false;
    const pause = pauseAfter(api, error.verdict, soFar, { now: clock(), random: random() });
    if (pause === null || pause >= left()) return false;
    await wait(pause);
    return true;
  };
  // The bounds and the waits are those of `pauseAfter`; the library's own are switched off.
  const bounds = { retries: Number.MAX_SAFE_INTEGER, minTimeout: 0, shouldRetry };
  const verdict = await pRetry(once, bounds).catch((error: unknown) => {
    if (error instanceof TryAgain) return error.verdict;
    throw error;
  });
  return verdict.kind === 'throttled' ? { ...verdict, kind: 'refused' } : verdict;
}

/**
 * One turn after another for each API, at most so many in any second. Only with weights the library
 * counts what was called in the last second; without, whoever calls without a pause is held to even
 * steps, however little it has called.
 */
function turnTaker(callsPerSecond: number): (api: Api) => Promise<void> {
  const takers = new Map<Api, () => Promise<void>>();
  return async (api) => {
    const known = takers.get(api);
    if (known !== undefined) return await known();
    const throttle = pThrottle({
      limit: callsPerSecond,
      interval: 1000,
      strict: true,
      weight: () => 1,
    });
    const taker = throttle(async () => {});
    takers.set(api, taker);
    await taker();
  };
}

function signed(endpoint: string, keys: Keys, call: Call, now: number): WireRequest {
  const { method, path } = APIS[call.api];
  const suffix = call.pathSuffix === undefined ? '' : `/${percentEncode(call.pathSuffix)}`;
  const query = Object.entries(call.query ?? {})
    .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
    .join('&');
  const base = endpoint.replace(/\/+$/u, '');
  const url = new URL(`${base}${path}${suffix}${query === '' ? '' : `?${query}`}`);
  const body = call.body === undefined ? '' : JSON.stringify(call.body);
  const toSign = {
    host: url.host,
    'x-sdk-date': sdkDate(now),
    ...(body === '' ? {} : { 'content-type': 'application/json' }),
  };
  const { host: _, ...sent } = toSign;
  return {
    method,
    url,
    body,
    headers: {
      ...sent,
      // English text in orders and, where heeded, in messages (Huawei contract, section 0).
      'x-language': 'en_US',
      authorization: authorization({ method, url, headers: toSign, body }, keys),
    },
  };
}
