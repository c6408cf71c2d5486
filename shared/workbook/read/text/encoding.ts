import { isUtf8 } from 'node:buffer';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** How much of a text is looked at where its encoding has to be guessed. */
const LOOKED_AT = 65_536;

function startsWith(bytes: Buffer, ...mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

function marked(bytes: Buffer): Encoding | null {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  return startsWith(bytes, 0x84, 0x31, 0x95, 0x33) ? 'gb18030' : null;
}

/** UTF-16 without a mark: the delimiters and line ends of a table are a byte of zero and another. */
function unmarkedWide(bytes: Buffer): Encoding | null {
  if (bytes.length % 2 === 1) return null;
  let [even, odd] = [0, 0];
  const end = Math.min(bytes.length, LOOKED_AT);
  for (let at = 0; at < end; at++) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  const most = end / 20;
  if (odd > most && even === 0) return 'utf-16le';
  return even > most && odd === 0 ? 'utf-16be' : null;
}

/**
 * Whether bytes beyond ASCII are Chinese in GB18030. Nearly any bytes can be read so; of real Chinese
 * nearly all characters are of its oldest part, pairs of two high bytes, while a letter with an accent
 * in a Western encoding stands beside plain ones.
 */
function looksChinese(bytes: Buffer): boolean {
  let [common, all] = [0, 0];
  const end = Math.min(bytes.length, LOOKED_AT);
  for (let at = 0; at < end; at++) {
    if (bytes[at]! < 0x80) continue;
    all++;
    if (bytes[at]! >= 0xa1 && (bytes[at + 1] ?? 0) >= 0xa1) common++;
    at++;
  }
  return all > 0 && common >= all * 0.9;
}

function encodingOf(bytes: Buffer): Encoding | null {
  const known = marked(bytes) ?? unmarkedWide(bytes);
  if (known !== null) return known;
  if (isUtf8(bytes)) return 'utf-8';
  return looksChinese(bytes) ? 'gb18030' : null;
}

/**
 * The text of a text file: UTF-8, UTF-16 or GB18030, each with or without its mark. Null where it is
 * none of them, or not throughout: a character that is guessed would be another name or another sign.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const encoding = encodingOf(file);
  if (encoding === null) return null;
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(file);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
