import { createHash, timingSafeEqual } from 'node:crypto';

import type { WireRequest } from './answer.ts';

/** The parts of an Authorization header. */
export interface Authorization {
  readonly accessKey: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

/**
 * Takes apart an Authorization header such as `ALGORITHM Access=AK, SignedHeaders=a;b,
 * Signature=ab12`, or nothing where it is none of this algorithm; `key` is the word for the key.
 */
export function parseAuthorization(
  header: string | undefined,
  { algorithm, key }: { readonly algorithm: string; readonly key: string },
): Authorization | undefined {
  const form = new RegExp(
    String.raw`^${algorithm} ${key}=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$`,
    'u',
  );
  const match = form.exec(header ?? '');
  if (match === null) return undefined;
  const [, accessKey = '', names = '', signature = ''] = match;
  return { accessKey, signedHeaders: names.split(';'), signature };
}

/** SHA-256 in hexadecimal. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** RFC 3986: all but letters, digits and `-_.~` as %XX. */
export function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/gu,
    (char) => `%${char.codePointAt(0)!.toString(16).toUpperCase()}`,
  );
}

function inOrder(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Parameters as signatures over them have it: encoded, by name and then by value. */
export function canonicalQuery(query: Iterable<[string, string]>): string {
  return [...query]
    .toSorted(([a, x], [b, y]) => inOrder(a, b) || inOrder(x, y))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&');
}

/** The headers of a canonical request: one `name:value` a line, and the names joined by `;`. */
export function canonicalHeaders(
  headers: WireRequest['headers'],
  signedHeaders: readonly string[],
): readonly [block: string, names: string] {
  const names = signedHeaders.map((name) => name.toLowerCase()).toSorted();
  return [names.map((name) => `${name}:${headerOf(headers, name)}\n`).join(''), names.join(';')];
}

/** A header's value as signatures have it, empty where there is none. */
export function headerOf(headers: WireRequest['headers'], name: string): string {
  return [headers[name] ?? ''].flat().join(',').trim();
}

/** Compares two signatures in constant time. */
export function sameSignature(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
