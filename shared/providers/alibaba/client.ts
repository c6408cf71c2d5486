import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../ports/services.ts';
import { exchange, type Fetch, type WireRequest } from '../wire/exchange.ts';
import { keyFuse } from '../wire/key-fuse.ts';
import { isUsable, type Keys } from '../wire/keys.ts';
import type { Patience } from '../wire/pause.ts';
import { percentEncode } from '../wire/percent-encode.ts';
import { type ProviderText, providerText } from '../wire/provider-text.ts';
import { sendOnce } from '../wire/send-once.ts';
import { NO_TIME, settle } from '../wire/settle.ts';
import { turnTaker } from '../wire/turns.ts';
import type { Settled, Verdict } from '../wire/verdict.ts';
import { type Api, APIS, VERSIONS } from './api.ts';
import { classify } from './classify.ts';
import { baseUrl } from './endpoints.ts';
import { isKeyRefusal, KEYS_UNUSABLE, NO_ADDRESS } from './errors/error-table.ts';
import type { AlibabaSettings } from './settled-settings.ts';
import { authorization, sha256 } from './signer.ts';
import { utcText } from './utc-text.ts';

/** What a client needs. */
export interface ClientOptions {
  readonly account: Pick<AlibabaSettings, 'endpoint' | 'callsPerSecond' | 'site' | 'hosts'>;
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
  /** What no two requests have in common. */
  readonly nonce?: () => string;
  /** Sends the requests of all calls. */
  readonly fetch?: Fetch;
  /** Waits so many milliseconds. */
  readonly wait?: (ms: number) => Promise<unknown>;
}

/** One call: the API, the region where its product has hosts in regions, and its parameters. */
export interface Call {
  readonly api: Api;
  readonly region?: string | null;
  readonly query?: Readonly<Record<string, string>>;
}

/** The way to one account's products. */
export interface Client {
  readonly call: (call: Call) => Promise<Settled>;
  /** Makes provider text fit to be shown. */
  readonly clean: ProviderText;
}

/**
 * Opens one account. Every request is signed anew, kept below `callsPerSecond` of its own API and
 * classified by its code. A call that can spend is sent once, whatever comes back (money rule 2); one
 * that changes something is sent again only after throttling; one that reads, where its outcome is
 * unclear too. After a refusal of the key nothing more is sent for a minute; with keys that cannot be
 * put into a request, and where a product's host is not known, nothing is sent at all.
 */
export function openClient(options: ClientOptions): Client {
  const { account, keys: stored, clock, httpTimeoutSeconds, left = () => Infinity } = options;
  const { random = Math.random, wait = sleep, nonce = randomUUID } = options;
  const usable = stored !== null && isUsable(stored);
  const keys: Keys = usable ? stored : { accessKey: '', secretKey: '' };
  const clean = providerText(keys);
  const turns = turnTaker(account.callsPerSecond);
  const fused = keyFuse(clock, isKeyRefusal);
  const how = { timeoutMs: httpTimeoutSeconds * 1000, retryHeader: 'x-acs-retry-after' };

  async function attempt(call: Call, base: string): Promise<Verdict> {
    await turns(call.api);
    const reads = APIS[call.api].effect === 'reads';
    if (reads && left() <= 0) return NO_TIME;
    const request = signed(base, keys, call, { now: clock(), nonce: nonce() });
    const send = options.fetch ?? (reads ? globalThis.fetch : sendOnce);
    const verdict = classify(call.api, await exchange(send, request, how), clean);
    options.note?.(verdict);
    return verdict;
  }

  return {
    clean,
    call: async (call) => {
      const base = baseUrl(account, APIS[call.api].product, call.region ?? null);
      const refusal = !usable ? KEYS_UNUSABLE : base === null ? NO_ADDRESS : null;
      if (refusal !== null) return { kind: 'refused', refusal, body: undefined, text: '' };
      const once = async (): Promise<Verdict> => await attempt(call, base!);
      const waits = { clock, random, wait, left };
      return await fused(async () => await settle(patienceWith(call.api), once, waits));
    },
  };
}

/** That throttling comes before the operation is only inferred (Alibaba contract, section 9). */
function patienceWith(api: Api): Patience {
  const { effect } = APIS[api];
  return { throttled: effect !== 'spends', unclear: effect === 'reads', askedFor };
}

/**
 * The header's unit is NOT FOUND, milliseconds in the SDK (section 6.4): read so, but never for less
 * than the shortest wait of our own.
 */
function askedFor(header: string | null): number | null {
  return header !== null && /^\d{1,7}$/u.test(header.trim())
    ? Math.max(2000, Number(header))
    : null;
}

/** V3 with everything in the query and an empty body, as the provider's own SDK sends it (section 6.3). */
function signed(
  base: string,
  keys: Keys,
  { api, query = {} }: Call,
  { now, nonce }: { readonly now: number; readonly nonce: string },
): WireRequest {
  const { product, action } = APIS[api];
  const text = Object.entries(query)
    .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
    .join('&');
  const url = new URL(`${base}/${text === '' ? '' : `?${text}`}`);
  const request = { method: 'POST', url, body: '' };
  const toSign = {
    host: url.host,
    'x-acs-action': action,
    'x-acs-version': VERSIONS[product],
    'x-acs-date': utcText(now),
    'x-acs-signature-nonce': nonce,
    'x-acs-content-sha256': sha256(''),
  };
  const { host: _, ...sent } = toSign;
  return {
    ...request,
    headers: {
      ...sent,
      accept: 'application/json',
      authorization: authorization({ ...request, headers: toSign }, keys),
    },
  };
}
