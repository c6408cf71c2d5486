import { timingSafeEqual } from 'node:crypto';

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

/** Compares two signatures in constant time. */
export function sameSignature(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
