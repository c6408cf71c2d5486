import type { ObjectFacts } from './object-created.ts';

const LISTED = /<Key>([^<]*)<\/Key><Size>(\d+)<\/Size><ETag>([^<]+)<\/ETag><LastModified>([^<]+)</u;
const SIGNS: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};

/** Text out of XML. */
function plain(text: string): string {
  return text.replaceAll(/&(?:lt|gt|quot|apos|amp);/gu, (sign) => SIGNS[sign]!);
}

/**
 * The object of that key in a listing by the key as prefix, which begins with the key itself where
 * there is one; null where there is none.
 */
export function listedObject(listing: string, key: string): ObjectFacts | null {
  const [, found = '', size, eTag = '', at = ''] = LISTED.exec(listing) ?? [];
  if (size === undefined || plain(found) !== key) return null;
  const unquoted = plain(eTag).replaceAll('"', '');
  return { size: Number(size), eTag: unquoted, writtenAt: Date.parse(at) };
}
