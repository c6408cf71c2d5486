import { createHash, createHmac } from 'node:crypto';

import type { WireRequest } from '../../frame/calls/answer.ts';
import { canonicalQuery, encode } from '../../frame/calls/canonical-query.ts';

const ALGORITHM = 'SDK-HMAC-SHA256';

/** The parts of an Authorization header. */
export interface Authorization {
  readonly accessKey: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

/** Takes an Authorization header apart, or nothing where it is no SDK-HMAC-SHA256 one. */
export function parseAuthorization(header: string | undefined): Authorization | undefined {
  const match =
    /^SDK-HMAC-SHA256 Access=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/u.exec(
      header ?? '',
    );
  if (match === null) return undefined;
  const [, accessKey = '', names = '', signature = ''] = match;
  return { accessKey, signedHeaders: names.split(';'), signature };
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

function canonicalPath(path: string): string {
  const encoded = path
    .split('/')
    .map((segment) => encode(decodeURIComponent(segment)))
    .join('/');
  return encoded.endsWith('/') ? encoded : `${encoded}/`;
}

/** The canonical request of the Huawei contract, section 8.2, over the headers the caller signed. */
export function canonicalRequest(
  { method, target, headers, body }: WireRequest,
  signedHeaders: readonly string[],
): string {
  const url = new URL(target, 'http://sandbox');
  const names = signedHeaders.map((name) => name.toLowerCase()).toSorted();
  const valueOf = (name: string): string => [headers[name] ?? ''].flat().join(',').trim();
  const hash = valueOf('x-sdk-content-sha256') || sha256(body);
  return [
    method.toUpperCase(),
    canonicalPath(url.pathname),
    canonicalQuery(url.searchParams),
    names.map((name) => `${name}:${valueOf(name)}\n`).join(''),
    names.join(';'),
    hash,
  ].join('\n');
}

/** The signature of a canonical request: no derived key, no region, no service. */
export function signatureOf(canonical: string, date: string, secretKey: string): string {
  const text = `${ALGORITHM}\n${date}\n${sha256(canonical)}`;
  return createHmac('sha256', secretKey).update(text).digest('hex');
}
