import { crc32, createInflateRaw } from 'node:zlib';
import { LIMITS } from './limits.ts';

/** One part of an archive; nothing of it is unpacked before somebody asks for it. */
export interface Part {
  /** As the directory has it. */
  readonly name: string;
  /** The unpacked size in bytes that the directory declares, and that is held to. */
  readonly size: number;
  /**
   * The content, piece by piece. Throws {@link BrokenPart} where the content is not what the
   * directory says: its size, its sum, or the stream itself.
   */
  readonly open: () => AsyncIterable<Buffer>;
}

/** The content of a part is not what was put into the archive. */
export class BrokenPart extends Error {}

/** The parts of an archive by {@link partKey}, in the order of its directory, or why it has none. */
export type Archive =
  | { readonly kind: 'archive'; readonly parts: ReadonlyMap<string, Part> }
  | { readonly kind: 'damaged' | 'too large' | 'encrypted' };

/**
 * What two spellings of one part's name have in common: some writers put back-slashes, other letter
 * case or percent signs where the format wants none, and readers take them all.
 */
export function partKey(name: string): string {
  const plain = name.replaceAll('\\', '/').replace(/^\/+/u, '').toLowerCase();
  if (!plain.includes('%')) return plain;
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly crc: number;
  readonly offset: number;
}

const DIRECTORY_END = 0x06054b50;
const WIDE_DIRECTORY_END = 0x06064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const WIDE = 0xffffffff;

/** Where the directory starts and how many entries it has, in 64-bit archives too. */
function directory(file: Buffer): { at: number; count: number } {
  const floor = Math.max(0, file.length - 65_557);
  let end = file.length - 22;
  while (end >= floor && file.readUInt32LE(end) !== DIRECTORY_END) end--;
  if (end < floor) throw new RangeError('no directory');
  const at = file.readUInt32LE(end + 16);
  const count = file.readUInt16LE(end + 10);
  if (at !== WIDE && count !== 0xffff && file.readUInt32LE(end + 12) !== WIDE) return { at, count };
  const wide = Number(file.readBigUInt64LE(end - 12));
  if (file.readUInt32LE(wide) !== WIDE_DIRECTORY_END) throw new RangeError('no wide directory');
  return {
    at: Number(file.readBigUInt64LE(wide + 48)),
    count: Number(file.readBigUInt64LE(wide + 32)),
  };
}

/** The 64-bit sizes behind an entry's 32-bit ones, in the order the format fixes. */
function widen(extra: Buffer, fields: readonly number[]): number[] {
  let at = 0;
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1) {
    at += 4 + extra.readUInt16LE(at + 2);
  }
  at += 4;
  return fields.map((field) => {
    if (field !== WIDE) return field;
    at += 8;
    return Number(extra.readBigUInt64LE(at - 8));
  });
}

function entryAt(file: Buffer, at: number): { entry: Entry; next: number } {
  if (file.readUInt32LE(at) !== ENTRY) throw new RangeError('no entry');
  const nameEnd = at + 46 + file.readUInt16LE(at + 28);
  const extraEnd = nameEnd + file.readUInt16LE(at + 30);
  const [unpacked, packed, offset] = widen(file.subarray(nameEnd, extraEnd), [
    file.readUInt32LE(at + 24),
    file.readUInt32LE(at + 20),
    file.readUInt32LE(at + 42),
  ]);
  const entry = {
    name: file.toString('utf8', at + 46, nameEnd),
    flags: file.readUInt16LE(at + 8),
    method: file.readUInt16LE(at + 10),
    crc: file.readUInt32LE(at + 16),
    unpacked: unpacked!,
    packed: packed!,
    offset: offset!,
  };
  return { entry, next: extraEnd + file.readUInt16LE(at + 32) };
}

/** The bytes of an entry as they lie in the file. */
function packedBytes(file: Buffer, entry: Entry): Buffer {
  if (file.readUInt32LE(entry.offset) !== LOCAL) throw new RangeError('no local entry');
  const from =
    entry.offset + 30 + file.readUInt16LE(entry.offset + 26) + file.readUInt16LE(entry.offset + 28);
  if (from + entry.packed > file.length) throw new RangeError('beyond the end');
  return file.subarray(from, from + entry.packed);
}

const STORED = 0;
const DEFLATED = 8;
/** Bytes handed on at once: large enough to be quick, small enough to cost nothing. */
const PIECE = 2 ** 17;

async function* pieces(packed: Buffer, method: number): AsyncGenerator<Buffer> {
  if (method === STORED) {
    for (let at = 0; at < packed.length; at += PIECE) yield packed.subarray(at, at + PIECE);
    return;
  }
  const stream = createInflateRaw({ chunkSize: PIECE });
  stream.end(packed);
  try {
    for await (const piece of stream) yield piece as Buffer;
  } finally {
    stream.destroy();
  }
}

async function* unpack(packed: Buffer, { method, unpacked, crc }: Entry): AsyncGenerator<Buffer> {
  let size = 0;
  let sum = 0;
  try {
    for await (const piece of pieces(packed, method)) {
      size += piece.length;
      // More than it declares is a bomb or damage: no further piece is made.
      if (size > unpacked) throw new BrokenPart();
      sum = crc32(piece, sum);
      yield piece;
    }
  } catch (error) {
    throw error instanceof Error && 'code' in error ? new BrokenPart() : error;
  }
  if (size !== unpacked || sum !== crc) throw new BrokenPart();
}

function entries(file: Buffer): Entry[] {
  const { at, count } = directory(file);
  if (count > LIMITS.parts) return [];
  const found: Entry[] = [];
  for (let next = at; found.length < count;) {
    const read = entryAt(file, next);
    found.push(read.entry);
    next = read.next;
  }
  return found;
}

function partOf(file: Buffer, entry: Entry): Part {
  const packed = packedBytes(file, entry);
  return { name: entry.name, size: entry.unpacked, open: () => unpack(packed, entry) };
}

/**
 * Reads the directory of a ZIP archive within {@link LIMITS}. Two entries of one name are damage: one
 * program would read the one, another program the other.
 */
export function readArchive(bytes: Uint8Array): Archive {
  if (bytes.length > LIMITS.packed) return { kind: 'too large' };
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const found = entries(file).filter(({ name }) => !/[/\\]$/u.test(name));
    if (found.some(({ flags }) => (flags & 1) !== 0)) return { kind: 'encrypted' };
    const known = found.every(({ method }) => method === STORED || method === DEFLATED);
    if (found.length === 0 || !known) return { kind: 'damaged' };
    const parts = new Map(found.map((entry) => [partKey(entry.name), partOf(file, entry)]));
    return parts.size === found.length ? { kind: 'archive', parts } : { kind: 'damaged' };
  } catch {
    // Reading beyond the end or a wrong mark: both mean the archive is no good.
    return { kind: 'damaged' };
  }
}
