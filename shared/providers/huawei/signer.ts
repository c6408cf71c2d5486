import { createHash, createHmac } from 'node:crypto';
import type { Keys } from '../wire/keys.ts';
import { canonicalQuery, percentEncode } from '../wire/percent-encode.ts';

/** A request as it goes over the wire; header names in lower case, all of them are signed. */
export interface SignableRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>> & { readonly 'x-sdk-date': string };
  readonly body: string;
}

const ALGORITHM = 'SDK-HMAC-SHA256';

/** The value of `X-Sdk-Date` for an instant (epoch milliseconds): `yyyyMMddTHHmmssZ`, UTC. */
export function sdkDate(instant: number): string {
  return new Date(instant).toISOString().replaceAll(/[-:]|\.\d+/gu, '');
}

/** The text whose hash is signed (Huawei contract, section 8.2). */
export function canonicalRequest({ method, url, headers, body }: SignableRequest): string {
  const names = signedNames(headers);
  return [
    method,
    canonicalPath(url.pathname),
    canonicalQuery(url.searchParams),
    ...names.map((name) => `${name}:${headers[name]!.trim()}`),
    '',
    names.join(';'),
    sha256(body),
  ].join('\n');
}

/** The value of the `Authorization` header. It must never be shown or logged. */
export function authorization(request: SignableRequest, { accessKey, secretKey }: Keys): string {
  const toSign = [ALGORITHM, request.headers['x-sdk-date'], sha256(canonicalRequest(request))].join(
    '\n',
  );
  const signature = createHmac('sha256', secretKey).update(toSign).digest('hex');
  const signed = signedNames(request.headers).join(';');
  return `${ALGORITHM} Access=${accessKey}, SignedHeaders=${signed}, Signature=${signature}`;
}

function signedNames(headers: SignableRequest['headers']): string[] {
  return Object.keys(headers).toSorted();
}

/** Always ends with a slash, for signing only. */
function canonicalPath(pathname: string): string {
  const path = pathname
    .split('/')
    .map((segment) => percentEncode(decodeURIComponent(segment)))
    .join('/');
  return path.endsWith('/') ? path : `${path}/`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
