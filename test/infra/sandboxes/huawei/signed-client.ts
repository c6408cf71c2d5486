import {
  canonicalRequest,
  signatureOf,
} from '../../../../infra/sandboxes/huawei/gateway/signature.ts';
import { type ClientOptions, type Reply, send } from '../frame/reply.ts';

/** How a call is spoiled on purpose. */
export interface Spoiled {
  readonly secretKey?: string;
  readonly accessKey?: string;
  readonly skewMs?: number;
  readonly signedHeaders?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly sentBody?: string;
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
  return await send(`${options.url}${target}`, {
    method,
    headers: { ...headers, authorization },
    ...(sent === '' ? {} : { body: sent }),
  });
}
