import {
  canonicalRequest,
  signatureOf,
} from '../../../../infra/sandboxes/huawei/gateway/signature.ts';

/** What came back: the JSON body where there is one, and the text as it came. */
export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  /** The parsed body, loosely typed for assertions. */
  readonly json: Record<string, unknown>;
}

export interface ClientOptions {
  readonly url: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** How a call is spoiled on purpose. */
export interface Spoiled {
  readonly secretKey?: string;
  readonly accessKey?: string;
  readonly skewMs?: number;
  readonly signedHeaders?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly sentBody?: string;
}

function asRecord(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** A signed call to the sandbox; throws what fetch throws when the connection breaks. */
export async function signedCall(
  options: ClientOptions,
  line: string,
  body?: unknown,
  spoiled: Spoiled = {},
): Promise<Reply> {
  const [method = '', target = ''] = line.split(' ');
  const text = body === undefined ? '' : JSON.stringify(body);
  const at = new Date(options.clock() + (spoiled.skewMs ?? 0));
  const date = at.toISOString().replaceAll(/[-:]|\.\d+/gu, '');
  const headers: Record<string, string> = {
    host: new URL(options.url).host,
    'x-sdk-date': date,
    ...(text === '' ? {} : { 'content-type': 'application/json' }),
    ...spoiled.headers,
  };
  const names = spoiled.signedHeaders ?? Object.keys(headers).toSorted();
  const canonical = canonicalRequest({ method, target, headers, body: text }, names);
  const signature = signatureOf(canonical, date, spoiled.secretKey ?? options.secretKey);
  const access = spoiled.accessKey ?? options.accessKey;
  const authorization = `SDK-HMAC-SHA256 Access=${access}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  const sent = spoiled.sentBody ?? text;
  const response = await fetch(`${options.url}${target}`, {
    method,
    headers: { ...headers, authorization },
    ...(sent === '' ? {} : { body: sent }),
  });
  const received = await response.text();
  return {
    status: response.status,
    text: received,
    headers: response.headers,
    json: asRecord(received),
  };
}
