import { createHash, createHmac } from 'node:crypto';
import type { Keys } from '../wire/keys.ts';
import { canonicalQuery } from '../wire/percent-encode.ts';

/** What is signed of a request; header names in lower case, all of them are signed. */
export interface SignableRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const ALGORITHM = 'ACS3-HMAC-SHA256';

/** The text whose hash is signed (Alibaba contract, section 6.3). */
export function canonicalRequest({ method, url, headers, body }: SignableRequest): string {
  const names = signedNames(headers);
  return [
    method,
    url.pathname,
    canonicalQuery(url.searchParams),
    ...names.map((name) => `${name}:${headers[name]!.trim()}`),
    '',
    names.join(';'),
    sha256(body),
  ].join('\n');
}

/** The value of the `Authorization` header. It must never be shown or logged. */
export function authorization(request: SignableRequest, { accessKey, secretKey }: Keys): string {
  const toSign = `${ALGORITHM}\n${sha256(canonicalRequest(request))}`;
  const signature = createHmac('sha256', secretKey).update(toSign).digest('hex');
  const signed = signedNames(request.headers).join(';');
  return `${ALGORITHM} Credential=${accessKey},SignedHeaders=${signed},Signature=${signature}`;
}

/** The hash of a body as the header and the signature have it. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function signedNames(headers: SignableRequest['headers']): string[] {
  return Object.keys(headers).toSorted();
}
