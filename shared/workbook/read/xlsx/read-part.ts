import type { Part } from '../archive.ts';
import { BrokenPart } from '../archive.ts';
import { REJECTIONS } from '../rejections.ts';
import { Unreadable } from '../unreadable.ts';
import { partText } from './part-text.ts';
import { XmlReader, type XmlListener } from './xml.ts';

/** Reads an XML part to its end. Throws {@link Unreadable} for one that cannot be. */
export async function readPart(part: Part, listener: XmlListener): Promise<void> {
  const reader = new XmlReader(listener);
  try {
    for await (const text of partText(part)) reader.feed(text);
  } catch (error) {
    throw error instanceof BrokenPart ? new Unreadable(REJECTIONS.broken) : error;
  }
  reader.end();
}
