import { setTimeout as sleep } from 'node:timers/promises';
import type { Language } from '../../reasons/entry.ts';
import type { Clock } from '../../ports/services.ts';
import { type Api, APIS } from './api.ts';
import { classify } from './classify.ts';
import { isKeyRefusal, KEYS_UNUSABLE } from './errors/error-table.ts';
import { exchange, type Fetch, type WireRequest } from '../wire/exchange.ts';
import { keyFuse } from '../wire/key-fuse.ts';
import { type ProviderText, providerText } from '../wire/provider-text.ts';
import type { HuaweiSettings } from './settled-settings.ts';
import { isUsable, type Keys } from '../wire/keys.ts';
import type { Patience } from '../wire/pause.ts';
import { percentEncode } from '../wire/percent-encode.ts';
import { NO_TIME, settle } from '../wire/settle.ts';
import { turnTaker } from '../wire/turns.ts';
import type { Settled, Verdict } from '../wire/verdict.ts';
import { authorization, sdkDate } from './signer.ts';

/** What a client needs. */
export interface ClientOptions {
  readonly account: Pick<HuaweiSettings, 'endpoint' | 'callsPerSecond'> & {
    /** In which people read what the provider says; left out: English. */
    readonly language?: Language | null;
  };
  /** Null where none are stored that could be read. */
  readonly keys: Keys | null;
  /** How long one request may take, its body included. */
  readonly httpTimeoutSeconds: number;
  /** Milliseconds until no request may be begun any more; without: for ever. */
  readonly left?: () => number;
  /** Hears of each request's answer. */
  readonly note?: (verdict: Verdict) => void;
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
  const fused = keyFuse(clock, isKeyRefusal);

  async function attempt(call: Call): Promise<Verdict> {
    await turns(call.api);
    if (!APIS[call.api].changes && left() <= 0) return NO_TIME;
    const request = signed(account, keys, call, clock());
    const verdict = classify(
      call.api,
      await exchange(send, request, {
        timeoutMs: httpTimeoutSeconds * 1000,
        retryHeader: 'retry-after',
      }),
      clean,
    );
    options.note?.(verdict);
    return verdict;
  }

  return {
    clean,
    call: async (call) =>
      await fused(
        async () =>
          await settle(patienceWith(call.api), async () => await attempt(call), {
            clock,
            random,
            wait,
            left,
          }),
      ),
  };
}

function refusingClient(): Client {
  const refused = { kind: 'refused', refusal: KEYS_UNUSABLE, body: undefined, text: '' } as const;
  return {
    clean: providerText({ accessKey: '', secretKey: '' }),
    call: async () => await Promise.resolve(refused),
  };
}

/**
 * Throttling was refused before the operation, so even renew and pay may be sent again after it
 * (money rule 2); an unclear outcome is tried a second time only where nothing can change.
 */
function patienceWith(api: Api): Patience {
  return { throttled: true, unclear: !APIS[api].changes, askedFor };
}

/** `Retry-After` in milliseconds: a number of seconds, or a date. */
function askedFor(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\d{1,6}$/u.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

function signed(
  { endpoint, language }: ClientOptions['account'],
  keys: Keys,
  call: Call,
  now: number,
): WireRequest {
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
      // The language of text in orders and, where heeded, of messages (Huawei contract, section 0).
      'x-language': language === 'zh' ? 'zh_CN' : 'en_US',
      authorization: authorization({ method, url, headers: toSign, body }, keys),
    },
  };
}
