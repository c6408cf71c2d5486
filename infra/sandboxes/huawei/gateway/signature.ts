import { createHmac } from 'node:crypto';

import type { WireRequest } from '../../frame/calls/answer.ts';
import {
  type Authorization,
  canonicalHeaders,
  canonicalQuery,
  encode,
  headerOf,
  parseAuthorization as parseBy,
  sha256,
} from '../../frame/calls/signing.ts';

const ALGORITHM = 'SDK-HMAC-SHA256';

/** Takes an Authorization header apart, or nothing where it is no SDK-HMAC-SHA256 one. */
export function parseAuthorization(header: string | undefined): Authorization | undefined {
  return parseBy(header, { algorithm: ALGORITHM, key: 'Access' });
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
  const hash = headerOf(headers, 'x-sdk-content-sha256') || sha256(body);
  return [
    method.toUpperCase(),
    canonicalPath(url.pathname),
    canonicalQuery(url.searchParams),
    ...canonicalHeaders(headers, signedHeaders),
    hash,
  ].join('\n');
}

/** The signature of a canonical request: no derived key, no region, no service. */
export function signatureOf(canonical: string, date: string, secretKey: string): string {
  const text = `${ALGORITHM}\n${date}\n${sha256(canonical)}`;
  return createHmac('sha256', secretKey).update(text).digest('hex');
}
