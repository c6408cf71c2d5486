import { randomUUID } from 'node:crypto';

import { sha256 } from '../../../../infra/sandboxes/frame/calls/signing.ts';
import {
  canonicalRequest,
  signatureOf,
  signatureV1Of,
} from '../../../../infra/sandboxes/alibaba/gateway/signature.ts';
import { type ClientOptions, type Reply, send } from '../frame/reply.ts';

/** How a call is spoiled on purpose. */
export interface Spoiled {
  readonly accessKey?: string;
  readonly secretKey?: string;
  readonly skewMs?: number;
  readonly date?: string;
  readonly nonce?: string;
  /** Sent instead of the hash of the body. */
  readonly hash?: string;
  readonly unsigned?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: 'GET' | 'POST';
  /** Parameters sent as a form in the body. */
  readonly form?: Readonly<Record<string, string>>;
}

export type Parameters = Readonly<Record<string, string | number | boolean>>;

function queryOf(parameters: Parameters): URLSearchParams {
  const texts = Object.entries(parameters).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  return new URLSearchParams(texts);
}

function dateOf({ clock }: ClientOptions, { date, skewMs = 0 }: Spoiled): string {
  return date ?? `${new Date(clock() + skewMs).toISOString().slice(0, 19)}Z`;
}

/** A call signed by V3; throws what fetch throws when the connection breaks. */
export async function signedCall(
  options: ClientOptions,
  { version, action }: { readonly version: string; readonly action: string },
  parameters: Parameters = {},
  spoiled: Spoiled = {},
): Promise<Reply> {
  const method = spoiled.method ?? 'POST';
  const target = `/?${queryOf(parameters).toString()}`;
  const body = spoiled.form === undefined ? '' : queryOf(spoiled.form).toString();
  const form: Record<string, string> =
    body === '' ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
  const headers: Record<string, string> = {
    host: new URL(options.url).host,
    ...form,
    'x-acs-action': action,
    'x-acs-version': version,
    'x-acs-date': dateOf(options, spoiled),
    'x-acs-signature-nonce': spoiled.nonce ?? randomUUID(),
    'x-acs-content-sha256': spoiled.hash ?? sha256(body),
    ...spoiled.headers,
  };
  const names = Object.keys(headers)
    .filter((name) => !(spoiled.unsigned ?? []).includes(name))
    .toSorted();
  const canonical = canonicalRequest({ method, target, headers, body }, names);
  const signature = signatureOf(canonical, spoiled.secretKey ?? options.secretKey);
  const access = spoiled.accessKey ?? options.accessKey;
  const authorization = `ACS3-HMAC-SHA256 Credential=${access},SignedHeaders=${names.join(';')},Signature=${signature}`;
  return await send(`${options.url}${target}`, {
    method,
    headers: { ...headers, authorization },
    ...(body === '' ? {} : { body }),
  });
}

/** A call signed by v1 in its query, answered in JSON unless it asks otherwise. */
export async function signedCallV1(
  options: ClientOptions,
  { version, action }: { readonly version: string; readonly action: string },
  parameters: Parameters = {},
  spoiled: Spoiled = {},
): Promise<Reply> {
  const query = queryOf({
    Format: 'JSON',
    Version: version,
    Action: action,
    AccessKeyId: spoiled.accessKey ?? options.accessKey,
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: spoiled.nonce ?? randomUUID(),
    Timestamp: dateOf(options, spoiled),
    ...parameters,
  });
  query.set('Signature', signatureV1Of('GET', query, spoiled.secretKey ?? options.secretKey));
  return await send(`${options.url}/?${query.toString()}`, { method: 'GET' });
}
