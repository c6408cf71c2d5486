import { createHmac } from 'node:crypto';

import type { WireRequest } from '../../frame/calls/answer.ts';
import {
  type Authorization,
  canonicalHeaders,
  canonicalQuery,
  encode,
  parseAuthorization as parseBy,
  sha256,
} from '../../frame/calls/signing.ts';

const ALGORITHM = 'ACS3-HMAC-SHA256';

/** Takes an Authorization header apart, or nothing where it is no ACS3-HMAC-SHA256 one. */
export function parseAuthorization(header: string | undefined): Authorization | undefined {
  return parseBy(header, { algorithm: ALGORITHM, key: 'Credential' });
}

/** The canonical request of V3 over the headers the caller signed (Alibaba contract, section 6.3). */
export function canonicalRequest(
  { method, target, headers, body }: WireRequest,
  signedHeaders: readonly string[],
): string {
  const url = new URL(target, 'http://sandbox');
  return [
    method.toUpperCase(),
    url.pathname,
    canonicalQuery(url.searchParams),
    ...canonicalHeaders(headers, signedHeaders),
    sha256(body),
  ].join('\n');
}

/** The signature of a canonical request of V3: no derived key, no region, no date. */
export function signatureOf(canonical: string, secretKey: string): string {
  const text = `${ALGORITHM}\n${sha256(canonical)}`;
  return createHmac('sha256', secretKey).update(text).digest('hex');
}

/** The signature v1 of all parameters but itself (Alibaba contract, section 6.2). */
export function signatureV1Of(method: string, parameters: URLSearchParams, secret: string): string {
  const signed = [...parameters].filter(([name]) => name !== 'Signature');
  const text = `${method.toUpperCase()}&%2F&${encode(canonicalQuery(signed))}`;
  return createHmac('sha1', `${secret}&`).update(text).digest('base64');
}
