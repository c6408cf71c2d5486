import { createHash, createHmac } from 'node:crypto';

import type { WireRequest } from '../../frame/calls/answer.ts';
import { canonicalQuery, encode } from '../../frame/calls/canonical-query.ts';

const ALGORITHM = 'ACS3-HMAC-SHA256';

/** The parts of an Authorization header of signature V3. */
export interface Authorization {
  readonly accessKey: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

/** Takes an Authorization header apart, or nothing where it is no ACS3-HMAC-SHA256 one. */
export function parseAuthorization(header: string | undefined): Authorization | undefined {
  const match =
    /^ACS3-HMAC-SHA256 Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/u.exec(
      header ?? '',
    );
  if (match === null) return undefined;
  const [, accessKey = '', names = '', signature = ''] = match;
  return { accessKey, signedHeaders: names.split(';'), signature };
}

/** SHA-256 in hexadecimal. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** The canonical request of V3 over the headers the caller signed (Alibaba contract, section 6.3). */
export function canonicalRequest(
  { method, target, headers, body }: WireRequest,
  signedHeaders: readonly string[],
): string {
  const url = new URL(target, 'http://sandbox');
  const names = signedHeaders.map((name) => name.toLowerCase()).toSorted();
  const valueOf = (name: string): string => [headers[name] ?? ''].flat().join(',').trim();
  return [
    method.toUpperCase(),
    url.pathname,
    canonicalQuery(url.searchParams),
    names.map((name) => `${name}:${valueOf(name)}\n`).join(''),
    names.join(';'),
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
