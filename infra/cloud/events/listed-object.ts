import * as z from 'zod/mini';
import { readXml } from '../servers/read-xml.ts';
import type { ObjectFacts } from './object-created.ts';

const listing = z.object({
  ListBucketResult: z.object({
    Contents: z._default(
      z.array(
        z.object({ Key: z.string(), Size: z.string(), ETag: z.string(), LastModified: z.string() }),
      ),
      [],
    ),
  }),
});

/**
 * The object of that key in a listing by the key as prefix, which begins with the key itself where
 * there is one; null where there is none.
 */
export function listedObject(xml: string, key: string): ObjectFacts | null {
  const [first] = listing.parse(readXml(xml, 'Contents')).ListBucketResult.Contents;
  if (first?.Key !== key) return null;
  const eTag = first.ETag.replaceAll('"', '');
  return { size: Number(first.Size), eTag, writtenAt: Date.parse(first.LastModified) };
}
