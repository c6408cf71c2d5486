import { isAscii, isUtf8 } from 'node:buffer';
import type { Part } from '../archive.ts';
import { REJECTIONS } from '../rejections.ts';
import { Unreadable } from '../unreadable.ts';

/** What the declaration of an XML part may name besides UTF-8, by what decodes it. */
const NAMED = /^[^>]{0,100}?\bencoding\s*=\s*["']([A-Za-z][\w.:-]{0,39})["']/u;

/** How the bytes of a part are to be read: by its mark, its first character, or its declaration. */
function encodingOf(start: Buffer): string {
  const [first, second] = start;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const named = NAMED.exec(start.toString('latin1', 0, 200))?.[1]?.toLowerCase() ?? 'utf-8';
  // A declaration in single bytes cannot be in UTF-16, whatever it says.
  return named === 'utf8' || named.startsWith('utf-16') || named === 'us-ascii' ? 'utf-8' : named;
}

/** Where the last character that is whole in these bytes of UTF-8 ends. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes.length;
    if (byte < 0xc0) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return needed > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function utf8(bytes: Buffer): string {
  if (isAscii(bytes)) return bytes.toString('latin1');
  // A character that is no character would be another id or another price.
  if (!isUtf8(bytes)) throw new Unreadable(REJECTIONS.damaged);
  return bytes.toString('utf8');
}

async function* utf8Text(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  let first = true;
  for await (const piece of pieces) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const end = wholeCharacters(bytes);
    rest = Buffer.from(bytes.subarray(end));
    const text = utf8(bytes.subarray(0, end));
    yield first && text.startsWith('\uFEFF') ? text.slice(1) : text;
    first = false;
  }
  if (rest.length > 0) throw new Unreadable(REJECTIONS.damaged);
}

async function* otherText(
  pieces: AsyncIterable<Buffer>,
  decoder: InstanceType<typeof TextDecoder>,
): AsyncGenerator<string> {
  try {
    for await (const piece of pieces) yield decoder.decode(piece, { stream: true });
    yield decoder.decode();
  } catch (error) {
    throw error instanceof TypeError ? new Unreadable(REJECTIONS.damaged) : error;
  }
}

function decoderOf(encoding: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new Unreadable(REJECTIONS.damaged);
  }
}

/** The text of an XML part, piece by piece, in whatever encoding it is. */
export async function* partText(part: Part): AsyncGenerator<string> {
  const pieces = part.open()[Symbol.asyncIterator]();
  const start = await pieces.next();
  if (start.done === true) return;
  const all = (async function* together(): AsyncGenerator<Buffer> {
    yield start.value;
    for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) {
      yield next.value;
    }
  })();
  const encoding = encodingOf(start.value);
  yield* encoding === 'utf-8' ? utf8Text(all) : otherText(all, decoderOf(encoding));
}
